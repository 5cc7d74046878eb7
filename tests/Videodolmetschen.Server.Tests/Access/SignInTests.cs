using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class SignInTests(AccessServer access, RealPostgres postgres) : IClassFixture<AccessServer>
{
    [Fact]
    public async Task A_requester_who_signs_in_is_known_with_customer_and_unit()
    {
        var (email, tenant) = (access.NewEmail(), await access.Server.AddTenantAsync("Klinikum Lindenfurt"));
        await access.Server.AddRequesterAsync(email, tenant);
        using var browser = await Browser.SignedInAsync(access.Server, email);
        var me = await (await browser.GetAsync("/api/me")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(email, me.GetProperty("email").GetString());
        Assert.Equal("Klinikum Lindenfurt", me.GetProperty("customerName").GetString());
        Assert.Equal(tenant.Unit.Value, me.GetProperty("unitId").GetGuid());
        Assert.Equal(Roles.Requester, Assert.Single(me.GetProperty("roles").EnumerateArray()).GetString());
    }

    [Fact]
    public async Task An_interpreter_is_known_by_the_own_record()
    {
        var email = access.NewEmail();
        var interpreter = await access.Server.AddInterpreterAsync(email, number: 7001);
        using var browser = await Browser.SignedInAsync(access.Server, email);
        var me = await (await browser.GetAsync("/api/me")).Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal(interpreter.Value, me.GetProperty("interpreterId").GetGuid());
        Assert.Equal(JsonValueKind.Null, me.GetProperty("customerId").ValueKind);
    }

    [Fact]
    public async Task Nobody_signed_in_is_told_so_and_never_sent_elsewhere()
    {
        using var browser = new Browser(access.Server);
        using var answer = await browser.GetAsync("/api/me");
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("sign_in_required", await answer.CodeAsync());
    }

    [Fact]
    public async Task A_wrong_password_and_an_unknown_address_get_the_same_answer()
    {
        using var browser = new Browser(access.Server);
        using var wrong = await browser.SignInAsync(await access.AddRequesterAsync(), "falsches Kennwort");
        using var unknown = await browser.SignInAsync(access.NewEmail(), "falsches Kennwort");
        Assert.Equal("sign_in_failed", await wrong.CodeAsync());
        Assert.Equal(await wrong.ComparableAsync(), await unknown.ComparableAsync());
    }

    [Fact]
    public async Task An_unknown_address_costs_a_password_hash_like_a_known_one()
    {
        var hasher = new CountingHasher();
        await using var server = await RealServer.StartAsync(postgres, builder => builder.Services.AddSingleton<IPasswordHasher<Account>>(hasher));
        using var browser = new Browser(server);
        await browser.SignInAsync(access.NewEmail());
        Assert.Equal(1, hasher.Verified);
    }

    [Fact]
    public async Task A_disabled_account_gets_the_answer_of_an_unknown_one()
    {
        var email = await access.AddRequesterAsync();
        await DisableAsync(email);
        using var browser = new Browser(access.Server);
        using var disabled = await browser.SignInAsync(email);
        using var unknown = await browser.SignInAsync(access.NewEmail());
        Assert.Equal(await unknown.ComparableAsync(), await disabled.ComparableAsync());
    }

    [Fact]
    public async Task Disabling_an_account_ends_its_sign_ins_at_once()
    {
        var email = await access.AddRequesterAsync();
        using var browser = await Browser.SignedInAsync(access.Server, email);
        await DisableAsync(email);
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusOfMeAsync());
    }

    [Fact]
    public async Task A_new_security_stamp_ends_the_sign_ins_before_it()
    {
        var email = await access.AddRequesterAsync();
        using var browser = await Browser.SignedInAsync(access.Server, email);
        await access.Server.ExecuteAsStaffAsync("UPDATE users SET security_stamp = 'other' WHERE email = @email", new { email });
        Assert.Equal(HttpStatusCode.Unauthorized, await browser.StatusOfMeAsync());
    }

    [Fact]
    public async Task Signing_out_ends_the_sign_in_for_a_copied_cookie_too()
    {
        using var browser = await Browser.SignedInAsync(access.Server, await access.AddRequesterAsync());
        using var copy = browser.MovedTo(access.Server);
        Assert.Equal(HttpStatusCode.OK, await copy.StatusOfMeAsync());
        using var answer = await browser.SignOutAsync();
        Assert.Contains("\"storage\"", answer.Headers.GetValues("Clear-Site-Data").Single(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Unauthorized, await copy.StatusOfMeAsync());
    }

    [Fact]
    public async Task Signing_in_again_ends_the_sign_in_before_it()
    {
        var email = await access.AddRequesterAsync();
        using var browser = await Browser.SignedInAsync(access.Server, email);
        using var copy = browser.MovedTo(access.Server);
        await browser.SignInAsync(email);
        Assert.Equal(HttpStatusCode.OK, await browser.StatusOfMeAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await copy.StatusOfMeAsync());
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"email":"a@b.de","password":null}""")]
    [InlineData("""{"email":["a@b.de"],"password":"x"}""")]
    [InlineData("{\"email\"")]
    public async Task Rubbish_gets_a_code_and_not_a_fault(string body)
    {
        using var browser = new Browser(access.Server);
        using var content = new StringContent(body, System.Text.Encoding.UTF8, "application/json");
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/sign-in") { Content = content };
        using var answer = await browser.SendAsync(request);
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("argument_invalid", await answer.CodeAsync());
    }

    private sealed class CountingHasher : PasswordHasher<Account>
    {
        public int Verified { get; private set; }

        public override PasswordVerificationResult VerifyHashedPassword(Account user, string hashedPassword, string providedPassword)
        {
            Verified++;
            return base.VerifyHashedPassword(user, hashedPassword, providedPassword);
        }
    }

    private Task<int> DisableAsync(string email) =>
        access.Server.ExecuteAsStaffAsync("UPDATE users SET disabled_at = now() WHERE email = @email", new { email });
}
