using System.Text.Json;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>An issued invoice with what was paid on it and which letters were sent for it.</summary>
internal sealed record ReceivableRow
{
    public Guid Id { get; init; }

    public string Number { get; init; } = "";

    public Guid CustomerId { get; init; }

    public string Customer { get; init; } = "";

    public string Land { get; init; } = "";

    public DateOnly IssuedOn { get; init; }

    public DateOnly? DueOn { get; init; }

    public decimal Gross { get; init; }

    public bool IsCancelled { get; init; }

    /// <summary>Pairs of day and amount.</summary>
    public string Parts { get; init; } = "[]";

    /// <summary>Triples of id, level and day.</summary>
    public string Notes { get; init; } = "[]";

    public Receivable ToDomain() => new(IssuedOn, DueOn, Gross, Enum.Parse<Land>(Land), IsCancelled, [.. Arrays(Parts).Select(part => new PaidPart(Day(part[0]), part[1].GetDecimal()))]);

    public IReadOnlyList<(Guid Id, DunningNote Note)> ReadNotes() =>
        [.. Arrays(Notes).Select(note => (note[0].GetGuid(), new DunningNote(SnakeCase.Parse<DunningLevel>(note[1].GetString()!), Day(note[2]))))];

    private static List<JsonElement> Arrays(string json) => [.. JsonDocument.Parse(json).RootElement.EnumerateArray()];

    private static DateOnly Day(JsonElement day) => DateOnly.ParseExact(day.GetString()!, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}

/// <param name="Customer">Null for all.</param>
/// <param name="From">Day of issue; null for all.</param>
/// <param name="OnlyOpen">Without what is paid or taken back.</param>
internal sealed record ReceivableFilter(Guid? Customer = null, DateOnly? From = null, DateOnly? Until = null, bool OnlyOpen = true);
