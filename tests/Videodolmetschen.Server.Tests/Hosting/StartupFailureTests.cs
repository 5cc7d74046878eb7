using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Tests.Hosting;

public sealed class StartupFailureTests
{
    [Fact]
    public async Task A_taken_port_ends_the_start_with_a_sentence()
    {
        using var other = new TcpListener(IPAddress.Loopback, 0);
        other.Start();
        var port = ((IPEndPoint)other.LocalEndpoint).Port;
        await using var app = Program.Build([$"--urls=http://127.0.0.1:{port}", "--Hosting:LogFile=false"]);
        var refused = Assert.Throws<StartupException>(app.EnsureAddressIsFree);
        Assert.Contains($"Der Port {port} ist schon belegt", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Host=127.0.0.1;Port=1;Username=x;Password=x;Database=x")]
    [InlineData("not a connection string")]
    public async Task A_wrong_connection_string_ends_the_start_with_exit_code_1(string connectionString)
    {
        string[] args = ["--urls=http://127.0.0.1:0", "--Hosting:LogFile=false", "--Hosting:BuildWeb=false", "--Startup:Silent=true", "--ConnectionStrings:Videodolmetschen=" + connectionString];
        Assert.Equal(1, await Program.Main(args));
    }

    [Fact]
    public async Task A_configuration_value_of_the_wrong_kind_ends_the_start_with_exit_code_1() =>
        Assert.Equal(1, await Program.Main(["--urls=http://127.0.0.1:0", "--Database:Port=blue"]));

    [Theory]
    [InlineData("OfferLife=00:00:00", "OfferLife muss zwischen null und einem Tag liegen")]
    [InlineData("FirstWaveSize=0", "FirstWaveSize muss mindestens 1 sein")]
    [InlineData("WrapUp=01:00:00", "WrapUp darf nicht länger sein als WrapUpAtMost")]
    public async Task A_policy_that_cannot_work_ends_the_start_with_a_sentence(string setting, string sentence)
    {
        await using var app = Program.Build(["--Hosting:LogFile=false", "--Dispatch:Policy:" + setting]);
        var refused = Assert.Throws<OptionsValidationException>(() => app.Services.GetRequiredService<IOptions<DispatchOptions>>().Value);
        Assert.Contains(sentence, StartupException.Describe(refused), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fault_of_ours_keeps_its_stack_trace() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => StartupException.GuardAsync(() => throw new InvalidOperationException("ours")));

    [Fact]
    public void A_database_that_refuses_the_password_is_named() =>
        Assert.Contains("Passwort", StartupException.Describe(new PostgresException("", "FATAL", "FATAL", PostgresErrorCodes.InvalidPassword)), StringComparison.Ordinal);
}
