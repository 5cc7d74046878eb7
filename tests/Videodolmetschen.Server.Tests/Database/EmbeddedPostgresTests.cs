using System.Diagnostics;
using Dapper;
using Npgsql;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Database;

public sealed class EmbeddedPostgresTests(RealPostgres shared) : IDisposable
{
    private readonly TemporaryFolder _folder = shared.Made.Copy();

    public void Dispose()
    {
        TemporaryFolder.KillServer(Path.Combine(_folder.Path, "postgres"));
        _folder.Dispose();
    }

    [Fact]
    public async Task The_owner_of_the_database_has_no_superpowers()
    {
        await using var postgres = await StartAsync();
        Assert.False(await AskAsync<bool>(postgres, "SELECT rolsuper OR rolbypassrls FROM pg_roles WHERE rolname = current_user"));
    }

    [Fact]
    public async Task The_password_is_readable_by_the_owner_of_the_folder_alone()
    {
        await using var postgres = await StartAsync();
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var others = UnixFileMode.GroupRead | UnixFileMode.GroupWrite | UnixFileMode.OtherRead | UnixFileMode.OtherWrite;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Path.Combine(_folder.Path, "embedded-postgres.json")) & others);
    }

    [Fact]
    public async Task A_second_start_finds_the_data_of_the_first()
    {
        await using (var first = await StartAsync())
        {
            await AskAsync<int>(first, "CREATE TABLE kept (id integer)");
        }

        await using var second = await StartAsync();
        Assert.True(await AskAsync<bool>(second, "SELECT to_regclass('kept') IS NOT NULL"));
    }

    [Fact]
    public async Task An_orderly_end_leaves_no_server_behind()
    {
        var postgres = await StartAsync();
        var process = Process.GetProcessById(postgres.ProcessId!.Value);
        await postgres.DisposeAsync();
        Assert.True(process.WaitForExit(TimeSpan.FromSeconds(20)));
        Assert.False(File.Exists(Path.Combine(_folder.Path, "postgres", "postmaster.pid")));
    }

    [Fact]
    public async Task A_killed_database_comes_back_with_what_was_committed()
    {
        await using var postgres = await StartAsync();
        await AskAsync<int>(postgres, "CREATE TABLE kept (id integer)");
        TemporaryFolder.KillServer(Path.Combine(_folder.Path, "postgres"));
        Assert.True(await postgres.ReviveAsync(CancellationToken.None));
        Assert.True(await AskAsync<bool>(postgres, "SELECT to_regclass('kept') IS NOT NULL"));
    }

    [Fact]
    public async Task A_process_file_left_by_a_kill_does_not_stop_the_start()
    {
        await (await StartAsync()).DisposeAsync();
        // The number of a living program that is no PostgreSQL: this one.
        await File.WriteAllLinesAsync(Path.Combine(_folder.Path, "postgres", "postmaster.pid"), [$"{Environment.ProcessId}", _folder.Path, "0", "5432", "", "", "", "ready"]);
        await using var second = await StartAsync();
        Assert.Equal(1, await AskAsync<int>(second, "SELECT 1"));
    }

    [Fact]
    public async Task A_half_made_cluster_is_made_anew()
    {
        Directory.Delete(Path.Combine(_folder.Path, "postgres"), recursive: true);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "postgres.new", "cluster", "base"));
        await using var postgres = await StartAsync();
        Assert.Equal(1, await AskAsync<int>(postgres, "SELECT 1"));
    }

    [Fact]
    public async Task A_second_server_on_the_same_folder_gets_a_clear_sentence()
    {
        await using var first = await StartAsync();
        var refused = await Assert.ThrowsAsync<StartupException>(StartAsync);
        Assert.Contains("wird schon von einem laufenden Server benutzt", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_gets_a_clear_sentence()
    {
        var file = Path.Combine(_folder.Path, "a-file");
        await File.WriteAllTextAsync(file, "");
        var refused = await Assert.ThrowsAsync<StartupException>(() => RealPostgres.CreateEmbedded(file).StartAsync(CancellationToken.None));
        Assert.Contains("nicht lesbar oder nicht beschreibbar", refused.Message, StringComparison.Ordinal);
    }

    private async Task<EmbeddedPostgres> StartAsync()
    {
        var postgres = RealPostgres.CreateEmbedded(_folder.Path);
        await postgres.StartAsync(CancellationToken.None);
        return postgres;
    }

    private static async Task<T?> AskAsync<T>(EmbeddedPostgres postgres, string sql)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString + ";Pooling=false");
        return await connection.ExecuteScalarAsync<T>(sql);
    }
}
