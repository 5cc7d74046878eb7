using System.Text;
using Microsoft.AspNetCore.Identity;

namespace Videodolmetschen.Server.Access;

/// <summary>
/// Length counts, composition does not. Refused is what guessing starts with: common words with digits and signs around
/// them, runs on the keyboard, few characters repeated, the own e-mail address.
/// </summary>
internal sealed class PasswordRules : IPasswordValidator<Account>
{
    public const int Shortest = 12;
    public const int Longest = 128;

    private const int FewestDifferent = 5;

    private static readonly string[] Runs =
        ["abcdefghijklmnopqrstuvwxyz", "qwertzuiopasdfghjklyxcvbnm", "qwertyuiopasdfghjklzxcvbnm", "01234567890123456789", "1q2w3e4r5t6z7u8i9o0p", "1q2w3e4r5t6y7u8i9o0p", "1qaz2wsx3edc4rfv5tgb"];

    private static readonly HashSet<string> Common = ReadCommon();

    public Task<IdentityResult> ValidateAsync(UserManager<Account> manager, Account user, string? password) =>
        Task.FromResult(Describe(password ?? "", user.Email ?? "") is { } sentence
            ? IdentityResult.Failed(new IdentityError { Code = "password_refused", Description = sentence })
            : IdentityResult.Success);

    /// <returns>The German sentence that says what to change; null for a password that is fine.</returns>
    internal static string? Describe(string password, string email) => password switch
    {
        { Length: < Shortest } => $"Das Passwort braucht mindestens {Shortest} Zeichen.",
        { Length: > Longest } => $"Das Passwort darf höchstens {Longest} Zeichen haben.",
        _ when IsGuessable(password.ToLowerInvariant(), email.ToLowerInvariant()) =>
            "Dieses Passwort ist leicht zu erraten. Bitte ein anderes wählen, zum Beispiel vier zufällige Wörter.",
        _ => null,
    };

    private static bool IsGuessable(string password, string email)
    {
        var name = email.Split('@')[0];
        return password.Distinct().Count() < FewestDifferent
            || Array.Exists(Runs, run => IsRun(password, run))
            || Common.Contains(password)
            || Common.Contains(Stem(password))
            || (name.Length >= 4 && password.Length - name.Length < 8 && password.Contains(name, StringComparison.Ordinal));
    }

    private static bool IsRun(string password, string run)
    {
        var doubled = run + run;
        return doubled.Contains(password, StringComparison.Ordinal)
            || doubled.Contains(new string([.. password.Reverse()]), StringComparison.Ordinal);
    }

    /// <summary>Without the digits and signs around it, without the usual replacements, without a repetition.</summary>
    private static string Stem(string password)
    {
        var core = password.Trim([.. "0123456789!?.,;:#*+-_$%&/()=\"' §"]);
        var stem = new StringBuilder(core)
            .Replace('0', 'o').Replace('1', 'i').Replace('3', 'e').Replace('4', 'a').Replace('5', 's')
            .Replace('@', 'a').Replace('$', 's').Replace('!', 'i').ToString();
        var half = stem.Length / 2;
        return stem.Length % 2 == 0 && half > 0 && stem[..half] == stem[half..] ? stem[..half] : stem;
    }

    private static HashSet<string> ReadCommon()
    {
        using var stream = typeof(PasswordRules).Assembly.GetManifestResourceStream("common-passwords.txt")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd()
            .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .ToHashSet(StringComparer.Ordinal);
    }
}
