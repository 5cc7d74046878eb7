using Microsoft.Playwright;
using Videodolmetschen.Browser.Tests.Fixtures;

[assembly: AssemblyFixture(typeof(Chromium))]

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>One real Chromium for the run, with a fake camera and microphone. Every person gets a context of her own.</summary>
public sealed class Chromium : IAsyncLifetime
{
    private static readonly string[] Flags =
    [
        "--headless=new", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
        "--disable-background-networking", "--disable-component-update", "--disable-sync",
        // The second of three is a depth camera, which WebRTC does not send. More pictures a second show nothing more and cost a machine without graphics half its time.
        "--use-fake-device-for-media-stream=fps=15,device-count=3", "--use-fake-ui-for-media-stream",
        "--autoplay-policy=no-user-gesture-required",
        // Loopback is the only interface of many build machines.
        "--allow-loopback-in-peer-connection",
    ];

    private IPlaywright? _playwright;
    private IBrowser? _browser;

    public async ValueTask InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await _playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = Environment.GetEnvironmentVariable("CHROMIUM") ?? "/usr/bin/chromium",
            Args = Flags,
            Headless = true,
        });
    }

    public async Task<IBrowserContext> NewContextAsync(string address, ColorScheme scheme = ColorScheme.Light)
    {
        var context = await _browser!.NewContextAsync(new()
        {
            BaseURL = address,
            Locale = "de-DE",
            TimezoneId = "Europe/Berlin",
            ColorScheme = scheme,
            // A machine without graphics paints each picture of an animation by hand.
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = 1280, Height = 860 },
            Permissions = ["camera", "microphone", "notifications"],
        });
        context.SetDefaultTimeout(20_000);
        await context.AddInitScriptAsync(Media.SmallCamera);
        await context.AddInitScriptAsync(Media.KeepPeerConnections);
        return context;
    }

    public async ValueTask DisposeAsync()
    {
        if (_browser is not null)
        {
            await _browser.DisposeAsync();
        }

        _playwright?.Dispose();
    }
}
