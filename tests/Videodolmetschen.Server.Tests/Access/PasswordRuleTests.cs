using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Tests.Access;

public sealed class PasswordRuleTests
{
    [Theory]
    [InlineData("vier rote Tassen im Schnee")]
    [InlineData("zwölf Wölfe")]
    [InlineData("aaaa bbbb cccc dddd eeee")]
    [InlineData("Lindenfurt-Demo-17")]
    [InlineData("𝄞𝄞 Noten und Pausen")]
    public void A_long_password_needs_neither_digits_nor_signs(string password) =>
        Assert.Equal(password.Length < 12, PasswordRules.Describe(password, "anna@example.de") is not null);

    [Theory]
    [InlineData("")]
    [InlineData("kurz")]
    [InlineData("elf Zeichen")]
    public void Eleven_characters_are_too_few(string password) =>
        Assert.Contains("mindestens 12", PasswordRules.Describe(password, "anna@example.de"), StringComparison.Ordinal);

    [Theory]
    [InlineData(128, true)]
    [InlineData(129, false)]
    public void A_hundred_and_twenty_eight_characters_are_allowed(int length, bool allowed)
    {
        var password = string.Concat(Enumerable.Range(0, length).Select(at => (char)('a' + (at * 7 % 26))));
        Assert.Equal(allowed, PasswordRules.Describe(password, "anna@example.de") is null);
    }

    [Theory]
    [InlineData("Passwort1234")]
    [InlineData("passwortpasswort")]
    [InlineData("P@ssw0rt!!!!")]
    [InlineData("Willkommen2026!")]
    [InlineData("123456789012")]
    [InlineData("210987654321")]
    [InlineData("qwertzuiopasdf")]
    [InlineData("aaaaaaaaaaaa")]
    [InlineData("abababababababab")]
    [InlineData("anna.mueller2026")]
    [InlineData("Landratsamt2026!")]
    [InlineData("administrator")]
    public void What_guessing_starts_with_is_refused(string password) =>
        Assert.Contains("leicht zu erraten", PasswordRules.Describe(password, "anna.mueller@example.de"), StringComparison.Ordinal);
}
