using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Faults;

/// <summary>The process is killed in the middle of a night's deletion: before a batch is stored, and between two of them.</summary>
public sealed class KilledRetentionTests(RealPostgres postgres)
{
    private const int Due = 1_200;
    private const int Batch = 500;

    [Theory]
    [InlineData("forgetting_own_absences", 0)]
    [InlineData("forgotten_own_absences", Batch)]
    public async Task What_was_deleted_has_its_proof_and_the_next_run_goes_on_to_the_end(string place, int gone)
    {
        using var folder = TemporaryFolder.Create();
        var (database, order) = (await postgres.CreateDatabaseAsync(), Path.Combine(folder.Path, "crash"));
        await using var server = new ServerProcess(database, "Hosting:BuildWeb=false", "Jobs:Enabled=true", "Jobs:NodeSilentFor=00:00:02");
        server.Environment[CrashPoint.Variable] = order;
        await using var beside = await RealServer.BesideAsync(database, new Uri(server.Address));
        await server.StartAgainAsync();
        await beside.ExecuteAsStaffAsync(
            "INSERT INTO absences (interpreter_id, from_at, until_at, reason, source) SELECT id, now() - interval '101 d', now() - interval '100 d', 'vacation', 'own' FROM (SELECT id FROM interpreters LIMIT 1) AS somebody, generate_series(1, @Due)",
            new { Due });
        await File.WriteAllTextAsync(order, place, TestContext.Current.CancellationToken);
        await AskAsync(beside);
        await server.EndedAsync();
        Assert.Equal((Due - gone, gone, gone > 0 ? 1 : 0), await StandAsync(beside));
        await server.StartAgainAsync();
        await AskAsync(beside);
        await Until.SoAsync(() => StandAsync(beside), stand => stand.Left == 0);
        Assert.Equal((0, Due, gone > 0 ? 2 : 1), await StandAsync(beside));
        Assert.Equal(0, await beside.QueryAsync<int>("SELECT count(*) FROM retention_proofs WHERE counted > 0 AND oldest >= due_before"));
    }

    /// <summary>What is left, what is proved, and by how many runs.</summary>
    private static Task<(int Left, int Proved, int Runs)> StandAsync(RealServer beside) => beside.QueryAsync<(int, int, int)>(
        """
        SELECT (SELECT count(*) FROM absences WHERE until_at < now() - interval '90 d')::integer, coalesce(sum(counted), 0)::integer, count(*)::integer
        FROM retention_proofs
        WHERE kind = 'own_absences'
          AND counted > 0
        """);

    private static async Task AskAsync(RealServer beside)
    {
        var email = $"verwaltung-{Guid.NewGuid():N}@example.de";
        await beside.AddStaffAsync(email, Roles.Administrator);
        using var administrator = await Browser.SignedInAsync(beside, email);
        // The process may die before it has answered.
        await Record.ExceptionAsync(() => administrator.PostAsync("/api/jobs/forget-what-is-due/run"));
    }
}
