using System.Globalization;

namespace Videodolmetschen.Domain.Sessions;

/// <summary>In which part somebody takes a seat.</summary>
public enum SeatKind
{
    Requester,
    Interpreter,
    Guest,
}

/// <summary>
/// A place in a session (Platz). On the wire <c>requester</c>, <c>interpreter</c>, <c>interpreter_2</c>, <c>guest_1</c> and so on:
/// a relief gets the next number, and no number is used twice in one session.
/// </summary>
public readonly record struct Seat
{
    /// <summary>The first interpreter's number is not written; no session needs more of a kind than this.</summary>
    public const int NumberAtMost = 99;

    private readonly int _others;

    private Seat(SeatKind kind, int number) => (Kind, _others) = (kind, number - 1);

    public static Seat Requester => new(SeatKind.Requester, 1);

    /// <summary>Whoever accepted the offer.</summary>
    public static Seat Interpreter => new(SeatKind.Interpreter, 1);

    public SeatKind Kind { get; }

    /// <summary>Counts from 1 within the kind.</summary>
    public int Number => _others + 1;

    public static Seat InterpreterNumber(int number) => new(SeatKind.Interpreter, Checked(number));

    public static Seat Guest(int number) => new(SeatKind.Guest, Checked(number));

    /// <summary>Reads the wire form; nothing else is a seat.</summary>
    public static bool TryParse(string? text, out Seat seat)
    {
        var cut = text?.LastIndexOf('_') ?? -1;
        var number = cut < 0 || !int.TryParse(text.AsSpan(cut + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? 1 : read;
        SeatKind? kind = (cut < 0 ? text : text![..cut]) switch
        {
            "requester" => SeatKind.Requester,
            "interpreter" => SeatKind.Interpreter,
            "guest" => SeatKind.Guest,
            _ => null,
        };
        seat = kind is { } known && number is >= 1 and <= NumberAtMost ? new Seat(known, number) : default;
        return kind is not null && string.Equals(seat.ToString(), text, StringComparison.Ordinal);
    }

    public override string ToString() => Kind switch
    {
        SeatKind.Requester => "requester",
        SeatKind.Interpreter when Number == 1 => "interpreter",
        SeatKind.Interpreter => string.Create(CultureInfo.InvariantCulture, $"interpreter_{Number}"),
        _ => string.Create(CultureInfo.InvariantCulture, $"guest_{Number}"),
    };

    private static int Checked(int number) =>
        number is >= 1 and <= NumberAtMost ? number : throw new ArgumentOutOfRangeException(nameof(number));
}
