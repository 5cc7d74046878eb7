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

    private Task SweepAsync() => access.Server.Services.GetRequiredService<SignInSweep>().SweepAsync(CancellationToken.None);

    /// <summary>A hub connection carried by the latest sign-in of a person.</summary>
    private async Task<Connection> ConnectAsync(string email)
    {
        await using var staff = await access.Server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        var signIn = await Dapper.SqlMapper.QuerySingleAsync<Guid>(
            staff.Connection,
            "SELECT s.id FROM sign_ins s JOIN users u ON u.id = s.user_id WHERE u.email = @email ORDER BY s.id DESC LIMIT 1",
            new { email },
            staff.Transaction);
        var store = access.Server.Services.GetRequiredService<SignInStore>();
        var who = Assert.Single(await store.ReadValidAsync([signIn], access.Clock.GetUtcNow(), CancellationToken.None));
        var connection = new Connection(who.ToPrincipal("test"));
        Live.Track(connection);
        return connection;
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
