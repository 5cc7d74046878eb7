using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

public sealed class RepeatedCommandTests(RealPostgres postgres)
{
    [Fact]
    public async Task The_same_key_gets_the_same_answer_after_a_restart_and_another_content_is_refused()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, key) = (await stage.RequesterAsync(), Guid.NewGuid());
        var first = await requester.RequestAsync(key: key);
        Assert.Equal("key_reused", await Doing.CodeAsync(() => requester.RequestAsync("prs", key)));
        await stage.RestartAsync();
        var again = await stage.AgainAsync(requester, requester.Device);
        Assert.Equivalent(first, await again.RequestAsync(key: key));
        Assert.Equal("key_reused", await Doing.CodeAsync(() => again.RequestAsync("prs", key)));
    }

    [Fact]
    public async Task Hanging_up_twice_gets_the_same_answer_also_after_a_restart()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        stage.Time.Advance(20);
        var ended = await requester.EndAsync(session.Id);
        Assert.Equal(ended.BillableSeconds, (await interpreter.EndAsync(session.Id)).BillableSeconds);
        await stage.RestartAsync();
        var again = await (await stage.AgainAsync(requester, requester.Device)).EndAsync(session.Id);
        Assert.Equal((20, ended.EndReason), (again.BillableSeconds!.Value, again.EndReason));
    }

    [Fact]
    public async Task A_command_that_cannot_be_stored_harms_nobody_in_the_same_batch()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var people = new[] { await stage.RequesterAsync(), await stage.RequesterAsync(), await stage.RequesterAsync(), await stage.RequesterAsync() };
        var oldKey = Guid.NewGuid();
        await people[1].RequestAsync(key: oldKey);
        stage.Time.Advance(121);
        await stage.SettleAsync();
        await using var owner = await stage.LockAsync();
        var holdingTheLoop = people[0].RequestAsync();
        await Stage.HasStuckAsync(owner);
        var poisoned = Doing.CodeAsync(() => people[1].RequestAsync("prs", oldKey));
        var others = Task.WhenAll(people[2].RequestAsync(), people[3].RequestAsync());
        await HaveGatheredAsync(stage, 3);
        await owner.CloseAsync();
        await holdingTheLoop;
        await PassAsync(stage, Task.WhenAll(poisoned, others));
        Assert.Equal("key_reused", await poisoned);
        Assert.All((await others).Append(await holdingTheLoop), request => Assert.Equal(RequestState.Unserved, request.State));
        Assert.Equal(4, await stage.QueryAsync<int>("SELECT count(*) FROM requests"));
    }

    /// <summary>The loop pauses a little before it reads the tables for the second time.</summary>
    private static async Task PassAsync(Stage stage, Task until)
    {
        while (!until.IsCompleted)
        {
            stage.Time.Advance(0.1);
            await Task.WhenAny(until, stage.Server.Client.GetAsync("/health/live"));
        }
    }

    private static async Task HaveGatheredAsync(Stage stage, int commands)
    {
        var mailbox = stage.Server.Services.GetRequiredService<Mailbox>();
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (mailbox.Reader.Count < commands)
        {
            await Task.Yield();
            limit.Token.ThrowIfCancellationRequested();
        }
    }
}
