using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Simulation;

/// <summary>Who lives in a simulated town, and what they need: all of it follows from numbers.</summary>
internal static class People
{
    public const int Interpreters = 1_000_000;
    public const int Requesters = 2_000_000;
    public const int Requests = 3_000_000;
    public const int Rows = 10_000_000;

    /// <summary>From common to rare: each is asked for about two thirds as often as the one before.</summary>
    private static readonly LanguageCode[] Languages =
        [.. "arb,kmr,prs,ukr,rus,tur,pes,ckb,som,tir,pbu,vie,mfo,dik".Split(',').Select(code => new LanguageCode(code))];

    private static readonly DateOnly Today = new(2026, 11, 23);
    private static readonly CustomerId[] Customers = [.. Enumerable.Range(0, 9).Select(i => new CustomerId(Given.Id(9000 + i)))];

    public static InterpreterId InterpreterId(int who) => new(Given.Id(Interpreters + who));

    public static UserId Requester(int who) => new(Given.Id(Requesters + who));

    public static int Number(Guid id) => BitConverter.ToInt32(id.ToByteArray());

    /// <summary>Some oaths and obligations end today, so that midnight matters.</summary>
    public static Interpreter Interpreter(int who, ulong salt)
    {
        var dice = new Dice(salt ^ ((ulong)who << 20));
        var count = dice.Percent(25) ? 2 : 1;
        var languages = Enumerable.Range(0, count).Select(_ => Language(dice)).Distinct().ToList();
        return new Interpreter
        {
            Id = InterpreterId(who),
            Number = $"D-{who:0000}",
            DisplayName = $"I{who}",
            Gender = (Gender)(dice.Below(20) % 3),
            Languages = [.. languages.Select(language => Spoken(language, dice))],
            Oaths = dice.Percent(30) ? [new Oath(languages[0], "OLG Celle", OathBasis.Federal, Today.AddDays(dice.Between(-1, 3)))] : [],
            Fields = new HashSet<Field> { (Field)dice.Below(7), (Field)dice.Below(7) },
            Section203Until = dice.Percent(70) ? Today.AddDays(dice.Between(-1, 6)) : null,
            BlockedCustomers = dice.Percent(5) ? new HashSet<CustomerId> { Customers[dice.Below(9)] } : new HashSet<CustomerId>(),
            OfferedMinutesThisWeek = dice.Below(900),
            Reach = dice.Percent(40) ? (EmergencyReach)dice.Between(1, 2) : EmergencyReach.Never,
            Availability = dice.Percent(25) ? Hours(dice) : null,
            Reserved = dice.Percent(25) ? [.. Enumerable.Range(0, 4).Select(_ => BerlinTime.BeginOf(Today).AddMinutes(dice.Below(2_880))).Select(from => new ReservedTime(from, from.AddMinutes(dice.Between(1, 90))))] : [],
        };
    }

    public static InterpretingRequest Need(int number, int who, int what, DateTimeOffset now, int interpreters)
    {
        var dice = new Dice((ulong)what);
        var customer = who % Customers.Length;
        var priority = dice.Below(100) switch { < 4 => Priority.Emergency, < 9 => Priority.PoliceOrChildProtection, < 14 => Priority.AppointmentUncovered, _ => Priority.Normal };
        var need = new InterpretingRequest
        {
            Id = new RequestId(Given.Id(Requests + number)),
            Key = Given.Id(Requests + number),
            Customer = Customers[customer],
            Unit = new UnitId(Given.Id(9100 + customer)),
            Requester = Requester(who),
            Language = Language(dice),
            Field = (Field)dice.Below(7),
            Modality = dice.Percent(80) ? Modality.Video : Modality.Audio,
            Priority = priority,
            NeedsSection203 = customer % 3 == 0,
            RequestedAt = now,
            RelatedAllowed = dice.Percent(12),
        };
        need = need with { RelatedLanguages = Related(need.Language) };
        var somebody = InterpreterId(dice.Below(interpreters));
        return dice.Percent(3)
            ? need with { Priority = Priority.Normal, Promised = new PromisedCall(new AppointmentId(need.Key), somebody, now.AddSeconds(dice.Between(1, 400))) }
            : Choosy(need, dice, somebody);
    }

