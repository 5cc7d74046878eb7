using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Npgsql;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Scheduling;

/// <summary>Asks the pool for one appointment, the best first, in the transaction of what made it necessary.</summary>
internal sealed class Pool(Candidates candidates, AppointmentLetters letters, CurrentRules rules, SteadyClock clock)
{
    private const int TokenBytes = 32;

    private AppointmentRules Rules => rules.Rules;

    public static string HashOf(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(token)));

    /// <summary>Asks as many as may be asked by now; asking again at once asks nobody.</summary>
    /// <param name="transaction">Holds the appointment's row.</param>
    /// <param name="row">The appointment.</param>
    /// <param name="everybody">Where more than one appointment is asked for; null reads them now.</param>
    /// <param name="cancellationToken">Given up by the one who asks.</param>
    /// <returns>How many were asked.</returns>
    public async Task<int> AskAsync(NpgsqlTransaction transaction, AppointmentRow row, Lazy<Task<IReadOnlyList<Interpreter>>>? everybody, CancellationToken cancellationToken)
    {
        var (appointment, now) = (row.ToDomain(), clock.Now);
        if (appointment.State != AppointmentState.Requested || now >= appointment.Slot.Start)
        {
            return 0;
        }

        var asked = await AskStore.ReadAsync(transaction, row.Id, cancellationToken);
        var deadline = new AnswerDeadline(row.AnswerBy, row.AsksAll);
        var room = AskingPlan.OpenAtMost(Rules.AskedFirst, row.BookedAt, deadline, now) - asked.Count(ask => ask.IsOpen);
        if (room <= 0)
        {
            return 0;
        }

        var before = asked.Select(ask => ask.InterpreterId).ToHashSet();
        var match = AppointmentMatching.Match(appointment, await candidates.ReadAsync(transaction, [appointment.Slot], everybody, cancellationToken), Rules, now);
        var next = match.Ranked.Where(one => !before.Contains(one.Interpreter.Id.Value)).Take(room).ToList();
        foreach (var (one, index) in next.Select((one, index) => (one, index)))
        {
            await AskOneAsync(transaction, row, one, asked.Count + index + 1, cancellationToken);
        }

        return next.Count;
    }

    /// <summary>The question that was never put to somebody whom the Disposition bound by hand, as it stands at the end of that.</summary>
    public static AskRow Unasked(AppointmentRow row, string state, int rank, DateTimeOffset now) => new()
    {
        Id = Guid.CreateVersion7(),
        AppointmentId = row.Id,
        InterpreterId = row.InterpreterId!.Value,
        Rank = rank,
        AskedAt = now,
        AnswerBy = now,
        AnsweredAt = now,
        State = state,
        LinkHash = HashOf(NewToken()),
    };

    private static string NewToken() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(TokenBytes));

    private async Task AskOneAsync(NpgsqlTransaction transaction, AppointmentRow row, RankedInterpreter one, int rank, CancellationToken cancellationToken)
    {
        var now = clock.Now;
        var token = NewToken();
        var ask = new AskRow
        {
            Id = Guid.CreateVersion7(),
            AppointmentId = row.Id,
            InterpreterId = one.Interpreter.Id.Value,
            Rank = rank,
            Reasons = JsonSerializer.Serialize(one.Reasons, JsonSerializerOptions.Web),
            AskedAt = now,
            // After the deadline whoever is still asked has until the start.
            AnswerBy = now < row.AnswerBy ? row.AnswerBy : row.StartsAt,
            LinkHash = HashOf(token),
        };
        await AskStore.AddAsync(transaction, ask, cancellationToken);
        await letters.AskAsync(transaction, row, ask, token, cancellationToken);
    }
}
