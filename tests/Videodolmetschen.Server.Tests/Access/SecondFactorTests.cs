using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Web;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class SecondFactorTests(AccessServer access) : IClassFixture<AccessServer>
{
    /// <summary>Appendix B of RFC 6238, the last six of its eight digits.</summary>
    [Theory]
    [InlineData(59, "287082")]
    [InlineData(1111111109, "081804")]
    [InlineData(1234567890, "005924")]
    [InlineData(20000000000, "353130")]
    public void Codes_are_those_of_the_standard(long seconds, string code) =>
        Assert.Equal(code, Totp.CodeAt("12345678901234567890"u8.ToArray(), DateTimeOffset.FromUnixTimeSeconds(seconds)));

    [Theory]
    [InlineData(-60, false)]
    [InlineData(-30, true)]
    [InlineData(0, true)]
    [InlineData(30, true)]
    [InlineData(60, false)]
    public void A_clock_may_be_half_a_minute_off(int seconds, bool accepted)
    {
        var (secret, now) = ("12345678901234567890"u8.ToArray(), DateTimeOffset.FromUnixTimeSeconds(1111111110));
        Assert.Equal(accepted, Totp.FindStep(secret, Totp.CodeAt(secret, now.AddSeconds(seconds)), now) is not null);
    }

    [Fact]
    public async Task Once_in_force_the_password_alone_is_not_enough()
    {
        var person = await EnrolAsync();
        using var browser = new Browser(access.Server);
        using var answer = await browser.SignInAsync(person.Email);
        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("second_factor_required", await answer.CodeAsync());
        Assert.False(answer.Headers.Contains("Set-Cookie"));
    }

    [Fact]
    public async Task A_wrong_password_does_not_tell_that_there_is_a_second_factor()
    {
        var person = await EnrolAsync();
        using var browser = new Browser(access.Server);
        using var answer = await browser.SignInAsync(person.Email, "falsches Kennwort");
        Assert.Equal("sign_in_failed", await answer.CodeAsync());
    }

    [Fact]
    public async Task A_code_signs_in_once_and_never_again()
    {
        var person = await EnrolAsync();
        access.Clock.Advance(TimeSpan.FromMinutes(1));
        var code = Totp.CodeAt(person.Secret, access.Clock.GetUtcNow());
        using var browser = new Browser(access.Server);
        using var first = await browser.SignInAsync(person.Email, code: code);
        using var again = await browser.SignInAsync(person.Email, code: code);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("second_factor_failed", await again.CodeAsync());
    }

    [Fact]
    public async Task A_recovery_code_signs_in_once_and_never_again()
    {
        var person = await EnrolAsync();
        using var browser = new Browser(access.Server);
        using var first = await browser.SignInAsync(person.Email, code: person.RecoveryCodes[3].ToLowerInvariant());
        using var again = await browser.SignInAsync(person.Email, code: person.RecoveryCodes[3]);
        Assert.Equal(HttpStatusCode.OK, first.StatusCode);
        Assert.Equal("second_factor_failed", await again.CodeAsync());
    }

    [Fact]
    public async Task Guessing_codes_is_stopped_like_guessing_passwords()
    {
        var person = await EnrolAsync();
        using var browser = new Browser(access.Server);
        for (var guess = 0; guess < 5; guess++)
        {
            using var wrong = await browser.SignInAsync(person.Email, code: "00000" + guess);
        }

        using var answer = await browser.SignInAsync(person.Email, code: person.RecoveryCodes[0]);
        Assert.Equal("too_many_attempts", await answer.CodeAsync());
    }

    [Fact]
    public async Task A_second_factor_in_force_cannot_be_replaced_by_a_stolen_sign_in()
    {
        var person = await EnrolAsync();
        using var browser = new Browser(access.Server);
        await browser.SignInAsync(person.Email, code: person.RecoveryCodes[0]);
        using var answer = await browser.PostAsync("/api/second-factor/propose");
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
    }

    [Fact]
    public async Task Putting_it_in_force_ends_the_sign_ins_elsewhere()
    {
        var email = access.NewEmail();
        await access.Server.AddStaffAsync(email);
        using var elsewhere = await Browser.SignedInAsync(access.Server, email);
        using var here = await Browser.SignedInAsync(access.Server, email);
        await EnrolAsync(here, email);
        Assert.Equal(HttpStatusCode.OK, await here.StatusOfMeAsync());
        Assert.Equal(HttpStatusCode.Unauthorized, await elsewhere.StatusOfMeAsync());
    }

    [Fact]
    public async Task A_wrong_code_puts_nothing_in_force()
    {
        var email = access.NewEmail();
        await access.Server.AddStaffAsync(email);
        using var browser = await Browser.SignedInAsync(access.Server, email);
        await browser.PostAsync("/api/second-factor/propose");
        using var refused = await browser.PostAsync("/api/second-factor/confirm", new { code = "000000" });
        Assert.Equal("second_factor_failed", await refused.CodeAsync());
        using var answer = await browser.SignInAsync(email);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    private sealed record Enrolled(string Email, byte[] Secret, string[] RecoveryCodes);

    private async Task<Enrolled> EnrolAsync()
    {
        var email = access.NewEmail();
        await access.Server.AddStaffAsync(email);
        using var browser = await Browser.SignedInAsync(access.Server, email);
        return await EnrolAsync(browser, email);
    }

    private async Task<Enrolled> EnrolAsync(Browser browser, string email)
    {
        using var proposed = await browser.PostAsync("/api/second-factor/propose");
        var address = new Uri((await proposed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("address").GetString()!);
        var secret = FromBase32(HttpUtility.ParseQueryString(address.Query)["secret"]!);
        using var confirmed = await browser.PostAsync("/api/second-factor/confirm", new { code = Totp.CodeAt(secret, access.Clock.GetUtcNow()) });
        var codes = (await confirmed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("recoveryCodes").Deserialize<string[]>()!;
        return new Enrolled(email, secret, codes);
    }

    private static byte[] FromBase32(string text)
    {
        var bits = string.Concat(text.Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(at => Convert.ToByte(bits.Substring(at * 8, 8), 2))];
    }
}
