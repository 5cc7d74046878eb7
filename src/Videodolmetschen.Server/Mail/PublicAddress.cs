using Microsoft.Extensions.Options;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Mail;

/// <summary>Where the service is found from outside: the root of every link in a mail.</summary>
internal sealed class PublicAddress(IOptions<MailOptions> mail, IOptions<AccessOptions> access)
{
    /// <summary>What a development machine is reached by.</summary>
    private static readonly Uri Local = new("http://localhost:5080");

    private readonly Uri _root = Read(mail.Value.PublicAddress, access.Value.AllowedOrigins) ?? Local;

    /// <param name="path">With its slash, such as <c>/termine/…</c>.</param>
    public Uri Of(string path) => new(_root, path);

    /// <returns><c>null</c> when neither is an address of the web.</returns>
    public static Uri? Read(string configured, IReadOnlyList<string> origins) =>
        Uri.TryCreate(configured.Length > 0 || origins.Count == 0 ? configured : origins[0], UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
            ? address
            : null;
}
