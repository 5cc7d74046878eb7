using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Customers;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Billing.Budgets;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Interpreters;

namespace Videodolmetschen.Server.Realtime;

/// <summary>Reads what a requester asks for, and asks the budgets; customer and unit come from the sign-in only.</summary>
internal sealed class Orders(LanguageCatalogue languages, UnitNames units, SteadyClock clock, LiveBoard board, InterpreterStore interpreters, DispatchService dispatch, BudgetGuard budgets)
{
    private const int ConditionsAtMost = 12;

    public async ValueTask<InterpretingRequest> ReadAsync(LiveConnection caller, RequestInterpreterArgs args, CancellationToken cancellationToken)
    {
        var unit = await units.RequireAsync(caller.Who.RequireUnit(), cancellationToken);
        Check(args, unit);
        var request = new InterpretingRequest
        {
            Id = new RequestId(Guid.CreateVersion7()),
            Key = args.Key,
            Customer = caller.Who.RequireCustomer(),
            Unit = unit.Id,
            Requester = caller.Who.User,
            Language = new LanguageCode(args.Language),
            Field = args.Field,
            Modality = args.Modality,
            Priority = args.Emergency ? Priority.Emergency : args.Urgent ? Priority.PoliceOrChildProtection : Priority.Normal,
            NeedsSection203 = unit.Kind == CustomerKind.Clinic,
            Requirements = args.Requirements,
            Wishes = args.Wishes,
            RelatedAllowed = args.RelatedAllowed,
            RelatedLanguages = [.. languages.Substitutes(new LanguageCode(args.Language)).Select(note => note.Offered)],
            HelpAskedAt = args.AskForHelp ? clock.Now : null,
            OwnReference = string.IsNullOrWhiteSpace(args.OwnReference) ? null : args.OwnReference.Trim(),
            RequestedAt = clock.Now,
        };
        try
        {
            await budgets.AdmitAsync(request, cancellationToken);
        }
        catch (DomainException refused) when (refused.Code == ErrorCode.BudgetExhausted && Stands(request))
        {
            // The same press again: it was let pass then, and is answered as then.
        }

        return request;
    }

    /// <summary>Once it stands.</summary>
    public void Accepted(InterpretingRequest request) => budgets.MarkLater(request);

    /// <summary>An interpreter who came after the dispatcher had read the tables is made known to it.</summary>
    public async ValueTask IntroduceAsync(LiveConnection caller, CancellationToken cancellationToken)
    {
        if (caller.Party.Side != Side.Interpreter || board.Interpreters.ContainsKey(new InterpreterId(caller.Party.Id)))
        {
            return;
        }

        var all = await interpreters.ReadAllAsync(FairnessWeek.Since(clock.Now), cancellationToken);
        foreach (var interpreter in all.Where(one => one.Id.Value == caller.Party.Id))
        {
            await dispatch.AskAsync(new DispatchCommand.TakeInterpreter(interpreter));
            // Said before, to a dispatcher that did not know whom it concerned.
            await dispatch.AskAsync(new DispatchCommand.Connect(caller.Party));
        }
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.ArgumentInvalid"/> for the empty key.</exception>
    public static Guid Key(Guid key) => key == Guid.Empty ? throw new DomainException(ErrorCode.ArgumentInvalid) : key;

    private bool Stands(InterpretingRequest request) => board.Requests.Values.Any(one => one.Request.Key == request.Key && one.Request.Requester == request.Requester);

    private void Check(RequestInterpreterArgs args, UnitName unit)
    {
        if (args.Key == Guid.Empty || args.Requirements.Count + args.Wishes.Count > ConditionsAtMost || args.Requirements.Contains(null!) || args.Wishes.Contains(null!))
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        if (!languages.IsBookable(args.Language))
        {
            throw new DomainException(ErrorCode.LanguageUnknown);
        }

        if (args.Requirements.Concat(args.Wishes.Select(wish => wish.What)).OfType<Requirement.SpeaksVariety>().Any(speaks => !languages.HasVariety(new LanguageCode(args.Language), speaks.Variety)))
        {
            throw new DomainException(ErrorCode.VarietyUnknown);
        }

        if (args.OwnReference?.Trim().Length > InterpretingRequest.OwnReferenceLength)
        {
            throw new DomainException(ErrorCode.OwnReferenceTooLong);
        }

        if ((args.Emergency && unit.Kind != CustomerKind.Clinic) || (args.Urgent && !unit.MayAskUrgently))
        {
            throw new DomainException(ErrorCode.Forbidden);
        }
    }
}
