using Videodolmetschen.Domain.Calendar;

namespace Videodolmetschen.Server.Demo;

/// <summary>
/// What the town has behind it since the first of the month before last: conversations and requests that came to nothing, some six on a working day. The same
/// at every first start, but for its days. Prices, sums and documents come of it as they do of any other conversation.
/// </summary>
internal sealed class DemoHistory(DemoData demo, DateTimeOffset now)
{
    private static readonly TimeOnly[] WorkingDay = [new(8, 12), new(9, 25), new(10, 48), new(13, 5), new(14, 20), new(15, 41)];
    private static readonly TimeOnly[] Weekend = [new(2, 35), new(11, 10)];
    private static readonly int[] Seconds = [2_820, 742, 1_391, 521, 1_868, 1_066, 3_655, 1_604, 913, 2_290, 8, 3_061, 1_177];
    private static readonly int[] Waits = [4, 7, 11, 19, 6, 35, 9, 58, 14, 5, 140, 8, 22];
    private static readonly string[] Causes = ["none_on_duty", "all_busy", "all_declined"];
    private static readonly string[] FieldsOfUnits = ["immigration", "asylum", "social", "social", "health", "health", "health", "mental_health"];

    /// <summary>The languages that are asked for most come most often.</summary>
    private static readonly int[] Interpreters = [1, 4, 12, 9, 17, 1, 15, 24, 4, 16, 2, 18, 12, 22, 9, 26, 5, 17, 23, 1, 19];

    private readonly DemoUnit[] _units = [.. demo.Customers.SelectMany(customer => customer.Units)];

    public IEnumerable<PastRequest> Requests
    {
        get
        {
            var today = BerlinTime.DayOf(now);
            var (day, number) = (new DateOnly(today.Year, today.Month, 1).AddMonths(-2), 0);
            for (; day < today; day = day.AddDays(1))
            {
                foreach (var hour in day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday ? Weekend : WorkingDay)
                {
                    number++;
                    if (Of(number, BerlinTime.InstantOf(day.ToDateTime(hour))) is { } request)
                    {
                        yield return request;
                    }
                }
            }
        }
    }

    // Prime steps through lists of other lengths: nothing repeats for weeks.
    private PastRequest? Of(int number, DateTimeOffset at)
    {
        var atNight = BerlinTime.HourOf(at) < 6;
        var requesters = demo.Accounts.Where(account => account.Unit is not null && (!atNight || account.Email.StartsWith("klinik", StringComparison.Ordinal))).ToList();
        var requester = requesters[number * 5 % requesters.Count];
        var customer = demo.Customers.Single(one => one.Units.Any(unit => unit.Id == requester.Unit)).Id;
        var interpreter = demo.Interpreters[Interpreters[number * 8 % Interpreters.Length] - 1];
        if (demo.Conflicts.Any(one => one.Interpreter == interpreter.Id && one.Customer == customer))
        {
            return null;
        }

        var isUnserved = number % 19 == 0;
        var isWithdrawn = number % 29 == 0;
        return new PastRequest(Guid.NewGuid(), customer, requester.Unit!.Value, requester.Id, interpreter.Languages[0].Code, FieldsOfUnits[Array.FindIndex(_units, unit => unit.Id == requester.Unit)])
        {
            Modality = number % 4 == 3 ? "audio" : "video",
            RequestedAt = at,
            Interpreter = isUnserved || isWithdrawn ? null : interpreter.Id,
            UnservedBecause = isUnserved ? Causes[number % Causes.Length] : null,
            Wait = isUnserved ? 240 : isWithdrawn ? 95 : Waits[number % Waits.Length],
            Seconds = Seconds[number * 3 % Seconds.Length],
        };
    }
}

/// <param name="Requester">Who pressed the button.</param>
/// <param name="Language">ISO 639-3.</param>
internal sealed record PastRequest(Guid Id, Guid Customer, Guid Unit, Guid Requester, string Language, string Field)
{
    public required string Modality { get; init; }

    public required DateTimeOffset RequestedAt { get; init; }

    /// <summary>Null where it came to no conversation.</summary>
    public required Guid? Interpreter { get; init; }

    /// <summary>Null where there was a conversation, or the requester gave up.</summary>
    public required string? UnservedBecause { get; init; }

    /// <summary>Until the conversation, the withdrawal or the end of the search; seconds.</summary>
    public required int Wait { get; init; }

    /// <summary>How long the conversation took.</summary>
    public required int Seconds { get; init; }

    public string State => Interpreter is not null ? "fulfilled" : UnservedBecause is not null ? "unserved" : "cancelled";

    public DateTimeOffset EndedAt => RequestedAt.AddSeconds(Wait);

    public DateTimeOffset HungUpAt => EndedAt.AddSeconds(Seconds);

    /// <summary>Nothing is billed for a conversation of seconds.</summary>
    public int BillableSeconds => Seconds < 10 ? 0 : Seconds;
}
