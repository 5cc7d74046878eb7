namespace Videodolmetschen.Server.Realtime;

/// <summary>
/// What is still to be sent to one connection. Sends at once while the client reads; when it does not, up to
/// <c>limit</c> messages wait here, then the connection is cut. Nobody else ever waits for it.
/// </summary>
internal sealed class Outbox(int limit, Action overflow)
{
    private readonly Lock _gate = new();
    private Queue<Func<Task>>? _waiting;
    private bool _isSending;

    public void Send(Func<Task> message)
    {
        lock (_gate)
        {
            if (_isSending)
            {
                Keep(message);
                return;
            }

            _isSending = true;
        }

        _ = SendAllAsync(message);
    }

    private void Keep(Func<Task> message)
    {
        _waiting ??= new Queue<Func<Task>>();
        if (_waiting.Count < limit)
        {
            _waiting.Enqueue(message);
            return;
        }

        _waiting.Clear();
        overflow();
    }

    private async Task SendAllAsync(Func<Task> message)
    {
        for (Func<Task>? next = message; next is not null; next = TakeNext())
        {
            try
            {
                await next();
            }
            catch (Exception gone) when (gone is OperationCanceledException or InvalidOperationException or IOException or ObjectDisposedException)
            {
                // The connection has closed meanwhile; whoever comes back resumes.
            }
        }
    }

    private Func<Task>? TakeNext()
    {
        lock (_gate)
        {
            if (_waiting is { Count: > 0 } waiting)
            {
                return waiting.Dequeue();
            }

            _isSending = false;
            return null;
        }
    }
}
