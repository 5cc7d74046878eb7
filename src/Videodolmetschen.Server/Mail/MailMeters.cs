using System.Diagnostics.Metrics;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Mail;

/// <summary>Whether mails get out.</summary>
internal sealed class MailMeters
{
    private readonly Counter<long> _sent;
    private readonly Counter<long> _failed;
    private int _waiting;

    public MailMeters(Telemetry telemetry)
    {
        _sent = telemetry.Counter("mail.sent", "{mail}", "Mails that the mail server has taken.");
        _failed = telemetry.Counter("mail.failures", "{attempt}", "Attempts that failed.");
        telemetry.Gauge("mail.waiting", "{mail}", "Mails that are due and not sent, as of the last run of the sender.", () => [new(Volatile.Read(ref _waiting))]);
    }

    public void Sent(string kind) => _sent.Add(1, Telemetry.Tag("mail.kind", kind));

    public void Failed(string error, bool isGivenUp) =>
        _failed.Add(1, Telemetry.Tag("mail.error", error), Telemetry.Tag("mail.given_up", isGivenUp ? "true" : "false"));

    public void Waits(int count) => Volatile.Write(ref _waiting, count);
}
