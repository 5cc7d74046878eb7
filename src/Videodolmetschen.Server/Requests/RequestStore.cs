using Dapper;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Requests;

/// <summary>Requests as the tables know them, for their own people.</summary>
internal sealed class RequestStore(TenantScope scope, LanguageCatalogue languages)
{
    /// <returns>Null when there is none, or when it is somebody else's: from here they look alike.</returns>
    public async Task<InterpretingRequest?> FindAsync(CustomerId customer, UserId requester, RequestId request, CancellationToken cancellationToken)
    {
        await using var scoped = await scope.OpenForCustomerAsync(customer, cancellationToken);
        var row = await scoped.Connection.QuerySingleOrDefaultAsync<RequestRow>(new CommandDefinition(
            $"""
            SELECT {RequestRow.Columns}
            FROM requests
            WHERE id = @request
              AND requester_id = @requester
              AND relief_for IS NULL
            """,
            new { request = request.Value, requester = requester.Value },
            scoped.Transaction,
            cancellationToken: cancellationToken));
        return row?.ToDomain(languages);
    }
}
