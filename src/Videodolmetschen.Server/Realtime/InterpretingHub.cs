using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.SignalR;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Sessions;

namespace Videodolmetschen.Server.Realtime;

/// <summary>PROTOCOL.md 2. Each method authorises, posts to the dispatcher, and returns; whom to tell is decided there.</summary>
[Authorize]
internal sealed partial class InterpretingHub(DispatchService dispatch, Callers callers, Orders orders, CallSeats seats, SignalRelay relay, Answers answers, Choices choices)
    : Hub<IInterpretingClient>
{
    public override Task OnConnectedAsync()
    {
        callers.Enter(Context);
        return Task.CompletedTask;
    }

    public override Task OnDisconnectedAsync(Exception? exception)
    {
        callers.Leave(Context);
        return Task.CompletedTask;
    }

    public async Task<Situation> Resume(ResumeArgs args)
    {
        var caller = callers.Any(Context, args);
        caller.Device = args.DeviceId;
        await orders.IntroduceAsync(caller, Context.ConnectionAborted);
        var (reply, decided) = await dispatch.AskAsync<DispatchReply.SituationIs>(new DispatchCommand.AskSituation(caller.Party));
        return answers.Resumed(caller, args, reply.Situation, decided.Revision);
    }

    public async Task<RequestView> RequestInterpreter(RequestInterpreterArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        var request = await orders.ReadAsync(caller, args, Context.ConnectionAborted);
        var (reply, _) = await dispatch.AskAsync<DispatchReply.RequestStands>(new DispatchCommand.RequestInterpreter(request));
        orders.Accepted(request);
        seats.Take(caller);
        return answers.Request(caller, reply.Situation);
    }

    public async Task<RequestView> CancelRequest(CancelRequestArgs args)
    {
        var caller = callers.Of(Context, [Side.Requester, Side.Coordinator], args);
        var (reply, _) = await dispatch.AskAsync<DispatchReply.RequestStands>(new DispatchCommand.CancelRequest(new RequestId(args.RequestId), caller.Party));
        return answers.Request(caller, reply.Situation);
    }

    public async Task<PresenceView> SetPresence(SetPresenceArgs args)
    {
        var caller = callers.Of(Context, Side.Interpreter, args);
        return await answers.PresenceAsync(new DispatchCommand.SetPresence(new InterpreterId(caller.Party.Id), args.Wanted));
    }

    public async Task<AcceptAnswer> AcceptOffer(AcceptOfferArgs args)
    {
        var caller = callers.Of(Context, Side.Interpreter, args);
        seats.Prefer(caller);
        var decided = await dispatch.AskAsync(new DispatchCommand.AcceptOffer(new OfferId(args.OfferId), new InterpreterId(caller.Party.Id)));
        return answers.Accepted(caller, decided);
    }

    public async Task DeclineOffer(DeclineOfferArgs args)
    {
        var caller = callers.Of(Context, Side.Interpreter, args);
        await dispatch.AskAsync(new DispatchCommand.DeclineOffer(new OfferId(args.OfferId), new InterpreterId(caller.Party.Id), args.Reason));
    }

    public async Task ExtendOffer(ExtendOfferArgs args)
    {
        var caller = callers.Of(Context, Side.Interpreter, args);
        await dispatch.AskAsync(new DispatchCommand.ExtendOffer(new OfferId(args.OfferId), new InterpreterId(caller.Party.Id)));
    }

    public Task Signal(Guid sessionId, Seat to, RawJson payload) =>
        relay.ForwardAsync(callers.Of(Context, [Side.Requester, Side.Interpreter, Side.Guest], Context), sessionId, to, payload);

    public async Task ReportMedia(ReportMediaArgs args)
    {
        var caller = callers.Of(Context, [Side.Requester, Side.Interpreter], args);
        var lasted = Callers.Span(args.ForSeconds);
        var session = (await relay.RequireSeatAsync(caller, args.SessionId)).Session;
        await dispatch.AskAsync(new DispatchCommand.ReportMedia(session.Id, caller.Party, args.Flowing, lasted) { Active = args.Active, Heard = args.Heard });
    }

    public async Task<SessionView> HoldSession(HoldSessionArgs args)
    {
        var caller = callers.Of(Context, [Side.Requester, Side.Interpreter], args);
        return await answers.SessionAsync(new DispatchCommand.HoldSession(new SessionId(args.SessionId), caller.Party, args.On));
    }

    public async Task<SessionView> ConfirmHere(ConfirmHereArgs args)
    {
        var caller = callers.Of(Context, [Side.Requester, Side.Interpreter], args);
        return await answers.SessionAsync(new DispatchCommand.ConfirmHere(new SessionId(args.SessionId), caller.Party));
    }

    public async Task<SessionView> ComplainOfQuality(ComplainOfQualityArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        return await answers.SessionAsync(new DispatchCommand.ComplainOfQuality(new SessionId(args.SessionId), caller.Who.User, args.Reason));
    }

    public async Task<RequestView> AskAgain(AskAgainArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        var (reply, _) = await dispatch.AskAsync<DispatchReply.RequestStands>(new DispatchCommand.AskAgain(new SessionId(args.SessionId), caller.Who.User, Orders.Key(args.Key)));
        seats.Take(caller);
        return answers.Request(caller, reply.Situation);
    }

    public async Task<SessionView> EndSession(EndSessionArgs args)
    {
        var caller = callers.Of(Context, [Side.Requester, Side.Interpreter, Side.Coordinator], args);
        TimeSpan? flowed = args.FlowedSeconds is { } seconds ? Callers.Span(seconds) : null;
        return await answers.SessionAsync(new DispatchCommand.EndSession(new SessionId(args.SessionId), caller.Party, Callers.Span(args.SecondsAgo)) { Flowed = flowed });
    }

    public async Task<ParticipantView> InviteGuest(InviteGuestArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        return await answers.GuestAsync(new DispatchCommand.InviteGuest(new SessionId(args.SessionId), caller.Party, args.Role, Callers.Hash(args.LinkHash)));
    }

    public async Task AdmitGuest(AdmitGuestArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        await dispatch.AskAsync(new DispatchCommand.AdmitGuest(new SessionId(args.SessionId), caller.Party, args.Seat));
    }

    public async Task DismissGuest(DismissGuestArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        await dispatch.AskAsync(new DispatchCommand.DismissGuest(new SessionId(args.SessionId), caller.Party, args.Seat));
    }

    public async Task LeaveSession()
    {
        var caller = callers.Of(Context, Side.Guest, Context);
        await dispatch.AskAsync(new DispatchCommand.LeaveAsGuest(new GuestId(caller.Party.Id)));
    }

    public async Task<SessionView> SeekRelief(HandoverArgs args)
    {
        var caller = callers.Of(Context, [Side.Interpreter, Side.Coordinator], args);
        return await answers.SessionAsync(new DispatchCommand.SeekRelief(new SessionId(args.SessionId), caller.Party));
    }

    public async Task<SessionView> CancelRelief(HandoverArgs args)
    {
        var caller = callers.Of(Context, [Side.Interpreter, Side.Coordinator], args);
        return await answers.SessionAsync(new DispatchCommand.CancelRelief(new SessionId(args.SessionId), caller.Party));
    }

    public async Task<SessionView> HandOver(HandoverArgs args)
    {
        var caller = callers.Of(Context, Side.Interpreter, args);
        return await answers.SessionAsync(new DispatchCommand.HandOver(new SessionId(args.SessionId), new InterpreterId(caller.Party.Id)));
    }

    public Task<PresenceView> TakeBreak() =>
        answers.PresenceAsync(new DispatchCommand.TakeBreak(callers.Interpreter(Context)));

    public Task<PresenceView> EndWrapUp() =>
        answers.PresenceAsync(new DispatchCommand.EndWrapUp(callers.Interpreter(Context)));

    public Task<PresenceView> ExtendWrapUp() =>
        answers.PresenceAsync(new DispatchCommand.ExtendWrapUp(callers.Interpreter(Context)));

    public async Task<FloorView> WatchFloor()
    {
        var caller = callers.Of(Context, Side.Coordinator, Context);
        caller.WatchesFloor = true;
        var (reply, decided) = await dispatch.AskAsync<DispatchReply.FloorIs>(new DispatchCommand.AskFloor());
        return answers.Floor(reply.Floor, decided.Revision);
    }

    public void LeaveFloor() => callers.Of(Context, Side.Coordinator, Context).WatchesFloor = false;

    public async Task AssignInterpreter(AssignInterpreterArgs args)
    {
        callers.Of(Context, Side.Coordinator, args);
        await dispatch.AskAsync(new DispatchCommand.AssignInterpreter(new RequestId(args.RequestId), new InterpreterId(args.InterpreterId)));
    }
}
