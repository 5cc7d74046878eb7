using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;

namespace Videodolmetschen.Server.Realtime;

/// <content>What can be done while waiting.</content>
internal sealed partial class InterpretingHub
{
    public Task<RequestView> EaseRequest(EaseRequestArgs args)
    {
        var caller = callers.Of(Context, [Side.Requester, Side.Coordinator], args);
        return choices.AskAsync(caller, new DispatchCommand.EaseRequest(new RequestId(args.RequestId), caller.Party, args.ToAudio, args.AllowRelated));
    }

    public Task<RequestView> AskForHelp(AskForHelpArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        return choices.AskAsync(caller, new DispatchCommand.AskForHelp(new RequestId(args.RequestId), caller.Who.User));
    }

    public Task<RequestView> PromiseHelp(PromiseHelpArgs args)
    {
        var caller = callers.Of(Context, Side.Coordinator, args);
        return choices.AskAsync(caller, new DispatchCommand.PromiseHelp(new RequestId(args.RequestId), caller.Who.User));
    }

    public Task<CallbackView> AskCallback(AskCallbackArgs args) =>
        choices.AskCallbackAsync(callers.Of(Context, Side.Requester, args), new RequestId(args.RequestId), Context.ConnectionAborted);

    public async Task<RequestView> TakeCallback(TakeCallbackArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        var request = await choices.AskAsync(caller, new DispatchCommand.TakeCallback(new CallbackId(args.CallbackId), caller.Who.User, args.Key));
        seats.Take(caller);
        return request;
    }

    public Task<CallbackView> CancelCallback(CancelCallbackArgs args)
    {
        var caller = callers.Of(Context, Side.Requester, args);
        return choices.AskCallbackAsync(new DispatchCommand.CancelCallback(new CallbackId(args.CallbackId), caller.Who.User));
    }
}