    public static DispatchPolicy Policy(int variant)
    {
        var dice = new Dice((ulong)variant * 7919);
        return variant == 0 ? new DispatchPolicy { CallbackFor = TimeSpan.FromMinutes(20) } : new DispatchPolicy
        {
            RelatedAfter = TimeSpan.FromSeconds(dice.Between(5, 120)),
            HelpWithin = TimeSpan.FromSeconds(dice.Between(30, 600)),
            CallbackFor = TimeSpan.FromSeconds(dice.Between(300, 2_000)),
            CallbackReadyFor = TimeSpan.FromSeconds(dice.Between(30, 300)),
            FirstWaveSize = dice.Between(1, 5),
            FirstWaveAlone = TimeSpan.FromSeconds(dice.Between(3, 20)),
            NextWaveSize = dice.Between(1, 8),
            NextWaveEvery = TimeSpan.FromSeconds(dice.Between(2, 15)),
            EverybodyAfter = TimeSpan.FromSeconds(dice.Between(20, 60)),
            OfferLife = TimeSpan.FromSeconds(dice.Between(5, 55)),
            MissesUntilPause = dice.Between(1, 5),
            UnservedAfter = TimeSpan.FromSeconds(dice.Between(30, 300)),
            RequesterGrace = TimeSpan.FromSeconds(dice.Between(10, 90)),
            PresenceGrace = TimeSpan.FromSeconds(dice.Between(5, 60)),
            WrapUp = TimeSpan.FromSeconds(dice.Between(0, 30)),
            ConnectWithin = TimeSpan.FromSeconds(dice.Between(10, 60)),
            InterruptionGrace = TimeSpan.FromSeconds(dice.Between(5, 90)),
            SilenceUntilCheck = TimeSpan.FromSeconds(dice.Between(30, 300)),
            BreakAfter = TimeSpan.FromSeconds(dice.Between(20, 600)),
            ComplaintWithin = TimeSpan.FromSeconds(dice.Between(5, 120)),
            MediaSilence = TimeSpan.FromSeconds(dice.Between(20, 45)),
            GuestLinkLife = TimeSpan.FromSeconds(dice.Between(5, 60)),
            HeadStartOfPoliceOrChildProtection = TimeSpan.FromSeconds(dice.Between(0, 300)),
            HandoverOverlap = TimeSpan.FromSeconds(dice.Between(5, 60)),
            HeadStartOfRelief = TimeSpan.FromSeconds(dice.Between(0, 400)),
        };
    }

    private static InterpretingRequest Choosy(InterpretingRequest need, Dice dice, InterpreterId somebody) => dice.Below(40) switch
    {
        0 => need.Requiring(new Requirement.SwornToday()),
        1 => need.Requiring(new Requirement.OfGender((Gender)dice.Below(2))),
        2 or 3 => need.Requiring(new Requirement.AtLeast((QualificationLevel)dice.Between(1, 5))),
        4 => need.Requiring(new Requirement.KnowsField(), new Requirement.AtLeast(QualificationLevel.ShortCourse)),
        5 => need.Requiring(new Requirement.SpeaksVariety("north")),
        6 => need.Requiring(new Requirement.ThisInterpreter(somebody)),
        7 or 8 => need.Wishing(new Requirement.ThisInterpreter(somebody), dice.Between(5, 40)),
        9 or 10 => need.Wishing(new Requirement.OfGender(Gender.Male), dice.Between(5, 60)).Wishing(new Requirement.SwornToday()),
        11 => need.Wishing(new Requirement.KnowsField(), dice.Between(5, 300)),
        _ => need,
    };

    /// <summary>On Monday and Tuesday, with an end while the town is awake; or always; and some are absent for a while.</summary>
    private static Availability Hours(Dice dice)
    {
        var week = Enumerable.Range(1, 2).Select(day => (Day: (DayOfWeek)day, From: dice.Below(1_300))).Select(one => new AvailabilityWindow(one.Day, one.From, dice.Between(one.From + 1, 1_440))).ToList();
        var absences = Enumerable.Range(0, dice.Below(3)).Select(_ => BerlinTime.BeginOf(Today).AddMinutes(dice.Below(2_880))).Select(from => new Absence(from, from.AddMinutes(dice.Between(1, 600)))).ToList();
        return new Availability(dice.Percent(20) ? [] : week) { Absences = absences };
    }

    private static SpokenLanguage Spoken(LanguageCode language, Dice dice) => new(language, (QualificationLevel)dice.Between(1, 6))
    {
        ToGerman = !dice.Percent(2),
        Varieties = dice.Percent(30) ? ["north"] : [],
    };

    /// <summary>The one after it and the one before it stand in for each language: not in reality, but everybody has some.</summary>
    private static LanguageCode[] Related(LanguageCode language)
    {
        var at = Array.IndexOf(Languages, language);
        return [Languages[(at + 1) % Languages.Length], Languages[(at + Languages.Length - 1) % Languages.Length]];
    }

    private static LanguageCode Language(Dice dice)
    {
        var at = 0;
        while (at < Languages.Length - 1 && dice.Percent(65))
        {
            at++;
        }

        return Languages[at];
    }
}
