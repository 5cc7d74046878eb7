using System.Net;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class AttemptTests(AccessServer access) : IClassFixture<AccessServer>
{
    private const int Allowed = 5;

    [Fact]
    public async Task After_too_many_wrong_passwords_even_the_right_one_must_wait()
    {
        var email = await access.AddRequesterAsync();
        using var browser = await GuessAsync(email, Allowed);
        using var answer = await browser.SignInAsync(email);
        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("too_many_attempts", await answer.CodeAsync());
        Assert.InRange(answer.Headers.RetryAfter!.Delta!.Value, TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(15));
    }

    [Fact]
    public async Task When_the_window_is_over_the_right_password_is_taken_again()
    {
        var email = await access.AddRequesterAsync();
        using var browser = await GuessAsync(email, Allowed + 1);
        access.Clock.Advance(TimeSpan.FromMinutes(16));
        using var answer = await browser.SignInAsync(email);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
    }

    [Fact]
    public async Task An_unknown_address_is_locked_like_a_known_one()
    {
        var (known, unknown) = (await access.AddRequesterAsync(), access.NewEmail());
        using var browser = await GuessAsync(known, Allowed);
        using var other = await GuessAsync(unknown, Allowed);
        using var answerToKnown = await browser.SignInAsync(known);
        using var answerToUnknown = await other.SignInAsync(unknown);
        Assert.Equal("too_many_attempts", await answerToKnown.CodeAsync());
        Assert.Equal(await answerToKnown.ComparableAsync(), await answerToUnknown.ComparableAsync());
    }

    [Fact]
    public async Task Guesses_at_the_same_moment_are_each_counted()
    {
        var email = await access.AddRequesterAsync();
        using var browser = new Browser(access.Server);
        var answers = await Task.WhenAll(Enumerable.Range(0, 12).Select(guess => browser.SignInAsync(email, $"geratenes Kennwort {guess}")));
        Assert.Equal(Allowed, answers.Count(answer => answer.StatusCode == HttpStatusCode.Unauthorized));
    }

    [Fact]
    public async Task The_right_password_uses_up_no_attempt()
    {
        var email = await access.AddRequesterAsync();
        using var browser = new Browser(access.Server);
        for (var time = 0; time < Allowed + 3; time++)
        {
            using var answer = await browser.SignInAsync(email);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }
    }

    private async Task<Browser> GuessAsync(string email, int times)
    {
        var browser = new Browser(access.Server);
        for (var guess = 0; guess < times; guess++)
        {
            using var answer = await browser.SignInAsync(email, $"geratenes Kennwort {guess}");
        }

        return browser;
    }
}
