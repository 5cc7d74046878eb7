using System.Diagnostics;
using System.Globalization;
using Videodolmetschen.Server.Tests.HouseRules;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>
/// A real HAProxy before several nodes. It asks each whether it is ready, shuts the connections of one that is not, and leads whoever
/// has a node's cookie to that one, as long as it lives.
/// </summary>
internal sealed class Balancer : IDisposable
{
    public const string Cookie = "node";

    private readonly Process _haproxy;

    private Balancer(Process haproxy, Uri address) => (_haproxy, Address) = (haproxy, address);

    public Uri Address { get; }

    public static async Task<Balancer> StartAsync(IReadOnlyList<Uri> nodes)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{ServerProcess.FreePort()}"));
        var folder = TemporaryFolder.Create();
        var file = Path.Combine(folder.Path, "haproxy.cfg");
        await File.WriteAllTextAsync(file, Configuration(address, nodes));
        var process = Process.Start(new ProcessStartInfo("haproxy", ["-db", "-q", "-f", file]))!;
        var balancer = new Balancer(process, address);
        using var client = new HttpClient { BaseAddress = address };
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(20));
        while (!await AnswersAsync(client, limit.Token))
        {
            limit.Token.ThrowIfCancellationRequested();
        }

        folder.Dispose();
        return balancer;
    }

    public void Dispose()
    {
        _haproxy.Kill();
        _haproxy.WaitForExit();
        _haproxy.Dispose();
    }

    /// <summary>The file that operators get, with these nodes, and a cookie by which a test says where to go.</summary>
    private static string Configuration(Uri address, IReadOnlyList<Uri> nodes)
    {
        var lines = File.ReadAllLines(Path.Combine(Repository.Root, "infra", "proxy", "haproxy.cfg"));
        return string.Join('\n',
        [
            .. lines.Where(line => !line.StartsWith("\tserver ", StringComparison.Ordinal)).Select(line => line switch
            {
                "\tbind :80" => $"\tbind localhost:{address.Port}",
                // A developer's machine may not allow as many open files.
                "\tmaxconn 20000" => "\tmaxconn 500",
                _ => line,
            }),
            $"\tcookie {Cookie} insert nocache httponly",
            .. nodes.Select((node, index) => $"\tserver n{index} 127.0.0.1:{node.Port} cookie n{index}"),
            "",
        ]);
    }

    private static async Task<bool> AnswersAsync(HttpClient client, CancellationToken cancellationToken)
    {
        try
        {
            return (await client.GetAsync("/health/ready", cancellationToken)).IsSuccessStatusCode;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
