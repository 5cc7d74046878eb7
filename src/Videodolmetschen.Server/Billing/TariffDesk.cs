using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing;

/// <summary>Coordinators keep tariffs: versions are added, and changed as long as nothing was billed by them. Each change has its audit entry.</summary>
internal sealed class TariffDesk(TenantScope scope, LanguageCatalogue languages, AuditStore audit, SteadyClock clock)
{
    public async Task<IReadOnlyList<TariffViolation>> CheckAsync(Tariff draft, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        return await ViolationsAsync(staff, draft, cancellationToken);
    }

    /// <returns>What speaks against it; nothing was stored then.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.TariffChangedMeanwhile"/>.</exception>
    public Task<IReadOnlyList<TariffViolation>> AddAsync(UserId by, Tariff draft, CancellationToken cancellationToken) =>
        SaveAsync(by, draft, "tariff.added", (staff, now) => TariffStore.AddAsync(staff.Transaction, draft, by, now, cancellationToken), cancellationToken);

    /// <returns>As with <see cref="AddAsync"/>.</returns>
    /// <exception cref="DomainException"><see cref="ErrorCode.TariffUsed"/>, <see cref="ErrorCode.TariffChangedMeanwhile"/>.</exception>
    public Task<IReadOnlyList<TariffViolation>> ChangeAsync(UserId by, Tariff draft, int revision, CancellationToken cancellationToken) =>
        SaveAsync(by, draft, "tariff.changed", (staff, now) => TariffStore.ChangeAsync(staff.Transaction, draft, revision, by, now, cancellationToken), cancellationToken);

    /// <exception cref="DomainException"><see cref="ErrorCode.TariffMissing"/>: no such family on that side. <see cref="ErrorCode.NotFound"/>.</exception>
    public async Task AssignAsync(UserId by, TariffAssignment given, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var family = await TariffStore.ReadFamilyAsync(staff.Transaction, given.Family, cancellationToken);
        if (!family.Any(version => SnakeCase.Of(version.Side) == given.Side))
        {
            throw new DomainException(ErrorCode.TariffMissing);
        }

        var now = clock.Now;
        await AssignmentStore.AddAsync(staff.Transaction, given, by, now, cancellationToken);
        var details = new { given.Side, given.CustomerId, given.InterpreterId, given.ValidFrom };
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, "tariff.assigned", $"tariff_family:{given.Family}") { Details = details }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
    }

    private async Task<IReadOnlyList<TariffViolation>> SaveAsync(
        UserId by, Tariff draft, string action, Func<ScopedTransaction, DateTimeOffset, Task<bool>> store, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        if (await ViolationsAsync(staff, draft, cancellationToken) is { Count: > 0 } violations)
        {
            return violations;
        }

        if (!await store(staff, clock.Now))
        {
            throw new DomainException(ErrorCode.TariffChangedMeanwhile);
        }

        await audit.AddAsync(staff.Transaction, new AuditEntry(by, action, $"tariff:{draft.Id.Value}") { Details = new { draft.Family, draft.ValidFrom } }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        return [];
    }

    private async Task<IReadOnlyList<TariffViolation>> ViolationsAsync(ScopedTransaction staff, Tariff draft, CancellationToken cancellationToken)
    {
        var family = await TariffStore.ReadFamilyAsync(staff.Transaction, draft.Family, cancellationToken);
        // Where it stays, its own use does not speak against it: the table refuses to change a version that is used.
        var usedUntil = family.Any(version => version.Id == draft.Id && version.ValidFrom == draft.ValidFrom) ? null : await TariffStore.ReadUsedUntilAsync(staff.Transaction, draft.Family, cancellationToken);
        return TariffCheck.Violations(draft, [.. family], languages, usedUntil);
    }
}
