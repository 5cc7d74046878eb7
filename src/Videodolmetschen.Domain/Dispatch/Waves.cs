using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Dispatch;

/// <summary>How many interpreters ring at which age of a request. An emergency rings everybody at once.</summary>
internal static class Waves
{
    /// <param name="Number">1 for the first wave.</param>
    /// <param name="Size">How many should be ringing at the same time.</param>
    public readonly record struct Wave(int Number, int Size);

    public static Wave At(DispatchPolicy policy, InterpretingRequest request, DateTimeOffset now)
    {
        if (request.Priority == Priority.Emergency)
        {
            return new Wave(1, int.MaxValue);
        }

        var age = now - request.RequestedAt;
        return age >= policy.EverybodyAfter
            ? new Wave(Widenings(policy, policy.EverybodyAfter) + 2, int.MaxValue)
            : new Wave(Widenings(policy, age) + 1, policy.FirstWaveSize + (Widenings(policy, age) * policy.NextWaveSize));
    }

    /// <summary>When the wave widens next, or when everybody may be rung again; null when neither comes any more.</summary>
    public static DateTimeOffset? Next(DispatchPolicy policy, InterpretingRequest request, DateTimeOffset now)
    {
        var everybody = request.RequestedAt + policy.EverybodyAfter;
        if (now >= everybody)
        {
            return null;
        }

        var widening = request.RequestedAt + policy.FirstWaveAlone
            + (policy.NextWaveEvery * Widenings(policy, now - request.RequestedAt));
        return request.Priority == Priority.Emergency || widening > everybody ? everybody : widening;
    }

    private static int Widenings(DispatchPolicy policy, TimeSpan age) =>
        age < policy.FirstWaveAlone ? 0 : (int)((age - policy.FirstWaveAlone) / policy.NextWaveEvery) + 1;
}
