using System.Globalization;

namespace Videodolmetschen.Server.Jobs;

/// <summary>When a job runs, by the clock on the wall in Berlin. Only what both engines can say in one cron expression.</summary>
internal abstract record Cadence
{
    private Cadence()
    {
    }

    /// <summary>The longest time that lies between two runs.</summary>
    public abstract TimeSpan Period { get; }

    /// <summary>Six fields, seconds first; the days as <c>*</c>. Quartz wants one of the two days as <c>?</c>.</summary>
    public abstract string Cron { get; }

    /// <param name="seconds">A divisor of 60, so that the rounds are even.</param>
    public static Cadence EverySeconds(int seconds) => new Seconds(Divisor(seconds));

    /// <param name="minutes">A divisor of 60.</param>
    public static Cadence EveryMinutes(int minutes) => new Minutes(Divisor(minutes));

    /// <summary>Not between two and three, which one night of the year leaves out and another repeats.</summary>
    public static Cadence DailyAt(int hour, int minute = 0) =>
        hour is 2 ? throw new ArgumentOutOfRangeException(nameof(hour)) : new Daily(new TimeOnly(hour, minute));

    private static int Divisor(int number) =>
        number > 0 && 60 % number == 0 ? number : throw new ArgumentOutOfRangeException(nameof(number));

    private static string Text(FormattableString cron) => cron.ToString(CultureInfo.InvariantCulture);

    internal sealed record Seconds(int Every) : Cadence
    {
        public override TimeSpan Period => TimeSpan.FromSeconds(Every);

        public override string Cron => Text($"0/{Every} * * * * *");

        public override string ToString() => Text($"seconds:{Every}");
    }

    internal sealed record Minutes(int Every) : Cadence
    {
        public override TimeSpan Period => TimeSpan.FromMinutes(Every);

        public override string Cron => Text($"0 0/{Every} * * * *");

        public override string ToString() => Text($"minutes:{Every}");
    }

    internal sealed record Daily(TimeOnly At) : Cadence
    {
        /// <summary>The day that ends summer time has 25 hours.</summary>
        public override TimeSpan Period => TimeSpan.FromHours(25);

        public override string Cron => Text($"0 {At.Minute} {At.Hour} * * *");

        public override string ToString() => Text($"daily:{At:HH\\:mm}");
    }
}
