using System.Net;
using Microsoft.AspNetCore.HttpOverrides;
using Microsoft.Extensions.Options;

namespace Videodolmetschen.Server.Hosting;

/// <summary>
/// Behind a proxy the caller's address and https stand in headers. They are believed from this machine and from
/// <c>Hosting:TrustedProxies</c> (addresses or networks), because anybody else could write them too.
/// </summary>
internal static class TrustedProxies
{
    public const string Key = "Hosting:TrustedProxies";

    public static void AddTrustedProxies(this WebApplicationBuilder builder) =>
        builder.Services.AddOptions<ForwardedHeadersOptions>().Configure<IConfiguration>((options, configuration) =>
        {
            options.ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto;
            foreach (var text in configuration.GetSection(Key).Get<string[]>() ?? [])
            {
                options.KnownIPNetworks.Add(Parse(text));
            }
        });

    private static System.Net.IPNetwork Parse(string text)
    {
        if (System.Net.IPNetwork.TryParse(text, out var network))
        {
            return network;
        }

        return IPAddress.TryParse(text, out var address)
            ? new System.Net.IPNetwork(address, address.GetAddressBytes().Length * 8)
            : throw new OptionsValidationException(Key, typeof(string), [$"{Key}: \"{text}\" ist weder eine Adresse noch ein Netz wie 10.0.0.0/8"]);
    }
}
