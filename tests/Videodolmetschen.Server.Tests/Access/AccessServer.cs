using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

/// <summary>One server for the tests of a class; each test brings its own people.</summary>
public sealed class AccessServer(RealPostgres postgres) : IAsyncLifetime
{
    private int _count;
    private RealServer? _server;

    public RealServer Server => _server ?? throw new InvalidOperationException("Not started.");

    public TestClock Clock { get; } = new();

    public async ValueTask InitializeAsync() => _server = await RealServer.StartAsync(
        postgres,
        builder => builder.Services.AddSingleton<TimeProvider>(Clock),
        "Access:AttemptsPerAddress=10000",
        "Access:AllowedOrigins:0=https://dolmetschen.example.de");

    public string NewEmail() => $"person-{Interlocked.Increment(ref _count)}@behoerde.example.de";

    public async Task<string> AddRequesterAsync()
    {
        var email = NewEmail();
        await Server.AddRequesterAsync(email, await Server.AddTenantAsync());
        return email;
    }

    public ValueTask DisposeAsync() => Server.DisposeAsync();
}
