namespace Videodolmetschen.Domain.Billing;

/// <summary>
/// The one place where seconds become minutes. A started minute counts: prices are by the minute, somebody worked in it, and "more than 30
/// minutes" (§ 8 (2) JVEG) is true from the first second after them. Sessions count whole seconds and drop what is under ten.
/// </summary>
public static class StartedMinutes
{
    public static int Of(int seconds) => seconds <= 0 ? 0 : ((seconds - 1) / 60) + 1;

    /// <summary>Parts of a second are dropped first, as the clock of a session does.</summary>
    public static int Of(TimeSpan time) => Of((int)Math.Floor(time.TotalSeconds));
}
