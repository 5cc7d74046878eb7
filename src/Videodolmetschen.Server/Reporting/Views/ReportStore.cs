using Dapper;
using Npgsql;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Reporting.Sums;

namespace Videodolmetschen.Server.Reporting.Views;

/// <summary>What all views read by: which days stand in the sums, the filter, and the names of what was found.</summary>
internal static class ReportStore
{
    public const int Patience = 20;

    private const string Filter =
        """
        (@Customer::uuid IS NULL OR customer_id = @Customer)
          AND (@Unit::uuid IS NULL OR unit_id = @Unit)
          AND (@Language::text IS NULL OR language = @Language)
          AND (@Modality::text IS NULL OR modality = @Modality)
          AND (@Hour::integer IS NULL OR hour = @Hour)
        """;

    /// <summary>A year is much to add up: with memory for it, on all processors, and without compiling what runs once.</summary>
    public static async Task<ScopedTransaction> OpenAsync(TenantScope scope, ReportOrder order, CancellationToken cancellationToken)
    {
        var opened = order.Outsider is { } outsider
            ? await scope.OpenForCustomerAsync(outsider.RequireCustomer(), cancellationToken)
            : await scope.OpenForStaffAsync(cancellationToken);
        await opened.Connection.ExecuteAsync(new CommandDefinition(
            "SELECT set_config('statement_timeout', '20s', true), set_config('work_mem', '64MB', true), set_config('jit', 'off', true), set_config('parallel_tuple_cost', '0.01', true)",
            transaction: opened.Transaction,
            cancellationToken: cancellationToken));
        return opened;
    }

    /// <summary>A file of any length is read as fast as somebody takes it.</summary>
    public static Task TakeTimeAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        transaction.Connection!.ExecuteAsync(new CommandDefinition(
            "SELECT set_config('statement_timeout', '600s', true), set_config('idle_in_transaction_session_timeout', '60s', true)",
            transaction: transaction,
            cancellationToken: cancellationToken));

    /// <summary>The first day of the period from which on rows are read one by one, because it is not closed; after the period where all are. Before the first sum there was nothing.</summary>
    public static Task<DateOnly> ReadRawFromAsync(NpgsqlTransaction transaction, ReportPeriod period, CancellationToken cancellationToken) =>
        transaction.Connection!.QuerySingleAsync<DateOnly>(new CommandDefinition(
            """
            SELECT coalesce(min(asked.day)::date, @To::date + 1)
            FROM generate_series(@From::timestamp, @To::timestamp, '1 day') AS asked(day)
            LEFT JOIN report_days AS done ON done.day = asked.day AND done.closed
            WHERE done.day IS NULL
              AND asked.day >= coalesce((SELECT min(day) FROM report_days), @From)
            """,
            new { period.From, period.To },
            transaction,
            cancellationToken: cancellationToken));

    /// <summary>The sums of closed days and the raw rows of the others, with the same columns.</summary>
    public static string Both(string table, string columns, string raw, DateOnly rawFrom, ReportPeriod period)
    {
        var sums = $"SELECT {columns} FROM {table} WHERE day BETWEEN @From AND @LastSummed AND {Filter}";
        return rawFrom > period.To ? sums : $"{sums} UNION ALL SELECT {columns} FROM ({raw}) AS raw WHERE {Filter}";
    }

    public static object Parameters(ReportOrder order, DateOnly rawFrom)
    {
        var live = new DayRange(rawFrom, order.Period.To);
        return new
        {
            order.Period.From, LastSummed = rawFrom.AddDays(-1), live.FirstDay, live.LastDay, live.Since, live.Before,
            order.Customer, order.Unit, order.Language, order.Modality, order.Hour,
        };
    }

    /// <summary>What rows are grouped by.</summary>
    public static string Key(ReportBy by) => by switch
    {
        ReportBy.Customer => "customer_id",
        ReportBy.Unit => "unit_id",
        ReportBy.Language => "language",
        ReportBy.Modality => "modality",
        ReportBy.Hour => "hour",
        ReportBy.Day => "day",
        ReportBy.Month => "date_trunc('month', day)::date",
        ReportBy.Cause => "cause",
        _ => throw new ArgumentOutOfRangeException(nameof(by)),
    };

    /// <summary>Names of customers and units that the reader may see.</summary>
    public static async Task<Dictionary<string, string>> ReadNamesAsync(NpgsqlTransaction transaction, CancellationToken cancellationToken) =>
        (await transaction.Connection!.QueryAsync<(Guid Id, string Name)>(new CommandDefinition(
            """
            SELECT id, name
            FROM customers
            UNION ALL
            SELECT u.id, CASE WHEN c.id IS NULL THEN u.name ELSE concat(c.name, ', ', u.name) END
            FROM units u
            LEFT JOIN customers c ON c.id = u.customer_id AND current_setting('app.customer', true) = '*'
            """,
            transaction: transaction,
            cancellationToken: cancellationToken))).ToDictionary(one => one.Id.ToString(), one => one.Name, StringComparer.Ordinal);
}
