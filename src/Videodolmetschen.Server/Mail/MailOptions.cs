using Microsoft.Extensions.Options;
using MimeKit;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Mail;

internal enum MailSecurity
{
    StartTls,
    Tls,
    None,
}

/// <summary>Keys of the section <c>Mail</c>.</summary>
internal sealed record MailOptions
{
    public const string Section = "Mail";

    /// <summary>The SMTP server. Empty: nothing is sent, and mails stay in the outbox, where they can be read.</summary>
    public string Host { get; init; } = "";

    public int Port { get; init; } = 587;

    /// <summary><c>starttls</c> and <c>tls</c> send nothing without a certificate that holds; <c>none</c> is for the own machine or network.</summary>
    public MailSecurity Security { get; init; } = MailSecurity.StartTls;

    /// <summary>Asks whether the certificate was revoked. Off only for a certificate authority of the own house that answers nobody.</summary>
    public bool CheckRevocation { get; init; } = true;

    public string User { get; init; } = "";

    public string Password { get; init; } = "";

    public string FromAddress { get; init; } = "";

    public string FromName { get; init; } = "Videodolmetschen";

    public string ReplyTo { get; init; } = "";

    /// <summary>Where links lead, such as <c>https://dolmetschen.example.de</c>. Empty: the first of <c>Access:AllowedOrigins</c>.</summary>
    public string PublicAddress { get; init; } = "";

    public TimeSpan ConnectWithin { get; init; } = TimeSpan.FromSeconds(15);

    public TimeSpan SendWithin { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Rows that a sender takes at once.</summary>
    public int BatchAtMost { get; init; } = 20;

    /// <summary>For how long they are its own. After a crash others take them then, and not sooner.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After the first failure; doubled with each further one.</summary>
    public TimeSpan RetryAfter { get; init; } = TimeSpan.FromSeconds(30);

    public TimeSpan RetryAtMost { get; init; } = TimeSpan.FromHours(1);

    public int AttemptsAtMost { get; init; } = 60;

    /// <summary>Counted from the moment at which the mail was due.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromDays(3);

    public bool Sends => Host.Length > 0;
}

internal sealed class MailOptionsCheck(IOptions<AccessOptions> access) : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options)
    {
        var wrong = Numbers(options).Concat(options.Sends ? Sending(options) : []).Select(sentence => $"{MailOptions.Section}:{sentence}").ToList();
        return wrong.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(wrong);
    }

    private static IEnumerable<string> Numbers(MailOptions options)
    {
        if (options.Port is < 1 or > 65535)
        {
            yield return $"Port must lie between 1 and 65535, not {options.Port}.";
        }

        if (options.BatchAtMost is < 1 or > 1000 || options.AttemptsAtMost is < 1 or > 10_000)
        {
            yield return "BatchAtMost (1 to 1,000) or AttemptsAtMost (1 to 10,000) is out of bounds.";
        }

        if (options.ConnectWithin <= TimeSpan.Zero || options.SendWithin <= TimeSpan.Zero || options.GiveUpAfter <= TimeSpan.Zero
            || options.RetryAfter <= TimeSpan.Zero || options.RetryAtMost < options.RetryAfter)
        {
            yield return "ConnectWithin, SendWithin, GiveUpAfter and RetryAfter must be longer than nothing, and RetryAtMost at least RetryAfter.";
        }

        if (options.Lease < 2 * (options.ConnectWithin + options.SendWithin))
        {
            yield return "Lease must be at least twice as long as ConnectWithin and SendWithin together, or a slow mail would be sent by two.";
        }
    }

    private IEnumerable<string> Sending(MailOptions options)
    {
        if (!IsAddress(options.FromAddress))
        {
            yield return "FromAddress must be a mail address.";
        }

        if (options.ReplyTo.Length > 0 && !IsAddress(options.ReplyTo))
        {
            yield return "ReplyTo must be a mail address or empty.";
        }

        if (options.Security == MailSecurity.None && options.User.Length > 0)
        {
            yield return "User must be empty while Security is none: the password would travel in the clear.";
        }

        if (PublicAddress.Read(options.PublicAddress, access.Value.AllowedOrigins) is null)
        {
            yield return "PublicAddress must be an http or https address.";
        }
    }

    private static bool IsAddress(string text) =>
        MailboxAddress.TryParse(text, out var parsed) && parsed.Address == text && parsed.Domain.Length > 0;
}
