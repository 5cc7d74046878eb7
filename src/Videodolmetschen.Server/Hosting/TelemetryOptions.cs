using Microsoft.Extensions.Options;

namespace Videodolmetschen.Server.Hosting;

/// <summary>Keys of the section <c>Telemetry</c>.</summary>
public sealed record TelemetryOptions
{
    public const string Section = "Telemetry";

    /// <summary>A collector that speaks OTLP over HTTP, such as <c>http://collector:4318</c>. Empty: nothing is ever sent.</summary>
    public string OtlpEndpoint { get; init; } = "";

    /// <summary>How often meters are sent.</summary>
    public TimeSpan SendEvery { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Share of commands whose trace is sent, 0 to 1.</summary>
    public double TraceShare { get; init; } = 0.1;
}

internal sealed class TelemetryOptionsCheck : IValidateOptions<TelemetryOptions>
{
    public ValidateOptionsResult Validate(string? name, TelemetryOptions options)
    {
        var isAddress = Uri.TryCreate(options.OtlpEndpoint, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        if (options.OtlpEndpoint.Length > 0 && !isAddress)
        {
            return ValidateOptionsResult.Fail($"{TelemetryOptions.Section}:OtlpEndpoint must be an http or https address.");
        }

        if (options.SendEvery < TimeSpan.FromSeconds(1) || options.SendEvery > TimeSpan.FromHours(1))
        {
            return ValidateOptionsResult.Fail($"{TelemetryOptions.Section}:SendEvery must lie between a second and an hour, not {options.SendEvery}.");
        }

        return options.TraceShare is >= 0 and <= 1
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{TelemetryOptions.Section}:TraceShare must lie between 0 and 1.");
    }
}
