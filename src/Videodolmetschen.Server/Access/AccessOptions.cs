using System.ComponentModel.DataAnnotations;

namespace Videodolmetschen.Server.Access;

/// <summary>Keys of the section <c>Access</c>.</summary>
public sealed record AccessOptions
{
    public const string Section = "Access";

    /// <summary>Origins besides the own one that may call the API and the hub, such as <c>https://dolmetschen.example.de</c> behind a proxy.</summary>
    public IReadOnlyList<string> AllowedOrigins { get; init; } = [];

    /// <summary>A working day; a sign-in that is used is renewed, up to <see cref="SignInAtMost"/>.</summary>
    public TimeSpan SignInIdle { get; init; } = TimeSpan.FromHours(12);

    public TimeSpan SignInAtMost { get; init; } = TimeSpan.FromHours(24);

    /// <summary>Wrong passwords for one account from one address within <see cref="AttemptWindow"/>.</summary>
    [Range(1, 1000)]
    public int AttemptsPerAccountAndAddress { get; init; } = 5;

    /// <summary>Wrong passwords for one account from anywhere. Higher, so that a stranger cannot lock somebody out at once.</summary>
    [Range(1, 10000)]
    public int AttemptsPerAccount { get; init; } = 50;

    /// <summary>Wrong passwords from one address. An authority often has a single one for all its people.</summary>
    [Range(1, 100000)]
    public int AttemptsPerAddress { get; init; } = 100;

    public TimeSpan AttemptWindow { get; init; } = TimeSpan.FromMinutes(15);

    /// <summary>PBKDF2 with HMAC-SHA-512, as OWASP counts it.</summary>
    [Range(100_000, 10_000_000)]
    public int PasswordIterations { get; init; } = 210_000;

    /// <summary>How often live connections are held against the sign-ins that carry them.</summary>
    public TimeSpan SweepEvery { get; init; } = TimeSpan.FromSeconds(15);
}
