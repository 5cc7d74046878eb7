using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Requests;

namespace Videodolmetschen.Server.Realtime;

/// <summary>What can be done while waiting: from the question to the answer of a hub method.</summary>
internal sealed class Choices(DispatchService dispatch, RequestStore requests, Answers answers)
{
    public async Task<RequestView> AskAsync(LiveConnection caller, DispatchCommand command)
    {
        var (reply, _) = await dispatch.AskAsync<DispatchReply.RequestStands>(command);
        return answers.Request(caller, reply.Situation);
    }

    /// <exception cref="DomainException"><see cref="ErrorCode.RequestNotFound"/> for a request of somebody else.</exception>
    public async Task<CallbackView> AskCallbackAsync(LiveConnection caller, RequestId id, CancellationToken cancellationToken)
    {
        var request = await requests.FindAsync(caller.Who.RequireCustomer(), caller.Who.User, id, cancellationToken)
            ?? throw new DomainException(ErrorCode.RequestNotFound);
        return await AskCallbackAsync(new DispatchCommand.AskCallback(request));
    }

    public async Task<CallbackView> AskCallbackAsync(DispatchCommand command)
    {
        var (reply, _) = await dispatch.AskAsync<DispatchReply.CallbackIs>(command);
        return Views.Callback(reply.Callback);
    }
}
