using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Billing;

namespace Videodolmetschen.Server.Billing;

/// <summary>Somebody who may stand on documents, and whether the data for them are there.</summary>
internal sealed record PartyOverview
{
    public Guid Id { get; init; }

    public string Name { get; init; } = "";

    /// <summary>Of an interpreter.</summary>
    public string? Number { get; init; }

    public bool HasData { get; init; }

    /// <summary>Of an interpreter: that we write the Gutschrift. Null for customers.</summary>
    public bool? HasAgreement { get; init; }

    /// <summary>Of an interpreter: how taxed. Null for customers.</summary>
    public bool? HasVat { get; init; }
}

/// <summary>All customers, or all interpreters who are here or were billed, with what is known of them for documents.</summary>
internal static class PartyListStore
{
    public static async Task<IReadOnlyList<PartyOverview>> ReadAsync(NpgsqlTransaction transaction, BillingSide side, CancellationToken cancellationToken) =>
        [.. await transaction.Connection!.QueryAsync<PartyOverview>(new CommandDefinition(side == BillingSide.Customer ? Customers : Interpreters, transaction: transaction, cancellationToken: cancellationToken))];

    private const string Customers =
        """
        SELECT c.id, c.name, NULL AS number, EXISTS (SELECT FROM billing_parties p WHERE p.customer_id = c.id) AS has_data
        FROM customers c
        ORDER BY c.name, c.id
        """;

    private const string Interpreters =
        """
        SELECT i.id, i.display_name AS name, i.number, EXISTS (SELECT FROM billing_parties p WHERE p.interpreter_id = i.id) AS has_data,
          coalesce((SELECT a.agreed FROM self_billing_agreements a WHERE a.interpreter_id = i.id ORDER BY a.recorded_at DESC LIMIT 1), false) AS has_agreement,
          EXISTS (SELECT FROM vat_statuses v WHERE v.interpreter_id = i.id) AS has_vat
        FROM interpreters i
        WHERE i.left_at IS NULL
          OR EXISTS (SELECT FROM rated_services s WHERE s.interpreter_id = i.id)
        ORDER BY i.number
        """;
}
