namespace Videodolmetschen.Server.Realtime;

/// <summary>The messages of PROTOCOL.md 3, each a past fact with the whole new view of one thing.</summary>
public interface IInterpretingClient
{
    Task RequestChanged(RequestChanged fact);

    Task CallbackChanged(CallbackChanged fact);

    Task OfferReceived(OfferReceived fact);

    Task OfferWithdrawn(OfferWithdrawn fact);

    Task OfferExpired(OfferExpired fact);

    Task SessionReady(SessionReady fact);

    Task SessionStarted(SessionStarted fact);

    Task SessionInterrupted(SessionInterrupted fact);

    Task SessionChanged(SessionChanged fact);

    Task SessionEnded(SessionEnded fact);

    Task StintEnded(StintEnded fact);

    Task SignalReceived(SignalReceived fact);

    Task CallMoved(CallMoved fact);

    Task GuestChanged(GuestChanged fact);

    Task PresenceChanged(PresenceChanged fact);

    Task FloorChanged(FloorChange fact);

    Task AskChanged(AskChanged fact);

    Task AppointmentNoted(AppointmentNoted fact);
}
