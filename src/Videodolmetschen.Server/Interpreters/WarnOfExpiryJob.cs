using System.Security.Cryptography;
using System.Text;
using Npgsql;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Languages;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Jobs;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Scheduling;

namespace Videodolmetschen.Server.Interpreters;

/// <summary>Tells interpreters 60 and 14 days ahead that an oath or the obligation to secrecy runs out. Each once: the letter's cause says so.</summary>
internal sealed class WarnOfExpiryJob(TenantScope scope, MailStore mails, PublicAddress address, LanguageCatalogue languages, SteadyClock clock) : IBackgroundJob
{
    private const int EarlyDays = 60;
    private const int LateDays = 14;

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        await using var staff = await scope.OpenForStaffAsync(cancellationToken);
        var today = BerlinTime.DayOf(clock.Now);
        var told = 0;
        foreach (var expiring in await ExpiryStore.ReadAsync(staff.Transaction, today, today.AddDays(EarlyDays), cancellationToken))
        {
            told += await TellAsync(staff.Transaction, expiring, expiring.ValidUntil <= today.AddDays(LateDays) ? LateDays : EarlyDays, cancellationToken);
        }

        await staff.CommitAsync(cancellationToken);
        return told;
    }

    private async Task<int> TellAsync(NpgsqlTransaction transaction, ExpiringQualification expiring, int days, CancellationToken cancellationToken)
    {
        var (told, name) = (0, expiring.Language is { } language ? $"Allgemeine Beeidigung ({languages.NameOf(language)})" : "Verpflichtung zur Verschwiegenheit (§ 203 StGB)");
        foreach (var person in await AddresseeStore.OfInterpreterAsync(transaction, expiring.InterpreterId, cancellationToken))
        {
            var letter = AppointmentMails.QualificationExpiring((IdOf(expiring), name), expiring.ValidUntil, days, person, address.Of("/dashboard"));
            told += await mails.AddAsync(transaction, letter, cancellationToken) ? 1 : 0;
        }

        return told;
    }

    /// <summary>Qualifications have no ids of their own.</summary>
    private static Guid IdOf(ExpiringQualification expiring) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{expiring.InterpreterId}:{expiring.Language}:{expiring.Authority}")).AsSpan(0, 16));
}
