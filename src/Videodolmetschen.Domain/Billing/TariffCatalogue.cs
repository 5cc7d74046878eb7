using Videodolmetschen.Domain.Interpreters;

namespace Videodolmetschen.Domain.Billing;

/// <summary>
/// Tariffs to begin with. The rates of the JVEG are the law's (GERMANY.md 1.2, 1.4 to 1.6); every other price is an example, from which a
/// contract's own tariff is made.
/// </summary>
public static class TariffCatalogue
{
    private static readonly DateOnly Rates2021 = new(2021, 1, 1);
    private static readonly DateOnly Rates2025 = new(2025, 6, 1);

    /// <summary>+20 % between 23:00 and 06:00, on Sundays and public holidays, once, where it was necessary (§ 9 (6) JVEG).</summary>
    public static Surcharge JvegSurcharge { get; } = new(
        "jveg",
        "Zuschlag nach § 9 Abs. 6 JVEG",
        SurchargeKind.Percent,
        20,
        [new SurchargeBand(BandDays.EveryDay, new TimeOnly(23, 0), new TimeOnly(6, 0)), new SurchargeBand(BandDays.Sunday | BandDays.Holiday)],
        NeedsNecessity: true);

    /// <summary>JVEG for orders until 31 May 2025.</summary>
    public static Tariff Jveg85Customer { get; } = Jveg(1, BillingSide.Customer, 85, Rates2021);

    public static Tariff Jveg85Interpreter { get; } = Jveg(2, BillingSide.Interpreter, 85, Rates2021);

    /// <summary>JVEG for orders from 1 June 2025 on (KostBRÄG 2025).</summary>
    public static Tariff Jveg93Customer { get; } = Jveg(3, BillingSide.Customer, 93, Rates2025);

    public static Tariff Jveg93Interpreter { get; } = Jveg(4, BillingSide.Interpreter, 93, Rates2025);

    /// <summary>Sign language in administrative procedures: 100, 75 or 25 % of the JVEG by training (§ 5 KHV).</summary>
    public static Tariff SignLanguage85 { get; } = SignLanguage(5, 85, Rates2021);

    public static Tariff SignLanguage93 { get; } = SignLanguage(6, 93, Rates2025);

    /// <summary>By the minute, a block of 15 minutes at least.</summary>
    public static Tariff PerMinute { get; } = new()
    {
        Id = Version(7),
        Family = "per-minute",
        Name = "Minutenpreis, mindestens 15 Minuten",
        Side = BillingSide.Customer,
        ValidFrom = Rates2025,
        ChosenBy = TariffDate.DateOfService,
        Price = new TariffPrice.PerMinute(1.45m, 15, 1),
        Surcharges = [Night, SundaysAndHolidays],
        Cancellation = new CancellationPrice.PercentOfSlot(),
    };

    /// <summary>By started blocks of 15 minutes.</summary>
    public static Tariff QuarterHours { get; } = PerMinute with
    {
        Id = Version(8),
        Family = "quarter-hours",
        Name = "Minutenpreis in Blöcken von 15 Minuten",
        Price = new TariffPrice.PerMinute(1.45m, 15, 15),
    };

    /// <summary>Free for the customer; a programme of the Land bears the costs.</summary>
    public static Tariff FlatProgramme { get; } = PerMinute with
    {
        Id = Version(9),
        Family = "programme",
        Name = "Landesprogramm, kostenfrei für die Einrichtung",
        Price = new TariffPrice.PerMinute(1.39m, 1, 1),
        Surcharges = [],
        Programme = new TariffProgramme("landesprogramm", "Landesprogramm Dolmetschen"),
    };

    /// <summary>The first hour in full, then by started half hours.</summary>
    public static Tariff FirstHour { get; } = PerMinute with
    {
        Id = Version(10),
        Family = "first-hour",
        Name = "Erste Stunde, danach halbe Stunden",
        Price = new TariffPrice.FirstThenSteps(60, 30m, 30, 15m),
    };

    /// <summary>The other side of the price by the minute: pay by the minute, and for standing by.</summary>
    public static Tariff InterpreterPerMinute { get; } = PerMinute with
    {
        Id = Version(11),
        Family = "interpreter-per-minute",
        Name = "Minutenhonorar, mindestens 15 Minuten",
        Side = BillingSide.Interpreter,
        Price = new TariffPrice.PerMinute(0.95m, 15, 1),
        Standby = new StandbyPrice(12m),
    };

    public static IReadOnlyList<Tariff> ReadyMade { get; } =
    [
        Jveg85Customer, Jveg85Interpreter, Jveg93Customer, Jveg93Interpreter, SignLanguage85, SignLanguage93,
        PerMinute, QuarterHours, FlatProgramme, FirstHour, InterpreterPerMinute,
    ];

    private static Surcharge Night => new(
        "night", "Nachtzuschlag", SurchargeKind.Percent, 25, [new SurchargeBand(BandDays.EveryDay, new TimeOnly(20, 0), new TimeOnly(6, 0))]);

    private static Surcharge SundaysAndHolidays => new(
        "sunday", "Sonn- und Feiertagszuschlag", SurchargeKind.Percent, 50, [new SurchargeBand(BandDays.Sunday | BandDays.Holiday)]);

    /// <summary>The law pays the time that was needed, so what was booked and not used is worth nothing.</summary>
    private static Tariff Jveg(int version, BillingSide side, decimal rate, DateOnly from) => new()
    {
        Id = Version(version),
        Family = side == BillingSide.Customer ? "jveg-customer" : "jveg-interpreter",
        Name = $"JVEG, {German.Euro(rate)} je Stunde",
        Side = side,
        ValidFrom = from,
        ChosenBy = TariffDate.DateOfOrder,
        Price = new TariffPrice.PerHalfHour(rate),
        Surcharges = [JvegSurcharge],
        Slots = new SlotTerms { UnusedPercent = 0 },
        Cancellation = side == BillingSide.Customer ? new CancellationPrice.PercentOfSlot() : new CancellationPrice.DeclaredLoss(),
    };

    /// <summary>Levels 1 and 2 are a completed training or state recognition, 3 and 4 a completed qualification, the others neither.</summary>
    private static Tariff SignLanguage(int version, decimal rate, DateOnly from) => Jveg(version, BillingSide.Interpreter, rate, from) with
    {
        Family = "sign-language",
        Name = $"Gebärdensprache nach KHV, {German.Euro(rate)} je Stunde",
        Price = new TariffPrice.PerHalfHour(rate * 0.25m),
        Rows =
        [
            new PriceRow(new TariffPrice.PerHalfHour(rate)) { Levels = [QualificationLevel.Sworn, QualificationLevel.StateExamined] },
            new PriceRow(new TariffPrice.PerHalfHour(rate * 0.75m)) { Levels = [QualificationLevel.CertifiedCommunity, QualificationLevel.QualifiedCommunity] },
        ],
    };

    private static TariffVersionId Version(int number) => new(new Guid($"7a21f000-0000-4000-8000-{number:x12}"));
}
