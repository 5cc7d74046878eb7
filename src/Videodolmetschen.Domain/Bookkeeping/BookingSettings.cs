using Videodolmetschen.Domain.Billing;

namespace Videodolmetschen.Domain.Bookkeeping;

/// <summary>The chart of accounts; the word is DATEV's.</summary>
public enum ChartOfAccounts
{
    Skr03,
    Skr04,
}

/// <summary>Where one treatment of one side is booked.</summary>
/// <param name="Side">Customers: revenue. Interpreters: expense.</param>
/// <param name="Treatment">How it is taxed.</param>
/// <param name="Account">Digits.</param>
/// <param name="TaxKey">BU-Schlüssel; empty where the account knows its tax itself.</param>
public sealed record LedgerAccount(BillingSide Side, VatTreatment Treatment, string Account, string TaxKey = "");

/// <summary>What bookkeeping must know to take our documents: set by staff, with the usual accounts to begin with.</summary>
public sealed record BookingSettings
{
    /// <summary>Beraternummer.</summary>
    public int Consultant { get; init; }

    /// <summary>Mandantennummer.</summary>
    public int Client { get; init; }

    public ChartOfAccounts Chart { get; init; } = ChartOfAccounts.Skr03;

    /// <summary>Digits of an account; personal accounts have one more.</summary>
    public int AccountLength { get; init; } = 4;

    /// <summary>The month in which a financial year begins.</summary>
    public int YearBegins { get; init; } = 1;

    /// <summary>The first account of a customer, before any is given; with four digits for accounts 10000 to 69999.</summary>
    public long DebtorsFrom { get; init; } = 10_001;

    /// <summary>The first account of an interpreter; 70000 to 99999.</summary>
    public long CreditorsFrom { get; init; } = 70_001;

    public IReadOnlyList<LedgerAccount> Accounts { get; init; } = Usual(ChartOfAccounts.Skr03);

    public LedgerAccount Of(BillingSide side, VatTreatment treatment) => Accounts.First(account => account.Side == side && account.Treatment == treatment);

    /// <summary>First day of the financial year in which the day lies.</summary>
    public DateOnly YearOf(DateOnly day) => new(day.Month >= YearBegins ? day.Year : day.Year - 1, YearBegins, 1);

    /// <summary>Names of what is not usable; empty where all is.</summary>
    public IReadOnlyList<string> Breaches() =>
    [
        .. Consultant is < 1001 or > 9_999_999 ? ["consultant"] : Array.Empty<string>(),
        .. Client is < 1 or > 99_999 ? ["client"] : Array.Empty<string>(),
        .. AccountLength is < 4 or > 8 ? ["accountLength"] : Array.Empty<string>(),
        .. YearBegins is < 1 or > 12 ? ["yearBegins"] : Array.Empty<string>(),
        .. !IsPersonal(DebtorsFrom, '1', '6') ? ["debtorsFrom"] : Array.Empty<string>(),
        .. !IsPersonal(CreditorsFrom, '7', '9') ? ["creditorsFrom"] : Array.Empty<string>(),
        .. Places.Where(place => Accounts.Count(account => account.Side == place.Side && account.Treatment == place.Treatment) != 1
            || !IsAccount(Of(place.Side, place.Treatment))).Select(place => $"account:{place.Side}:{place.Treatment}"),
    ];

    /// <summary>
    /// The usual accounts, in the order in which they are shown. Those for 19 % know their tax themselves; so do those for reverse charge.
    /// Leads for whoever sets them up, not advice: whose books they are decides.
    /// </summary>
    public static IReadOnlyList<LedgerAccount> Usual(ChartOfAccounts chart) => chart switch
    {
        ChartOfAccounts.Skr03 => Book("8400", "8195", "8100", "8337", "2742", "3106", "3109", "3123"),
        ChartOfAccounts.Skr04 => Book("4400", "4185", "4100", "4337", "4970", "5906", "5909", "5923"),
        _ => throw new ArgumentOutOfRangeException(nameof(chart)),
    };

    private static IReadOnlyList<LedgerAccount> Book(
        string taxed, string small, string exempt, string reverse, string damages, string bought, string boughtUntaxed, string boughtReverse) =>
    [
        new(BillingSide.Customer, VatTreatment.Standard, taxed),
        new(BillingSide.Customer, VatTreatment.SmallBusiness, small),
        new(BillingSide.Customer, VatTreatment.SignLanguageExempt, exempt),
        new(BillingSide.Customer, VatTreatment.ReverseCharge, reverse),
        new(BillingSide.Customer, VatTreatment.NotTaxable, damages),
        new(BillingSide.Interpreter, VatTreatment.Standard, bought),
        new(BillingSide.Interpreter, VatTreatment.SmallBusiness, boughtUntaxed),
        new(BillingSide.Interpreter, VatTreatment.SignLanguageExempt, boughtUntaxed),
        new(BillingSide.Interpreter, VatTreatment.ReverseCharge, boughtReverse),
        new(BillingSide.Interpreter, VatTreatment.NotTaxable, boughtUntaxed),
    ];

    private static IEnumerable<(BillingSide Side, VatTreatment Treatment)> Places =>
        from side in Enum.GetValues<BillingSide>()
        from treatment in Enum.GetValues<VatTreatment>()
        where treatment.CanBeBilled()
        select (side, treatment);

    private bool IsAccount(LedgerAccount account) =>
        account.Account is { } digits && digits.Length == AccountLength && digits.All(char.IsAsciiDigit) && account.TaxKey is { Length: <= 4 } key && key.All(char.IsAsciiDigit);

    private bool IsPersonal(long number, char from, char to) =>
        number.ToString(System.Globalization.CultureInfo.InvariantCulture) is { } digits && digits.Length == AccountLength + 1 && digits[0] >= from && digits[0] <= to;
}
