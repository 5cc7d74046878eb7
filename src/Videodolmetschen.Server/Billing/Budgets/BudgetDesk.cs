using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>Coordinators keep budgets. Each change has its audit entry, with what it was before.</summary>
internal sealed class BudgetDesk(TenantScope scope, AuditStore audit, BudgetGuard guard, SteadyClock clock)
{
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>: no such customer or unit.</exception>
    public async Task AddAsync(UserId by, Budget budget, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        await BudgetStore.AddAsync(staff.Transaction, budget, by, clock.Now, cancellationToken);
        await CommitAsync(staff, by, "budget.added", budget, BudgetChange.Steps(null, budget), cancellationToken);
    }

    /// <param name="by">Who does it.</param>
    /// <param name="id">Of which.</param>
    /// <param name="revision">The one that was shown.</param>
    /// <param name="change">What it shall be; whose it is stays.</param>
    /// <exception cref="DomainException"><see cref="ErrorCode.NotFound"/>, <see cref="ErrorCode.BudgetChangedMeanwhile"/>.</exception>
    public async Task<IReadOnlyList<BudgetViolation>> ChangeAsync(UserId by, Guid id, int revision, Func<Budget, Budget> change, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var before = await BudgetStore.FindAsync(staff.Transaction, id, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        var after = change(before.Budget);
        if (BudgetCheck.Violations(after) is { Count: > 0 } violations)
        {
            return violations;
        }

        if (!await BudgetStore.ChangeAsync(staff.Transaction, after, revision, by, clock.Now, cancellationToken))
        {
            throw new DomainException(ErrorCode.BudgetChangedMeanwhile);
        }

        await CommitAsync(staff, by, "budget.changed", after, BudgetChange.Steps(before.Budget, after), cancellationToken);
        return [];
    }

    /// <inheritdoc cref="ChangeAsync"/>
    public async Task RemoveAsync(UserId by, Guid id, int revision, CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var before = await BudgetStore.FindAsync(staff.Transaction, id, cancellationToken) ?? throw new DomainException(ErrorCode.NotFound);
        if (!await BudgetStore.RemoveAsync(staff.Transaction, id, revision, cancellationToken))
        {
            throw new DomainException(ErrorCode.BudgetChangedMeanwhile);
        }

        await CommitAsync(staff, by, "budget.removed", before.Budget, BudgetChange.Steps(before.Budget, null), cancellationToken);
    }

    private async Task CommitAsync(ScopedTransaction staff, UserId by, string action, Budget budget, IReadOnlyDictionary<string, BudgetStep> changes, CancellationToken cancellationToken)
    {
        var details = new { customer = budget.Customer.Value, unit = budget.Unit?.Value, changes };
        await audit.AddAsync(staff.Transaction, new AuditEntry(by, action, BudgetHistoryStore.Subject(budget.Id.Value)) { Details = details }, cancellationToken);
        await staff.CommitAsync(cancellationToken);
        guard.Forget(budget.Customer);
    }
}
