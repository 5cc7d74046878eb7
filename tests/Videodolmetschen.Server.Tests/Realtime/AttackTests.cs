using System.Diagnostics;
using System.Text;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Realtime;

/// <summary>Whoever sends what no browser sends harms at most the own connection.</summary>
public sealed class AttackTests(RealPostgres postgres)
{
    [Theory]
    [InlineData("""{"protocol":"messagepack","version":1}""")]
    [InlineData("""{"protocol":"json","version":99}""")]
    [InlineData("""{"type":1,"target":"WatchFloor","arguments":[]}""")]
    [InlineData("not json")]
    public async Task A_wrong_handshake_closes_the_connection(string handshake)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var bystander = await stage.RequesterAsync();
        await using var attacker = await HubClient.ConnectAsync(stage.BrowserOf(bystander), stage.Server.Address, handshake: handshake);
        await attacker.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        await bystander.ResumeAsync();
    }

    public static TheoryData<string> Broken =>
    [
        "{\"type\":1,\"invocationId\":\"1\",\"target\":\"Resume\",\"arguments\":[\"" + new string('x', 40 * 1024) + "\"]}",
        "{\"type\":1,\"target\":\"Resume\",\"arguments\":[" + new string('[', 5000) + new string(']', 5000) + "]}",
        "{\"type\":1,\"target\":\"Resume\",\"argu",
        "{\"type\":\"one\"}",
        "[]",
    ];

    [Theory]
    [MemberData(nameof(Broken))]
    public async Task An_oversized_deep_or_broken_message_closes_its_own_connection_only(string record)
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (attacker, bystander) = (await stage.RequesterAsync(), await stage.RequesterAsync());
        await attacker.SendAsync(record);
        await attacker.Closed.WaitAsync(TimeSpan.FromSeconds(20));
        await bystander.ResumeAsync();
    }

    [Fact]
    public async Task Half_a_record_is_waited_for_and_disturbs_nobody()
    {
        await using var stage = await Stage.OpenAsync(postgres);
        var (attacker, bystander) = (await stage.RequesterAsync(), await stage.RequesterAsync());
        await attacker.SendAsync(Encoding.UTF8.GetBytes("""{"type":1,"target":"Res"""));
        await bystander.ResumeAsync();
        await stage.LeaveAsync(attacker);
        await bystander.ResumeAsync();
    }

    [Fact]
    public async Task Whoever_floods_is_told_so_and_a_bystander_is_answered_promptly()
    {
        await using var stage = await Stage.OpenAsync(postgres, "Realtime:CallBurst=50");
        var (attacker, bystander) = (await stage.RequesterAsync(), await stage.RequesterAsync());
        var flood = Enumerable.Range(0, 2000).Select(_ => Doing.CodeAsync(() => attacker.RequestAsync("xxx"))).ToList();
        var began = Stopwatch.GetTimestamp();
        await bystander.ResumeAsync();
        var took = Stopwatch.GetElapsedTime(began);
        var codes = await Task.WhenAll(flood);
        Assert.True(took < TimeSpan.FromSeconds(2), $"{took}");
        Assert.Equal((49, 1951), (codes.Count(code => code == "language_unknown"), codes.Count(code => code == "too_many_attempts")));
    }
}
