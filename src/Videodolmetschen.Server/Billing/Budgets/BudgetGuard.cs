using System.Collections.Concurrent;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Budgets;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Billing.Budgets;

/// <summary>
/// Asked before anything is accepted. What a customer has spent is kept at hand for some seconds, so that the button stays fast; what this node has
/// let pass since is added to it, so that nobody passes twice on the same remainder here. Bookings do not rely on it: <see cref="BookingBudget"/>.
/// </summary>
internal sealed partial class BudgetGuard(TenantScope scope, BudgetReader reader, SteadyClock clock, ILogger<BudgetGuard> logger) : IDisposable
{
    private static readonly TimeSpan Kept = TimeSpan.FromSeconds(5);
    private readonly ConcurrentDictionary<CustomerId, AtHand> _customers = new();

    /// <summary>As they were some seconds ago at most.</summary>
    public async Task<CustomerBudgets> OfAsync(CustomerId customer, CancellationToken cancellationToken)
    {
        var atHand = _customers.GetOrAdd(customer, _ => new AtHand());
        using var turn = await atHand.EnterAsync(cancellationToken);
        return await RefreshAsync(atHand, customer, cancellationToken);
    }

    /// <summary>Before the order: whether a conversation that begins now would pass.</summary>
    public async Task<BudgetVerdict> LookAsync(QuoteFor what, UnitId unit, CancellationToken cancellationToken)
    {
        var known = await OfAsync(what.Customer, cancellationToken);
        return known.AreNone ? BudgetVerdict.None : BudgetVerdict.Of(known.Levels(), unit, [known.Live(what, clock.Now)]);
    }

    /// <summary>A conversation at once, before the dispatcher hears of it. An emergency is not looked at here: it passes.</summary>
    /// <exception cref="DomainException"><see cref="ErrorCode.BudgetExhausted"/>.</exception>
    public async Task AdmitAsync(InterpretingRequest request, CancellationToken cancellationToken)
    {
        if (IsEmergency(request))
        {
            return;
        }

        try
        {
            var atHand = _customers.GetOrAdd(request.Customer, _ => new AtHand());
            using var turn = await atHand.EnterAsync(cancellationToken);
            var known = await RefreshAsync(atHand, request.Customer, cancellationToken);
            // The same press again is answered as before.
            if (known.AreNone || atHand.Promised.Any(one => one.Key == request.Key))
            {
                return;
            }

            var cost = known.Live(AsQuote(request), clock.Now);
            var verdict = BudgetVerdict.Of(known.Levels(atHand.Promised.Select(one => one.Cost)), request.Unit, [cost]);
            if (verdict.Outcome == BudgetOutcome.Refused)
            {
                throw new DomainException(ErrorCode.BudgetExhausted);
            }

            atHand.Promised.Add(new Promise(request.Id, request.Key, new Spending(request.Unit, cost.Day, cost.Net, SpendingStage.Running), clock.Now));
        }
        catch (Exception away) when (DatabaseFailure.IsPassing(away))
        {
            // Whether there is money left can wait; whoever asks for an interpreter cannot.
            LogUnread(request.Customer.Value, away.GetType().Name);
        }
    }

    /// <summary>Marks an emergency that was accepted beyond a budget. Nobody waits for it, and it fails in silence.</summary>
    public void MarkLater(InterpretingRequest request)
    {
        if (IsEmergency(request))
        {
            _ = MarkAsync(request);
        }
    }

    /// <summary>What a coordinator has changed counts at once on this node, and on the others within seconds.</summary>
    public void Forget(CustomerId customer)
    {
        if (_customers.TryGetValue(customer, out var atHand))
        {
            atHand.Known = null;
        }
    }

    public void Dispose() => _customers.Values.ToList().ForEach(one => one.Dispose());

    /// <summary>Danger to a child, or an operation of the police, is one as well: in an office there is no other way to say so.</summary>
    private static bool IsEmergency(InterpretingRequest request) => request.Priority is Priority.Emergency or Priority.PoliceOrChildProtection;

    private static QuoteFor AsQuote(InterpretingRequest request) =>
        new(Domain.Billing.BillingSide.Customer, request.Customer.Value, request.Customer, request.Language, request.Modality, DueService.RequiredLevel(request.Requirements));

    private async Task<CustomerBudgets> RefreshAsync(AtHand atHand, CustomerId customer, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        if (atHand.Known is not { } known || now - known.ReadAt >= Kept)
        {
            await using var staff = await scope.OpenForStaffAsync(cancellationToken);
            atHand.Known = known = await reader.ReadAsync(staff.Transaction, customer, cancellationToken);
            // What the tables show is not counted twice; what they never showed was not accepted in the end.
            atHand.Promised.RemoveAll(one => known.Running.Contains(one.Request.Value) || now - one.At >= 2 * Kept);
        }

        return known;
    }

    private async Task MarkAsync(InterpretingRequest request)
    {
        try
        {
            var known = await OfAsync(request.Customer, CancellationToken.None);
            var verdict = BudgetVerdict.Of(known.Levels(), request.Unit, [known.Live(AsQuote(request), clock.Now)], isEmergency: true);
            if (verdict.Outcome != BudgetOutcome.PassesAsEmergency)
            {
                return;
            }

            await using var staff = await scope.OpenForStaffAsync(CancellationToken.None);
            foreach (var level in verdict.Refusing)
            {
                await BudgetEventStore.AddEmergencyAsync(staff.Transaction, level, clock.Now, CancellationToken.None);
            }

            await staff.CommitAsync(CancellationToken.None);
        }
        catch (Exception failure)
        {
            LogUnmarked(failure, request.Id.Value);
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Budgets of {Customer} cannot be read ({Cause}): the request passes")]
    private partial void LogUnread(Guid customer, string cause);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Emergency {Request} beyond a budget was not marked")]
    private partial void LogUnmarked(Exception failure, Guid request);

    private sealed record Promise(RequestId Request, Guid Key, Spending Cost, DateTimeOffset At);

    /// <summary>Of one customer; entered by one at a time.</summary>
    private sealed class AtHand : IDisposable
    {
        private readonly SemaphoreSlim _gate = new(1);

        public CustomerBudgets? Known { get; set; }

        public List<Promise> Promised { get; } = [];

        public async Task<IDisposable> EnterAsync(CancellationToken cancellationToken)
        {
            await _gate.WaitAsync(cancellationToken);
            return new Turn(_gate);
        }

        public void Dispose() => _gate.Dispose();

        private sealed class Turn(SemaphoreSlim gate) : IDisposable
        {
            public void Dispose() => gate.Release();
        }
    }
}
