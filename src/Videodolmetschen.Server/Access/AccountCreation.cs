using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Access;

/// <summary>Somebody who gets an account. A requester has a customer and a unit, an interpreter the own record, staff neither.</summary>
public sealed record NewAccount(string Email, string DisplayName, params IReadOnlyList<string> Roles)
{
    public CustomerId? Customer { get; init; }

    public UnitId? Unit { get; init; }

    public InterpreterId? Interpreter { get; init; }
}

/// <summary>Makes accounts: the person, the roles and the audit entry together, or nothing.</summary>
public sealed class AccountCreation(UserManager<Account> accounts, IdentityContext context, AuditStore audit, TimeProvider time)
{
    /// <returns>Failed with German sentences when the password or the address is refused.</returns>
    public async Task<IdentityResult> CreateAsync(NewAccount wanted, string password, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(wanted);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var account = ToAccount(wanted, time.GetUtcNow());
        var created = await accounts.CreateAsync(account, password);
        if (!created.Succeeded)
        {
            return created;
        }

        var granted = await accounts.AddToRolesAsync(account, wanted.Roles);
        if (!granted.Succeeded)
        {
            return granted;
        }

        var entry = new AuditEntry(Actor: null, "account.created", $"user:{account.Id}") { Details = new { roles = wanted.Roles } };
        await audit.AddAsync((NpgsqlTransaction)transaction.GetDbTransaction(), entry, cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return IdentityResult.Success;
    }

    private static Account ToAccount(NewAccount wanted, DateTimeOffset now) => new()
    {
        UserName = wanted.Email,
        Email = wanted.Email,
        DisplayName = wanted.DisplayName,
        CustomerId = wanted.Customer?.Value,
        UnitId = wanted.Unit?.Value,
        InterpreterId = wanted.Interpreter?.Value,
        CreatedAt = now,
    };
}
