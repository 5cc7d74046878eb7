using System.Globalization;
using Microsoft.Playwright;

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>What a person sees of the other side, judged by decoded frames, not by states.</summary>
internal static class Media
{
    private const string DecodedFrames =
        "() => document.querySelector('[data-testid=\"remote-video\"]')?.getVideoPlaybackQuality().totalVideoFrames ?? 0";

    /// <summary>Two to four pages on one computer encode up to twelve pictures: small ones are enough to see that they move. Calls in full size are tested in <c>src/web/call</c>.</summary>
    public const string SmallCamera =
        """
        (() => {
          const devices = navigator.mediaDevices;
          if (!devices) return;
          const open = devices.getUserMedia.bind(devices);
          const small = video => ({ deviceId: video.deviceId, width: 320, height: 180, frameRate: 15 });
          devices.getUserMedia = wanted => open(wanted.video ? { ...wanted, video: small(wanted.video) } : wanted);
        })()
        """;

    /// <summary>Peer connections of the page are kept where a test can ask them.</summary>
    public const string KeepPeerConnections = """
        window.peerConnections = [];
        const Original = window.RTCPeerConnection;
        window.RTCPeerConnection = class extends Original { constructor(...args) { super(...args); window.peerConnections.push(this); } };
        """;

    /// <summary>Returns once the page sends neither sound nor picture to so many others.</summary>
    public static Task SendsNothingAsync(this IPage page, int others) => page.WaitForFunctionAsync(
        """
        others => {
          const open = peerConnections.filter(one => one.connectionState === 'connected');
          return open.length === others && open.every(one => one.getSenders().every(({ track }) => track === null || !track.enabled));
        }
        """,
        others);

    /// <summary>How often descriptions were exchanged, over all connections of the page: unchanged where nothing was negotiated.</summary>
    public static Task<string> DescriptionsAsync(this IPage page) => page.EvaluateAsync<string>(
        "() => peerConnections.map(one => /^o=.*$/m.exec(one.localDescription?.sdp ?? '')?.[0]).join()");

    public static Task<int> FramesAsync(this IPage page) => page.EvaluateAsync<int>(DecodedFrames);

    /// <summary>Returns once so many others are on screen and each of them moves.</summary>
    public static async Task SeesAllMovingAsync(this IPage page, int others)
    {
        var all = "[...document.querySelectorAll('[data-testid=\"remote-video\"]')]";
        var patient = new PageWaitForFunctionOptions { Timeout = 60_000 };
        await page.WaitForFunctionAsync(string.Create(CultureInfo.InvariantCulture, $"() => {all}.length === {others}"), null, patient);
        await page.EvaluateAsync($"() => {all}.forEach(one => one.framesBefore = one.getVideoPlaybackQuality().totalVideoFrames)");
        await page.WaitForFunctionAsync($"() => {all}.every(one => one.getVideoPlaybackQuality().totalVideoFrames >= one.framesBefore + 5)", null, patient);
    }

    /// <summary>Returns once at least so many more frames of the other side have been decoded than now.</summary>
    public static async Task SeesMovingPictureAsync(this IPage page, int frames = 8)
    {
        var before = await page.FramesAsync();
        await page.WaitForFunctionAsync(string.Create(CultureInfo.InvariantCulture, $"() => ({DecodedFrames})() >= {before + frames}"));
    }
}
