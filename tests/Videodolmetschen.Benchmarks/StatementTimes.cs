using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Videodolmetschen.Benchmarks;

/// <summary>The time in which PostgreSQL executes what it is sent, by table and kind of change.</summary>
internal sealed partial class StatementTimes(Postgres postgres, string connectionString)
{
    private const string Conversation = "INSERT INTO sessions";
    private const int RowsAtMost = 12;

    private const string BareCommit = "INSERT INTO bench_commits";

    // What one command sends, beside its own rows.
    private static readonly string[] Always = ["SELECT begin_dispatch($1)", "INSERT INTO dispatch_events"];

    private static readonly Dictionary<string, string[]> Commands = new(StringComparer.Ordinal)
    {
        ["a request"] = ["INSERT INTO requests", "INSERT INTO offers"],
        ["an acceptance"] = ["UPDATE offers", "UPDATE requests", "INSERT INTO sessions", "INSERT INTO session_stints", "UPDATE presences"],
    };

    private sealed record Row(string Query, long Calls, long Rows, double Milliseconds);

    /// <param name="title">Of the section.</param>
    /// <param name="converse">Whole conversations for a while: they are counted by their sessions.</param>
    public async Task<Section> OverAsync(string title, Func<Task> converse)
    {
        await using var superuser = new NpgsqlConnection(postgres.SuperuserConnectionString(connectionString));
        await superuser.OpenAsync();
        await superuser.ExecuteAsync("CREATE EXTENSION IF NOT EXISTS pg_stat_statements");
        await TrackAsync(superuser, "top");
        await superuser.ExecuteAsync("SELECT pg_stat_statements_reset()");
        await converse();
        var rows = await superuser.QueryAsync<Row>(
            """
            SELECT query, calls, rows, total_exec_time AS milliseconds
            FROM pg_stat_statements
            WHERE dbid = (SELECT oid FROM pg_database WHERE datname = current_database())
            """);
        await TrackAsync(superuser, "none");
        return Table(title, [.. rows]);
    }

    private static Section Table(string title, List<Row> rows)
    {
        double count = rows.Where(row => KindOf(row.Query) == Conversation).Sum(row => row.Rows);
        var section = new Section(title, ["Statement", "µs for each conversation", "executions for each", "µs of one execution"]);
        var kinds = rows.GroupBy(row => KindOf(row.Query), (kind, all) => (Kind: kind, Calls: all.Sum(row => row.Calls), Milliseconds: all.Sum(row => row.Milliseconds))).ToList();
        foreach (var (kind, calls, milliseconds) in kinds.OrderByDescending(kind => kind.Milliseconds).Take(RowsAtMost))
        {
            section.Add(kind, Print.Us(milliseconds * 1000 / count), Print.Of($"{calls / count:0.00}"), Print.Us(milliseconds * 1000 / calls));
        }

        double Alone(string kind) => kinds.Where(one => one.Kind == kind).Select(one => one.Milliseconds * 1000 / one.Calls).FirstOrDefault();
        if (Alone(BareCommit) is > 0 and var bare)
        {
            var sums = Commands.Select(command => Print.Of($"{Always.Concat(command.Value).Sum(Alone):0} µs for {command.Key}"));
            section.Notes.Add(Print.Of($"The statements of one command come to {string.Join(" and ", sums)}; that of the bare commit to {bare:0} µs."));
        }

        section.Notes.Add("By the clock, from the start of the execution to its end: parsing, binding, sending and the commit come on top.");
        section.Add("all statements", Print.Us(kinds.Sum(kind => kind.Milliseconds) * 1000 / count), Print.Of($"{kinds.Sum(kind => kind.Calls) / count:0.00}"), "");
        return section;
    }

    private static string KindOf(string query) => Change().Match(query) is { Success: true } change
        ? $"{change.Groups[1].Value} {change.Groups[2].Value}"
        : query.Split('\n')[0].Trim();

    /// <summary>Off except while it is asked for: it would cost what is measured.</summary>
    private static async Task TrackAsync(NpgsqlConnection superuser, string what)
    {
        await superuser.ExecuteAsync($"ALTER SYSTEM SET pg_stat_statements.track = '{what}'");
        await superuser.ExecuteAsync("SELECT pg_reload_conf()");
    }

    [GeneratedRegex(@"(INSERT INTO|UPDATE) (\w+)")]
    private static partial Regex Change();
}
