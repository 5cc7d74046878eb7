namespace Videodolmetschen.Server.Sessions;

/// <summary>Keys of the section <c>Turn</c>. Without a URL and a secret calls go from browser to browser only.</summary>
public sealed record TurnOptions
{
    public const string Section = "Turn";

    /// <summary>Such as <c>turn:turn.example.de:3478?transport=udp</c>.</summary>
    public IReadOnlyList<string> Urls { get; init; } = [];

    /// <summary>coturn's <c>static-auth-secret</c>.</summary>
    public string Secret { get; init; } = "";

    public TimeSpan Lifetime { get; init; } = TimeSpan.FromHours(2);

    /// <summary>Hides interpreters' addresses from the other side.</summary>
    public bool InterpretersRelayOnly { get; init; } = true;

    public bool IsConfigured => Urls.Count > 0 && Secret.Length > 0;
}
