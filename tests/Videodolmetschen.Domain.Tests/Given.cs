using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Domain.Tests;

/// <summary>Ordinary people with ordinary needs. A test says only what matters to it.</summary>
internal static class Given
{
    public static readonly LanguageCode Kurmanji = new("kmr");
    public static readonly LanguageCode Dari = new("prs");
    public static readonly DateTimeOffset MondayMorning = new(2026, 11, 23, 8, 0, 0, TimeSpan.Zero);
    public static readonly CustomerId Authority = new(Id(9001));
    private static int _count = 100_000;

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

    public static InterpretingRequest Requiring(this InterpretingRequest request, params Requirement[] requirements) =>
        request with { Requirements = requirements };

    public static InterpretingRequest Wishing(this InterpretingRequest request, Requirement what, int? boundForSeconds = null) =>
        request with { Wishes = [.. request.Wishes, new Wish(what, boundForSeconds is { } s ? TimeSpan.FromSeconds(s) : null)] };
}
