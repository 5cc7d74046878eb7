using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>No room left: new work is refused, calls are kept, and nobody has to come when there is room again.</summary>
public sealed class FullDiskTests(RealPostgres postgres)
{
    /// <param name="underItsLog">PostgreSQL does not survive it when its log finds no room; it is started again as soon as that is possible.</param>
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_full_disk_under_the_database_refuses_new_work_keeps_the_call_and_heals_by_itself(bool underItsLog)
    {
        using var disk = SmallDisk.Mount(megabytes: 160);
        postgres.Made.CopyTo(disk.Path);
        await using var database = RealPostgres.CreateEmbedded(disk.Path);
        await database.StartAsync(CancellationToken.None);
        using var watch = new EmbeddedPostgresWatch(database, TimeProvider.System, NullLogger<EmbeddedPostgresWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);
        await using var stage = await Stage.OpenAsync(database.ConnectionString);
        var (requester, interpreter, other) = (await stage.RequesterAsync(), await stage.InterpreterAsync(), await stage.RequesterAsync());
        var session = await requester.ConnectWithAsync(interpreter);
        disk.Fill();
        await (underItsLog ? WriteItsLogAsync(database) : Task.CompletedTask);
        var acknowledged = await AskUntilRefusedAsync(other);
        await requester.InvokeAsync("Signal", session.Id, "interpreter", new { });
        await interpreter.NextAsync("SignalReceived");
        Assert.True((await stage.Server.Client.GetAsync("/health/live")).IsSuccessStatusCode);
        disk.MakeRoom();
        stage.Time.Advance(10);
        other = await stage.InsistAsync(() => stage.AgainAsync(other, other.Device));
        acknowledged.Add((await stage.InsistAsync(() => other.RequestAsync("tur"))).Id);
        requester = await stage.InsistAsync(() => stage.AgainAsync(requester, requester.Device));
        Assert.Equal(session.Id, (await stage.InsistAsync(() => requester.EndAsync(session.Id))).Id);
        Assert.Equal(acknowledged.Count, await stage.QueryAsync<int>("SELECT count(*) FROM requests WHERE state = 'unserved' AND id = ANY (@ids)", new { ids = acknowledged.ToArray() }));
        Assert.Empty(await stage.Server.Services.GetRequiredService<InvariantCheck>().CheckAsync(CancellationToken.None));
        await watch.StopAsync(CancellationToken.None);
    }

    [Fact]
    public async Task Whoever_starts_the_database_again_goes_on_after_a_start_that_could_not_be_noted()
    {
        using var folder = postgres.Made.Copy();
        await using var database = RealPostgres.CreateEmbedded(folder.Path);
        await database.StartAsync(CancellationToken.None);
        var time = new ManualTime();
        using var watch = new EmbeddedPostgresWatch(database, time, NullLogger<EmbeddedPostgresWatch>.Instance);
        await watch.StartAsync(CancellationToken.None);
        // Stands where the port is to be noted.
        Directory.CreateDirectory(Path.Combine(folder.Path, "embedded-postgres.json.new"));
        for (var deaths = 0; deaths < 2; deaths++)
        {
            TemporaryFolder.KillServer(Path.Combine(folder.Path, "postgres"));
            time.Advance(1);
            await RunsAsync(database);
        }

        await watch.StopAsync(CancellationToken.None);
    }

    /// <summary>And whoever has started it is done.</summary>
    private static async Task RunsAsync(EmbeddedPostgres database)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (database.ProcessId is null)
        {
            await Task.Delay(20, limit.Token);
        }

        Assert.False(await database.ReviveAsync(limit.Token));
    }

    [Fact]
    public async Task A_full_log_folder_stops_nothing_and_is_written_again_when_there_is_room()
    {
        using var disk = SmallDisk.Mount(megabytes: 1);
        await using var stage = await Stage.OpenAsync(postgres, "Hosting:LogFile=true", "Database:DataFolder=" + disk.Path);
        var (requester, interpreter) = (await stage.RequesterAsync(), await stage.InterpreterAsync());
        var logger = stage.Server.Services.GetRequiredService<ILogger<FullDiskTests>>();
        disk.Fill();
        for (var lines = 0; lines < 1_000; lines++)
        {
            logger.LogWarning("No room for {Line}", lines);
        }

        var session = await requester.ConnectWithAsync(interpreter);
        Assert.True((await stage.Server.Client.GetAsync("/health/ready")).IsSuccessStatusCode);
        disk.MakeRoom();
        logger.LogWarning("Room again");
        await requester.EndAsync(session.Id);
        Assert.Contains("Room again", Log(disk), StringComparison.Ordinal);
    }

    private static string Log(SmallDisk disk)
    {
        var file = Assert.Single(Directory.GetFiles(Path.Combine(disk.Path, "logs")));
        using var reader = new StreamReader(new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite));
        return reader.ReadToEnd();
    }

    /// <summary>Until there is no room for more, and PostgreSQL ends.</summary>
    private static async Task WriteItsLogAsync(EmbeddedPostgres database)
    {
        await using var superuser = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database.SuperuserConnectionString) { Pooling = false }.ConnectionString);
        await superuser.OpenAsync();
        await using var command = new NpgsqlCommand("SELECT pg_logical_emit_message(true, 'ballast', repeat('x', 1000000))", superuser);
        await Assert.ThrowsAnyAsync<NpgsqlException>(async () =>
        {
            while (true)
            {
                await command.ExecuteNonQueryAsync();
            }
        });
    }

    /// <returns>The requests that were acknowledged before. Nobody speaks the language, so each is over at once.</returns>
    private static async Task<List<Guid>> AskUntilRefusedAsync(HubClient requester)
    {
        List<Guid> acknowledged = [];
        while (true)
        {
            try
            {
                acknowledged.Add((await requester.RequestAsync("tur")).Id);
            }
            catch (HubFailureException refused)
            {
                Assert.Equal("service_unavailable", refused.Code);
                return acknowledged;
            }
        }
    }
}
