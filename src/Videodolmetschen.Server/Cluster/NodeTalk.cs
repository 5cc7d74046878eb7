using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Scheduling;
using Videodolmetschen.Server.Sessions;

namespace Videodolmetschen.Server.Cluster;

/// <summary>Whom messages of other nodes concern beside the dispatcher.</summary>
internal sealed record NodeDesk(LiveConnections Live, SignalRelay Relay, CallSeats Seats, ClientNotifier Notifier, LiveBoard Board, CurrentRules Rules, AppointmentNews News)
{
    public void Take(HeldSeat seat)
    {
        if (Seats.Hear(seat) is { } lost && Board.SessionOf(seat.Who) is { } running)
        {
            Notifier.CallMoved(lost, Board.Revision, running.Session.Id);
        }
    }
}

/// <summary>Hands what other nodes say to those whom it concerns, one after the other.</summary>
internal sealed partial class NodeTalk(
    NodeBus bus, HolderDesk holder, FollowerDesk follower, DispatchLease lease, NodeDesk desk, ILogger<NodeTalk> logger)
    : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await foreach (var happened in bus.Events.ReadAllAsync(stoppingToken))
        {
            try
            {
                await TakeAsync(happened);
            }
            catch (Exception failure)
            {
                // One message that cannot be worked off must not silence all that follow.
                LogFailed(failure, happened.GetType().Name);
            }
        }
    }

    private async ValueTask TakeAsync(BusEvent happened)
    {
        switch (happened)
        {
            case BusEvent.Heard { Message: NodeMessage.LeaseFree }:
                lease.TryNow();
                break;
            case BusEvent.Heard { Message: NodeMessage.SignInEnded ended }:
                desk.Live.End(ended.SignIn);
                break;
            case BusEvent.Heard { Message: NodeMessage.AppointmentRulesChanged changed }:
                desk.Rules.Hear(changed);
                break;
            case BusEvent.Heard { Message: (NodeMessage.AskTold or NodeMessage.AppointmentTold) and var news }:
                desk.News.Hear(news);
                break;
            case BusEvent.Heard { Message: NodeMessage.Signal signal }:
                desk.Relay.Take(signal);
                break;
            case BusEvent.Heard { Message: NodeMessage.SeatTaken { Seat: var seat } }:
                desk.Take(seat);
                break;
            case BusEvent.Heard { Message: NodeMessage.Welcome welcome }:
                welcome.Seats.ToList().ForEach(desk.Take);
                await follower.HearAsync(((BusEvent.Heard)happened).From, welcome);
                desk.Seats.TellOwn();
                break;
            case BusEvent.Heard heard:
                holder.Hear(heard.From, heard.Message);
                await follower.HearAsync(heard.From, heard.Message);
                break;
            case BusEvent.Came came:
                holder.Meet(came.Node);
                break;
            case BusEvent.Gone gone:
                holder.Part(gone.Node);
                desk.Seats.Forget(gone.Node);
                lease.TryNow();
                break;
            case BusEvent.Missed missed:
                holder.Meet(missed.From);
                follower.Note(missed);
                break;
            default:
                follower.Note(happened);
                break;
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "{What} from another node could not be worked off")]
    private partial void LogFailed(Exception failure, string what);
}
