using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Domain.Tests.Simulation;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>A small town lives through what the numbers say: each is one thing that somebody does or that happens.</summary>
internal sealed class RandomHistory
{
    private static readonly LanguageCode[] Languages = [Given.Kurmanji, Given.Dari];
    private static readonly double[] Pauses = [0.5, 1, 3, 10, 20, 45, 130];
    private readonly Story _story;
    private readonly Interpreter[] _interpreters;
    private readonly UserId[] _requesters = [.. Enumerable.Range(1, 5).Select(i => new UserId(Given.Id(i)))];

    /// <param name="slow">Offers ring for longer than a lost connection is forgiven.</param>
    public RandomHistory(bool slow = false)
    {
        _story = new Story(new DispatchPolicy { OfferLife = TimeSpan.FromSeconds(slow ? 55 : 20) });
        _interpreters = [.. Enumerable.Range(0, 7).Select(Townsperson)];
        foreach (var interpreter in _interpreters)
        {
            _story.OnDuty(interpreter);
        }
    }

    public Story Story => _story;

    public void Live(IEnumerable<int> numbers)
    {
        foreach (var number in numbers)
        {
            Step(number);
        }
    }

    /// <summary>Everybody leaves; whatever was open must come to an end.</summary>
    public void Fade()
    {
        foreach (var interpreter in _interpreters)
        {
            Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id)));
        }

        foreach (var requester in _requesters)
        {
            Do(new DispatchCommand.LoseConnection(Party.Of(requester)));
        }

        _story.Wait(1_000);
    }

    private void Step(int number)
    {
        var (action, rest) = (number % 30, number / 30);
        var interpreter = _interpreters[rest % _interpreters.Length];
        var requester = _requesters[rest % _requesters.Length];
        switch (action)
        {
            case <= 3: Ask(requester, rest / 5); break;
            case 4: CancelLatest(requester, rest / 5); break;
            case <= 7: Answer(interpreter, true); break;
            case 8 or 9: Answer(interpreter, false); break;
            case 10: Do(new DispatchCommand.SetPresence(interpreter.Id, (PresenceWish)(rest / 7 % 3))); break;
            case 11: Do(new DispatchCommand.LoseConnection(Party.Of(interpreter.Id))); break;
            case 12: ComeBack(interpreter); break;
            case 13: Do(new DispatchCommand.LoseConnection(Party.Of(requester))); break;
            case 14: Do(new DispatchCommand.Connect(Party.Of(requester))); break;
            case <= 16: Report(rest); break;
            case 17 when rest % 2 == 0: InSomeSession(rest, (session, _) => GuestActs.CommandOf(session, rest / 18 % 32, _story.Tables, rest)); break;
            case 17: InSomeSession(rest, (session, by) => new DispatchCommand.HoldSession(session.Id, by, rest / 9 % 2 == 0)); break;
            case 18: InSomeSession(rest, (session, by) => new DispatchCommand.EndSession(session.Id, by, TimeSpan.FromSeconds(rest / 9 % 50))); break;
            case 19: Do(rest / 7 % 2 == 0 ? new DispatchCommand.EndWrapUp(interpreter.Id) : new DispatchCommand.ExtendWrapUp(interpreter.Id)); break;
            case <= 21: Pass(rest); break;
            case 22: Disturb(rest); break;
            case 23: ExtendLatest(interpreter); break;
            case 24: Complain(rest); break;
            case 25: InSomeSession(rest, (session, by) => new DispatchCommand.ConfirmHere(session.Id, by)); break;
            case 26: InSomeSession(rest, (session, _) => new DispatchCommand.SeekRelief(session.Id, Party.Of(session.Interpreter))); break;
            case 28: Do(new DispatchCommand.TakeBreak(interpreter.Id)); break;
            case 27: InSomeSession(rest, (session, _) => HandOver(session, rest / 9)); break;
            default: Assign(interpreter, rest / 7); break;
        }

        _story.CheckIdleHands();
    }

    private void Ask(UserId requester, int variant)
    {
        var need = Given.Request(Languages[variant % 2]) with
        {
            Requester = requester,
            RequestedAt = _story.Now,
            Priority = (Priority)(variant / 2 % 8 / 5),
            NeedsSection203 = variant % 7 == 0,
        };
        need = (variant / 3 % 9) switch
        {
            0 => need.Requiring(new Requirement.SwornToday()),
            1 => need.Requiring(new Requirement.AtLeast(QualificationLevel.QualifiedCommunity)),
            2 => need.Wishing(new Requirement.OfGender(Gender.Male), 15),
            3 => need.Wishing(new Requirement.ThisInterpreter(_interpreters[variant % 7].Id), 30),
            4 => need.Requiring(new Requirement.ThisInterpreter(_interpreters[variant % 7].Id)),
            _ => need,
        };
        Do(new DispatchCommand.RequestInterpreter(need));
    }

    private void CancelLatest(UserId requester, int variant)
    {
        if (_story.Tables.Requests.Values.LastOrDefault(request => request.Requester == requester) is { } request)
        {
            var by = variant % 3 == 0 ? Party.Coordinator(new UserId(Given.Id(77))) : Party.Of(requester);
            Do(new DispatchCommand.CancelRequest(request.Id, by));
        }
    }

    private void Answer(Interpreter interpreter, bool yes)
    {
        if (_story.Tables.Offers.Values.LastOrDefault(offer => offer.Interpreter == interpreter.Id) is { } offer)
        {
            Do(yes
                ? new DispatchCommand.AcceptOffer(offer.Id, interpreter.Id)
                : new DispatchCommand.DeclineOffer(offer.Id, interpreter.Id, DeclineReason.NotMyField));
        }
    }

    private void ExtendLatest(Interpreter interpreter)
    {
        if (_story.Tables.Offers.Values.LastOrDefault(offer => offer.Interpreter == interpreter.Id) is { } offer)
        {
            Do(new DispatchCommand.ExtendOffer(offer.Id, interpreter.Id));
        }
    }

    private void Complain(int rest)
    {
        InSomeSession(rest, (session, _) => new DispatchCommand.ComplainOfQuality(session.Id, session.Requester, (ComplaintReason)(rest / 9 % 6)));
        if (rest / 3 % 2 == 0)
        {
            InSomeSession(rest, (session, _) => new DispatchCommand.AskAgain(session.Id, session.Requester, Given.NewId()));
        }
    }

    private void ComeBack(Interpreter interpreter)
    {
        Do(new DispatchCommand.Connect(Party.Of(interpreter.Id)));
        Do(new DispatchCommand.SetPresence(interpreter.Id, PresenceWish.Available));
    }

    private void Report(int rest)
    {
        var (flows, seconds) = (rest / 9 % 5 != 0, TimeSpan.FromSeconds((rest / 9 % 60) - 3));
        InSomeSession(rest, (session, by) => new DispatchCommand.ReportMedia(session.Id, by, flows, seconds) { Active = rest / 18 % 3 == 0 ? null : rest / 18 % 3 == 1 });
        if (rest / 3 % 3 != 0)
        {
            InSomeSession(rest ^ 4, (session, by) => new DispatchCommand.ReportMedia(session.Id, by, flows, seconds));
        }
    }

    private void InSomeSession(int rest, Func<Session, Party, DispatchCommand?> command)
    {
        var sessions = _story.Tables.Sessions.Values.TakeLast(4).ToList();
        if (sessions.Count > 0)
        {
            var session = sessions[rest % sessions.Count];
            var interpreters = _story.Tables.StintsOf(session.Id);
            if (command(session, rest / 4 % 2 == 0 ? Party.Of(session.Requester) : Party.Of(interpreters[rest / 8 % interpreters.Count].Interpreter)) is { } possible)
            {
                Do(possible);
            }
        }
    }

    private static DispatchCommand HandOver(Session session, int variant) => (variant % 4) switch
    {
        0 => new DispatchCommand.CancelRelief(session.Id, Party.Of(session.Interpreter)),
        1 => new DispatchCommand.CancelRelief(session.Id, Party.Coordinator(new UserId(Given.Id(77)))),
        _ => new DispatchCommand.HandOver(session.Id, session.Interpreter),
    };

    private void Pass(int rest)
    {
        var pause = Pauses[rest % Pauses.Length];
        if (rest / 7 % 4 == 0)
        {
            _story.SleepThrough(pause);
        }
        else if (rest / 7 % 8 == 1)
        {
            TalkOn();
        }
        else
        {
            _story.Wait(pause);
        }
    }

    /// <summary>Four minutes in which all who talk go on talking, or eight in which one side is no longer there.</summary>
    private void TalkOn()
    {
        var asleep = _story.Tables.Sessions.Count % 3 == 0 ? false : (bool?)null;
        for (var i = 0; i < (asleep is null ? 12 : 24); i++)
        {
            foreach (var session in _story.Tables.Sessions.Values.Where(session => session.IsUnfinished).ToList())
            {
                Do(new DispatchCommand.ReportMedia(session.Id, Party.Of(session.Requester), true, TimeSpan.FromSeconds(10)) { Active = asleep });
                Do(new DispatchCommand.ReportMedia(session.Id, Party.Of(session.Interpreter), true, TimeSpan.FromSeconds(10)));
            }

            _story.Wait(20);
        }
    }

    private void Disturb(int rest)
    {
        if (rest % 4 == 0)
        {
            _story.Restart(Pauses[rest / 4 % Pauses.Length]);
            foreach (var back in _interpreters.Where((_, i) => (rest / 32 & (1 << i)) != 0))
            {
                Do(new DispatchCommand.Connect(Party.Of(back.Id)));
            }

            return;
        }

        var changed = _interpreters[rest / 2 % _interpreters.Length];
        _story.Known(changed with
        {
            OfferedMinutesThisWeek = rest % 90,
            Languages = rest / 14 % 9 == 0 ? [] : changed.Languages,
            BlockedCustomers = rest / 14 % 9 == 1 ? new HashSet<CustomerId> { Given.Authority } : changed.BlockedCustomers,
        });
    }

    private void Assign(Interpreter interpreter, int variant)
    {
        var searching = _story.Tables.Requests.Values.Where(request => request.IsOpen).ToList();
        if (searching.Count > 0)
        {
            Do(new DispatchCommand.AssignInterpreter(searching[variant % searching.Count].Id, interpreter.Id));
        }
    }

    private void Do(DispatchCommand command) => _story.Do(command);

    private static Interpreter Townsperson(int i) => Given.Interpreter($"T{i}", Languages[i % 2])
        .At((QualificationLevel)((i % 5) + 1))
        .Sworn(new DateOnly(2026, 11, 20 + i)) with
    {
        Gender = (Gender)(i % 2),
        Reach = (EmergencyReach)(i % 3),
        Section203Until = i % 3 == 0 ? null : new DateOnly(2027, 1, 1),
        BlockedCustomers = i == 6 ? new HashSet<CustomerId> { Given.Authority } : new HashSet<CustomerId>(),
    };
}
