namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>For what another thread or process does in its own time, and tells nobody.</summary>
internal static class Until
{
    public static async Task<T> SoAsync<T>(Func<Task<T>> read, Func<T, bool> isSo)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (true)
        {
            var found = await read();
            if (isSo(found))
            {
                return found;
            }

            await Task.Delay(50, limit.Token);
        }
    }
}
