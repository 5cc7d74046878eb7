using System.Globalization;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests;

/// <summary>Ordinary people with ordinary needs. A test says only what matters to it.</summary>
internal static class Given
{
    public static readonly LanguageCode Kurmanji = new("kmr");
    public static readonly LanguageCode Dari = new("prs");
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    public static readonly CustomerId Authority = new(Id(9001));
    private static int _count = 100_000;

    /// <summary>An instant, such as <c>2026-11-23T08:00Z</c>.</summary>
    public static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture);

    public static DateOnly Day(string text) => DateOnly.Parse(text, CultureInfo.InvariantCulture);

    /// <summary>The instant at which the clock on the wall in Berlin shows this, such as <c>2026-11-23 09:00</c>.</summary>
    public static DateTimeOffset Wall(string text) => BerlinTime.InstantsOf(DateTime.Parse(text, CultureInfo.InvariantCulture)).Min();

    public static AppointmentSlot Slot(string wall, int minutes = 60) =>
        AppointmentSlot.OnWall(DateTime.Parse(wall, CultureInfo.InvariantCulture), TimeSpan.FromMinutes(minutes));

    public static Guid Id(int number) => new(number, 0, 0, new byte[8]);

    public static Guid NewId() => Id(Interlocked.Increment(ref _count));

    public static Interpreter Interpreter(string name = "Interpreter", LanguageCode? language = null) => new()
    {
        Id = new InterpreterId(NewId()),
        Number = "D-0001",
        DisplayName = name,
        Gender = Gender.Female,
        Languages = [new SpokenLanguage(language ?? Kurmanji, QualificationLevel.CertifiedCommunity)],
    };

    public static Interpreter At(this Interpreter interpreter, QualificationLevel level) =>
        interpreter with { Languages = [interpreter.Languages[0] with { Level = level }] };

    public static Interpreter Sworn(this Interpreter interpreter, DateOnly until) =>
        interpreter with { Oaths = [new Oath(interpreter.Languages[0].Language, "OLG Celle", OathBasis.Federal, until)] };

    public static InterpretingRequest Request(LanguageCode? language = null) => new()
    {
        Id = new RequestId(NewId()),
        Key = NewId(),
        Customer = Authority,
        Unit = new UnitId(Id(9002)),
        Requester = new UserId(NewId()),
        Language = language ?? Kurmanji,
        Field = Field.Asylum,
        Modality = Modality.Video,
        RequestedAt = MondayMorning,
    };

    /// <summary>Tomorrow, on a Tuesday, from 10 to 11 in Berlin.</summary>
    public static Appointment Appointment(AppointmentSlot? slot = null) => new()
    {
        Id = new AppointmentId(NewId()),
        Key = NewId(),
        Customer = Authority,
        Unit = new UnitId(Id(9002)),
        Requester = new UserId(NewId()),
        Language = Kurmanji,
        Field = Field.Asylum,
        Modality = Modality.Video,
        Slot = slot ?? Slot("2026-11-24 10:00"),
        BookedAt = MondayMorning,
    };

    public static Appointment Requiring(this Appointment appointment, params Requirement[] requirements) =>
        appointment with { Requirements = requirements };

    public static Appointment Wishing(this Appointment appointment, Requirement what, TimeSpan? boundFor = null) =>
        appointment with { Wishes = [.. appointment.Wishes, new Wish(what, boundFor)] };

    public static InterpretingRequest Requiring(this InterpretingRequest request, params Requirement[] requirements) =>
        request with { Requirements = requirements };

    public static InterpretingRequest Wishing(this InterpretingRequest request, Requirement what, int? boundForSeconds = null) =>
        request with { Wishes = [.. request.Wishes, new Wish(what, boundForSeconds is { } s ? TimeSpan.FromSeconds(s) : null)] };
}
