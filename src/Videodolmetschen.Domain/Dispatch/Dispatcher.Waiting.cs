using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <content>What can be done while waiting: settle for less, or ask the Disposition.</content>
public sealed partial class Dispatcher
{
    private DispatchReply Ease(DispatchCommand.EaseRequest command)
    {
        if (!_requests.TryGetValue(command.Request, out var request) || !Concerns(request.Row, command.By))
        {
            return Refuse(ErrorCode.RequestNotFound);
        }

        if (!request.IsSearching)
        {
            return Refuse(ErrorCode.RequestNotWaiting);
        }

        var eased = request.Row with
        {
            Modality = command.ToAudio ? Modality.Audio : request.Row.Modality,
            RelatedAllowed = request.Row.RelatedAllowed || command.AllowRelated,
        };
        if (eased != request.Row)
        {
            Store(request, eased);
            LookFurther(request);
            request.Ringing.ForEach(offer => _draft.Tell(new Notice.OfferChanged(offer.Row, eased)));
            Fill(request);
            Schedule(request);
        }

        return Stands(request);
    }

    private void LookFurther(LiveRequest request)
    {
        if (request.RelatedDesks.Count == 0)
        {
            request.RelatedDesks = RelatedDesksOf(request.Row);
            foreach (var desk in request.RelatedDesks)
            {
                desk.Related.Add(request);
            }
        }
    }

    private IReadOnlyList<LanguageDesk> RelatedDesksOf(InterpretingRequest row) =>
        row is { RelatedAllowed: true, Promised: null } ? [.. row.RelatedLanguages.Where(language => language != row.Language).Distinct().Select(_roster.Desk)] : [];

    private DispatchReply AskForHelp(DispatchCommand.AskForHelp command)
    {
        if (!_requests.TryGetValue(command.Request, out var request) || request.IsRelief || request.Row.Requester != command.By)
        {
            return Refuse(ErrorCode.RequestNotFound);
        }

        if (!request.IsSearching)
        {
            return Refuse(ErrorCode.RequestNotWaiting);
        }

        if (request.Row.HelpAskedAt is null)
        {
            Store(request, request.Row with { HelpAskedAt = _now });
            WaitLonger(request);
        }

        return Stands(request);
    }

    private DispatchReply PromiseHelp(DispatchCommand.PromiseHelp command)
    {
        if (!_requests.TryGetValue(command.Request, out var request))
        {
            return Refuse(ErrorCode.RequestNotFound);
        }

        if (!request.IsSearching)
        {
            return Refuse(ErrorCode.RequestNotWaiting);
        }

        if (request.Row.HelpAskedAt is null)
        {
            return Refuse(ErrorCode.HelpNotAsked);
        }

        if (request.Row.HelpAnsweredAt is null)
        {
            Store(request, request.Row with { HelpAnsweredAt = _now, HelpAnsweredBy = command.By });
            WaitLonger(request);
        }

        return Stands(request);
    }

    private void WaitLonger(LiveRequest request)
    {
        request.UnservedAt = Later(request.UnservedAt, PatienceOf(request.Row));
        // What was due at this very moment would be lost by the new schedule.
        Fill(request);
        Schedule(request);
    }

    /// <summary>Until when it is searched for, as its row says.</summary>
    private DateTimeOffset PatienceOf(InterpretingRequest row)
    {
        var help = row.HelpAnsweredAt ?? row.HelpAskedAt;
        return Later(row.Promised?.EndsAt ?? (row.RequestedAt + _policy.UnservedAfter), help + _policy.HelpWithin);
    }

    /// <summary>Other facts, the same state.</summary>
    private void Store(LiveRequest request, InterpretingRequest row)
    {
        _draft.Write(request.Row, row);
        request.Row = row;
        Touch(request);
    }
}
