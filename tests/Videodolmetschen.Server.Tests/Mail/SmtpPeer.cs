using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>A mail as the independent parser reads it.</summary>
public sealed record ReceivedMail(
    string MessageId,
    string[] EnvelopeTo,
    string To,
    string From,
    string? ReplyTo,
    string Subject,
    string Text,
    string? Html,
    string[] Headers,
    ReceivedPart[] Parts,
    string[] ContentTypes,
    ReceivedCalendar[] Calendars);

public sealed record ReceivedPart(string Type, string? FileName);

/// <summary>An invitation as the independent parser reads it.</summary>
public sealed record ReceivedCalendar
{
    public string Method { get; init; } = "";

    public string[] Zones { get; init; } = [];

    public int LongestLine { get; init; }

    public string Uid { get; init; } = "";

    public int Sequence { get; init; }

    public string Status { get; init; } = "";

    public DateTimeOffset Start { get; init; }

    public DateTimeOffset End { get; init; }

    public string StartText { get; init; } = "";

    public double Minutes { get; init; }

    public string Summary { get; init; } = "";

    public string? Description { get; init; }

    public string Organizer { get; init; } = "";

    public string Attendee { get; init; } = "";

    public string AttendeeName { get; init; } = "";

    public double? AlarmMinutes { get; init; }

    public string[] Properties { get; init; } = [];
}

/// <summary>A real mail server in a process of its own (<c>peer/server.mjs</c>).</summary>
public sealed class SmtpPeer : IAsyncLifetime
{
    private Process? _process;
    private HttpClient? _control;

    public int Port { get; private set; }

    public static async Task<SmtpPeer> StartAsync(int port)
    {
        var peer = new SmtpPeer { Port = port };
        await peer.InitializeAsync();
        return peer;
    }

    public async ValueTask InitializeAsync()
    {
        if (!Directory.Exists(Path.Combine(Folder(), "node_modules", "smtp-server")))
        {
            await NodeTool.CleanInstallAsync(Folder(), CancellationToken.None);
        }

        var start = new ProcessStartInfo("node", [Path.Combine(Folder(), "server.mjs"), Port.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            UseShellExecute = false,
        };
        _process = Process.Start(start)!;
        var ports = await _process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        var parts = ports!.Split(' ').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        Port = parts[0];
        _control = new HttpClient { BaseAddress = new Uri($"http://127.0.0.1:{parts[1]}") };
    }

    /// <summary>To this address, the first one first.</summary>
    public async Task<ReceivedMail[]> MailsAsync(string to) =>
        [.. (await AskAsync<ReceivedMail[]>("/mails")).Where(mail => mail.EnvelopeTo.Contains(to))];

    /// <summary>What stands in this person's calendar after all mails so far.</summary>
    public Task<ReceivedCalendar[]> CalendarAsync(string of) => AskAsync<ReceivedCalendar[]>("/calendar?of=" + Uri.EscapeDataString(of));

    public async Task<ReceivedCalendar> ParseAsync(string calendar)
    {
        using var answer = await _control!.PostAsync("/parse", new StringContent(calendar));
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<ReceivedCalendar>())!;
    }

    /// <summary>From now on mails are taken, and nobody is told so until <see cref="ReleaseAsync"/>.</summary>
    public Task HoldAsync() => AskAsync<object?>("/hold");

    /// <summary>Returns once a mail has come whose sender waits.</summary>
    public Task HoldsOneAsync() => AskAsync<object?>("/reached");

    public Task ReleaseAsync() => AskAsync<object?>("/release");

    public async ValueTask DisposeAsync()
    {
        _control?.Dispose();
        if (_process is not null)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }
    }

    private async Task<T> AskAsync<T>(string path) => (await _control!.GetFromJsonAsync<T>(path))!;

    private static string Folder([CallerFilePath] string here = "") => Path.Combine(Path.GetDirectoryName(here)!, "peer");
}
