using Npgsql;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

public sealed class RestartedDatabaseTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_fast_restart_of_the_database_in_the_middle_of_a_call_loses_nothing_and_bills_it_whole()
    {
        using var folder = postgres.Made.Copy();
        var first = RealPostgres.CreateEmbedded(folder.Path);
        await first.StartAsync(CancellationToken.None);
        var port = new NpgsqlConnectionStringBuilder(first.ConnectionString).Port;
        await using var stage = await Stage.OpenAsync(first.ConnectionString);
        var (requester, interpreter, waiting) = (await stage.RequesterAsync(), await stage.InterpreterAsync(), await stage.RequesterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        var request = await waiting.RequestAsync();
        stage.Time.Advance(10);
        await first.DisposeAsync();
        Assert.Equal("service_unavailable", await Doing.CodeAsync(() => requester.EndAsync(session.Id)));
        await using var second = RealPostgres.CreateEmbedded(folder.Path, port);
        await second.StartAsync(CancellationToken.None);
        var began = stage.Time.Steady;
        Assert.Equal(request.Id, (await stage.InsistAsync(() => waiting.ResumeAsync())).Request!.Id);
        requester = await stage.InsistAsync(() => stage.AgainAsync(requester, requester.Device));
        var since = (stage.Time.Steady - began).TotalSeconds;
        Assert.Equal(10, (await stage.InsistAsync(() => requester.EndAsync(session.Id, secondsAgo: since))).BillableSeconds);
    }
}
