namespace Videodolmetschen.Domain.Scheduling;

/// <summary>How much work arrives: independent calls at a steady rate, each of about the same length.</summary>
/// <param name="CallsPerHour">Mean number of calls that begin in an hour.</param>
/// <param name="Handling">Mean time that one call binds one agent, wrap-up counted in.</param>
public readonly record struct ErlangLoad(double CallsPerHour, TimeSpan Handling)
{
    /// <summary>Offered traffic A in Erlang: the mean number of calls that would run if nobody had to wait.</summary>
    public double Traffic => CallsPerHour * Handling.TotalHours;
}

/// <summary>
/// Erlang's waiting formula: how many must be on duty for a service level. With A Erlang offered to n agents, n over A,
/// <code>
/// B(0) = 1,  B(k) = A B(k-1) / (k + A B(k-1))          lost calls, k = 1 to n
/// C    = n B(n) / (n - A (1 - B(n)))                   somebody has to wait
/// SL   = 1 - C exp(-(n - A) t / h)                     answered within t, handling time h
/// ASA  = C h / (n - A)                                 mean wait of all calls
/// </code>
/// Assumed: Poisson arrivals, exponential handling times, first come first served, and nobody who waits ever gives up. People do give up
/// and interpreters speak more than one language, so real waits are shorter: the numbers are on the safe side. Source: A. K. Erlang 1917; the
/// recurrence needs no factorials and cannot overflow.
/// </summary>
public static class ErlangC
{
    /// <summary>Probability that a call has to wait, 0 to 1; 1 where there are not more agents than Erlang, since the queue then grows without end.</summary>
    public static double WaitProbability(int agents, double traffic)
    {
        if (traffic <= 0)
        {
            return 0;
        }

        if (agents <= traffic)
        {
            return 1;
        }

        var lost = LossProbability(agents, traffic);
        return agents * lost / (agents - (traffic * (1 - lost)));
    }

    /// <summary>Erlang's loss formula: probability that all agents are busy where nobody can wait, 0 to 1.</summary>
    public static double LossProbability(int agents, double traffic)
    {
        var lost = 1.0;
        for (var k = 1; k <= agents; k++)
        {
            lost = traffic * lost / (k + (traffic * lost));
        }

        return lost;
    }

    /// <summary>Part of all calls that is answered within the time, 0 to 1; 0 where the queue grows without end.</summary>
    public static double ServiceLevel(int agents, ErlangLoad load, TimeSpan within)
    {
        if (load.Traffic <= 0)
        {
            return 1;
        }

        return agents <= load.Traffic
            ? 0
            : 1 - (WaitProbability(agents, load.Traffic) * Math.Exp(-(agents - load.Traffic) * (within / load.Handling)));
    }

    /// <summary>Mean wait of all calls, those that do not wait counted in; null where the queue grows without end.</summary>
    public static TimeSpan? AverageSpeedOfAnswer(int agents, ErlangLoad load)
    {
        if (load.Traffic <= 0)
        {
            return TimeSpan.Zero;
        }

        return agents <= load.Traffic ? null : load.Handling * (WaitProbability(agents, load.Traffic) / (agents - load.Traffic));
    }

    /// <summary>The fewest agents with whom at least so large a part of the calls is answered within the time; none without any load.</summary>
    /// <param name="load">What arrives.</param>
    /// <param name="level">From 0 up to, and not including, 1: everybody at once is never certain.</param>
    /// <param name="within">Seconds of waiting, as a rule 20 to 30.</param>
    /// <exception cref="ArgumentOutOfRangeException">The level is not such a number.</exception>
    public static int AgentsNeeded(ErlangLoad load, double level, TimeSpan within)
    {
        if (level is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(level));
        }

        if (load.Traffic <= 0)
        {
            return 0;
        }

        var agents = (int)Math.Floor(load.Traffic) + 1;
        while (ServiceLevel(agents, load, within) < level)
        {
            agents++;
        }

        return agents;
    }
}
