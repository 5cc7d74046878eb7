using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>The tables <c>rated_services</c> and <c>billing_lines</c>: rows are added, never changed.</summary>
internal static class RatedServiceStore
{
    /// <returns>False where it was rated before: then nothing is added.</returns>
    public static async Task<bool> AddAsync(NpgsqlTransaction transaction, DueService due, Tariff tariff, RatedLines lines, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var id = Guid.CreateVersion7();
        var facts = due.Facts;
        var added = await transaction.Connection!.ExecuteAsync(new CommandDefinition(
            """
            INSERT INTO rated_services (id, side, kind, source_id, interpreter_id, customer_id, unit_id, language, modality, served_from, served_until, day, tariff_id, net, programme_net, rated_at)
            VALUES (@id, @side, @Kind, @SourceId, @InterpreterId, @CustomerId, @UnitId, @Language, @Modality, @from, @until, @day, @tariff, @net, @programme, @now)
            ON CONFLICT DO NOTHING
            """,
            new
            {
                id,
                side = SnakeCase.Of(due.Side),
                due.Kind,
                due.SourceId,
                due.InterpreterId,
                due.CustomerId,
                due.UnitId,
                due.Language,
                due.Modality,
                from = facts.From,
                until = facts.Until,
                day = BerlinTime.DayOf(facts.From),
                tariff = tariff.Id.Value,
                net = lines.Net,
                programme = lines.ProgrammeNet,
                now,
            },
            transaction,
            cancellationToken: cancellationToken)) == 1;
        if (added)
        {
            await transaction.Connection!.ExecuteAsync(new CommandDefinition(
                """
                INSERT INTO billing_lines (service_id, number, kind, rule, quantity, unit, unit_price, net, vat, explanation, programme_key, programme_unit_price, programme_net)
                VALUES (@id, @number, @kind, @Rule, @Quantity, @unit, @UnitPrice, @Net, @vat, @Explanation, @key, @price, @borne)
                """,
                lines.Lines.Select((line, place) => new
                {
                    id,
                    number = place + 1,
                    kind = SnakeCase.Of(line.Kind),
                    line.Rule,
                    line.Quantity,
                    unit = SnakeCase.Of(line.Unit),
                    line.UnitPrice,
                    line.Net,
                    vat = SnakeCase.Of(line.Vat),
                    line.Explanation,
                    key = line.Programme?.Key,
                    price = line.Programme?.UnitPrice,
                    borne = line.Programme?.Net,
                }),
                transaction,
                cancellationToken: cancellationToken));
        }

        return added;
    }
}
