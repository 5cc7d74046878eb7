namespace Videodolmetschen.Server.Realtime;

/// <summary>How much one connection may ask for.</summary>
internal sealed class RateLimits(RealtimeOptions options, TimeProvider time)
{
    private Bucket _signals = new(options.SignalBurst);
    private Bucket _calls = new(options.CallBurst);

    public bool TryTakeSignal() => _signals.TryTake(options.SignalsPerSecond, options.SignalBurst, time.GetTimestamp(), time.TimestampFrequency);

    public bool TryTakeCall() => _calls.TryTake(options.CallsPerSecond, options.CallBurst, time.GetTimestamp(), time.TimestampFrequency);

    // One invocation runs at a time per connection, so no lock.
    private struct Bucket(double tokens)
    {
        private double _tokens = tokens;
        private long _at;

        public bool TryTake(double perSecond, double burst, long now, long frequency)
        {
            _tokens = Math.Min(burst, _tokens + (perSecond * (now - _at) / frequency));
            _at = now;
            if (_tokens < 1)
            {
                return false;
            }

            _tokens--;
            return true;
        }
    }
}
