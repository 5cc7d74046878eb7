using System.Security.Claims;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.SignalR;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class LiveConnectionTests(AccessServer access) : IClassFixture<AccessServer>
{
    private LiveConnections Live => access.Server.Services.GetRequiredService<LiveConnections>();

    [Fact]
    public async Task Signing_out_cuts_the_live_connection_of_that_sign_in_only()
    {
        var email = await access.AddRequesterAsync();
        using var browser = await Browser.SignedInAsync(access.Server, email);
        var mine = await ConnectAsync(email);
        using var elsewhere = await Browser.SignedInAsync(access.Server, email);
        var other = await ConnectAsync(email);
        await browser.SignOutAsync();
        Assert.True(mine.Aborted);
        Assert.False(other.Aborted);
    }

    [Theory]
    [InlineData("UPDATE users SET disabled_at = now() WHERE email = @email")]
    [InlineData("UPDATE users SET security_stamp = 'other' WHERE email = @email")]
    [InlineData("DELETE FROM user_roles r USING users u WHERE r.user_id = u.id AND u.email = @email")]
    [InlineData("UPDATE users SET unit_id = NULL WHERE email = @email")]
    [InlineData("UPDATE sign_ins s SET ended_at = now() FROM users u WHERE u.id = s.user_id AND u.email = @email")]
    public async Task A_change_of_rights_cuts_the_live_connection_with_the_next_sweep(string change)
    {
        var email = await access.AddRequesterAsync();
        using var browser = await Browser.SignedInAsync(access.Server, email);
        var connection = await ConnectAsync(email);
        await SweepAsync();
        Assert.False(connection.Aborted);
        await access.Server.ExecuteAsStaffAsync(change, new { email });
        await SweepAsync();
        Assert.True(connection.Aborted);
    }

    [Fact]
    public async Task A_connection_that_was_on_its_way_while_its_sign_in_ended_is_cut_on_arrival()
    {
        var email = await access.AddRequesterAsync();
        using var browser = await Browser.SignedInAsync(access.Server, email);
        var late = new Connection((await ReadLatestAsync(email)).ToPrincipal("test"));
        await browser.SignOutAsync();
        Live.Track(late);
        Assert.True(late.Aborted);
    }

    private Task SweepAsync() => access.Server.Services.GetRequiredService<SignInSweep>().SweepAsync(CancellationToken.None);

    /// <summary>A hub connection carried by the latest sign-in of a person.</summary>
    private async Task<Connection> ConnectAsync(string email)
    {
        var connection = new Connection((await ReadLatestAsync(email)).ToPrincipal("test"));
        Live.Track(connection);
        return connection;
    }

    private async Task<SignedIn> ReadLatestAsync(string email)
    {
        await using var staff = await access.Server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        var signIn = await Dapper.SqlMapper.QuerySingleAsync<Guid>(
            staff.Connection,
            "SELECT s.id FROM sign_ins s JOIN users u ON u.id = s.user_id WHERE u.email = @email ORDER BY s.id DESC LIMIT 1",
            new { email },
            staff.Transaction);
        var store = access.Server.Services.GetRequiredService<SignInStore>();
        return Assert.Single(await store.ReadValidAsync([signIn], access.Clock.GetUtcNow(), CancellationToken.None));
    }

    private sealed class Connection(ClaimsPrincipal user) : HubCallerContext
    {
        public bool Aborted { get; private set; }

        public override string ConnectionId { get; } = Guid.NewGuid().ToString();

        public override string? UserIdentifier => null;

        public override ClaimsPrincipal User => user;

        public override IDictionary<object, object?> Items { get; } = new Dictionary<object, object?>();

        public override IFeatureCollection Features { get; } = new FeatureCollection();

        public override CancellationToken ConnectionAborted => CancellationToken.None;

        public override void Abort() => Aborted = true;
    }
}
