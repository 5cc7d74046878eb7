using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Requests;

/// <summary>A request and all offers that were ever made for it, for the staff.</summary>
internal sealed class ReasonStore(TenantScope scope, LanguageCatalogue languages)
{
    private const string Both =
        $"""
        SELECT {RequestRow.Columns}
        FROM requests
        WHERE id = @id;

        SELECT offers.id, request_id, interpreter_id, wave, rank, reasons, offered_at, expires_at, extended, state, decline_reason,
          withdrawn_because, answered_at, number, display_name
        FROM offers
        JOIN interpreters ON interpreters.id = offers.interpreter_id
        WHERE request_id = @id
        ORDER BY offered_at, rank, offers.id
        """;

    /// <returns>Null when there is no such request.</returns>
    public async Task<(InterpretingRequest Request, IReadOnlyList<NamedOfferRow> Offers)?> FindAsync(RequestId request, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await using var results = await staff.Connection.QueryMultipleAsync(
            new CommandDefinition(Both, new { id = request.Value }, staff.Transaction, cancellationToken: cancellationToken));
        var row = await results.ReadSingleOrDefaultAsync<RequestRow>();
        var offers = await results.ReadAsync<NamedOfferRow>();
        return row is null ? null : (row.ToDomain(languages), offers.AsList());
    }
}

/// <summary>An offer with the person to whom it went.</summary>
internal sealed record NamedOfferRow : OfferRow
{
    public string Number { get; init; } = "";

    public string DisplayName { get; init; } = "";
}
