using System.Globalization;
using System.Net;
using Dapper;
using Npgsql;

namespace Videodolmetschen.Server.Tests.Fixtures;

/// <summary>Three servers as processes of their own on one PostgreSQL, behind a real HAProxy, for the tests of one class.</summary>
public sealed class ServerCluster(RealPostgres postgres) : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly List<Node> _nodes = [];
    private readonly HttpClient _client = new() { Timeout = TimeSpan.FromSeconds(10) };
    private Balancer _balancer = null!;
    private RealServer _beside = null!;

    /// <param name="Name">The balancer's cookie.</param>
    /// <param name="Server">The process.</param>
    /// <param name="ToDatabase">The only way on which it reaches PostgreSQL.</param>
    internal sealed record Node(string Name, ServerProcess Server, BadLine ToDatabase);

    public Crowd Crowd { get; private set; } = null!;

    internal IReadOnlyList<Node> Nodes => _nodes;

    public async ValueTask InitializeAsync()
    {
        var database = await postgres.CreateDatabaseAsync();
        var address = new NpgsqlConnectionStringBuilder(database);
        while (_nodes.Count < 3)
        {
            var line = new BadLine(new Uri(string.Create(CultureInfo.InvariantCulture, $"tcp://127.0.0.1:{address.Port}")));
            var through = new NpgsqlConnectionStringBuilder(database) { Host = line.Address.Host, Port = line.Address.Port }.ConnectionString;
            var server = new ServerProcess(through, "Hosting:BuildWeb=false", "Realtime:CallBurst=100000", "Dispatch:Policy:OfferLife=00:05:00", "Dispatch:Policy:UnservedAfter=00:15:00");
            _nodes.Add(new Node("n" + _nodes.Count, server, line));
        }

        await _nodes[0].Server.StartAgainAsync();
        await Task.WhenAll(_nodes.Skip(1).Select(node => node.Server.StartAgainAsync()));
        _balancer = await Balancer.StartAsync([.. _nodes.Select(node => new Uri(node.Server.Address))]);
        _beside = await RealServer.BesideAsync(database, _balancer.Address);
        Crowd = new Crowd(_beside);
        await AllReadyAsync();
    }

    /// <summary>The node that decides now.</summary>
    internal async Task<Node> HolderAsync(Node? otherThan = null)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (true)
        {
            var epoch = await QueryAsync<long>("SELECT epoch FROM dispatch_lease");
            var line = string.Create(CultureInfo.InvariantCulture, $"holds the dispatch lease, epoch {epoch}");
            if (_nodes.Find(node => node.Server.Lines.Any(one => one.EndsWith(line, StringComparison.Ordinal))) is { } holder && holder != otherThan)
            {
                return holder;
            }

            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Returns when the node that decides has renewed its lease over so long.</summary>
    internal async Task HeldForAsync(TimeSpan span)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (!await QueryAsync<bool>("SELECT renewed_at - taken_at >= @span FROM dispatch_lease", new { span }))
        {
            await Task.Delay(50, limit.Token);
        }
    }

    internal Node OtherThan(params Node[] nodes) => _nodes.Except(nodes).First();

    /// <summary>Returns when the node says of itself that it takes traffic, or that it does not.</summary>
    internal async Task IsAsync(Node node, HttpStatusCode ready)
    {
        using var limit = new CancellationTokenSource(Patience);
        while (await ReadyAsync(node, limit.Token) != ready)
        {
            limit.Token.ThrowIfCancellationRequested();
        }
    }

    /// <summary>Every node is there, and in step.</summary>
    public Task AllReadyAsync() => Task.WhenAll(_nodes.Select(node => IsAsync(node, HttpStatusCode.OK)));

    public Task<T> QueryAsync<T>(string sql, object? parameters = null) => _beside.QueryAsync<T>(sql, parameters);

    /// <summary>Cuts the connections whose last statement is like this.</summary>
    /// <returns>How many.</returns>
    internal async Task<long> CutAsync(string statement)
    {
        await using var owner = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(_beside.ConnectionString) { Pooling = false }.ConnectionString);
        return await owner.ExecuteScalarAsync<long>(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND query LIKE @statement",
            new { statement });
    }

    /// <inheritdoc cref="Crowd.AssertUnharmedAsync"/>
    public Task AssertUnharmedAsync() => Crowd.AssertUnharmedAsync(_nodes.SelectMany(node => node.Server.Lines));

    public async ValueTask DisposeAsync()
    {
        await Crowd.DisposeAsync();
        _balancer.Dispose();
        foreach (var node in _nodes)
        {
            await node.Server.DisposeAsync();
            await node.ToDatabase.DisposeAsync();
        }

        await _beside.DisposeAsync();
        _client.Dispose();
    }

    private async Task<HttpStatusCode?> ReadyAsync(Node node, CancellationToken cancellationToken)
    {
        try
        {
            using var answer = await _client.GetAsync(node.Server.Address + "/health/ready", cancellationToken);
            return answer.StatusCode;
        }
        catch (Exception gone) when (gone is HttpRequestException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return null;
        }
    }
}
