using Microsoft.Extensions.Options;

namespace Videodolmetschen.Server.Hosting;

internal static class TelemetryRegistration
{
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<TelemetryOptions>, TelemetryOptionsCheck>();
        builder.Services.AddOptions<TelemetryOptions>().BindConfiguration(TelemetryOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<Telemetry>();
        builder.Services.AddHostedService<TelemetryExport>();
    }
}
