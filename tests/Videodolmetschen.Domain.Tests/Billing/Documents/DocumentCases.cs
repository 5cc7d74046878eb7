using System.Globalization;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>The documents of GERMANY.md 3.5, each beside its file in Cases. Letters as there; where it names none, the case has a word.</summary>
internal static class DocumentCases
{
    private static readonly DateOnly Issued = new(2026, 12, 3);
    private static readonly DateOnly Due = new(2027, 1, 2);

    public static decimal Euro(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public static DocumentReference Ref(string number) => DocumentReference.Parse(number);

    public static DocumentParty Broker { get; } = new()
    {
        Name = "Beispiel Videodolmetschen GmbH",
        Address = new PostalAddress("Lange Brücke 1", "99084", "Erfurt"),
        Electronic = new ElectronicAddress(AddressScheme.Email, "rechnung@dolmetschen.example"),
        Number = Ref("KRED-70012"),
        VatId = VatId.Parse("DE123456788"),
        Contact = new DocumentContact("Abrechnung", "+49 361 5550123", "abrechnung@dolmetschen.example"),
    };

    public static DocumentParty Authority { get; } = new()
    {
        Name = "Beispielamt Musterland",
        Address = new PostalAddress("Am Markt 2", "07743", "Jena"),
        Electronic = new ElectronicAddress(AddressScheme.LeitwegId, "04011000-12345-03"),
    };

    public static DocumentParty Interpreter { get; } = new()
    {
        Name = "Samira Beispiel",
        Address = new PostalAddress("Gartenweg 5", "99423", "Weimar"),
        Electronic = new ElectronicAddress(AddressScheme.Email, "samira@dolmetscherin.example"),
        Number = Ref("DOL-00471"),
        TaxNumber = TaxNumber.Parse("151/815/08156"),
        Contact = new DocumentContact("Samira Beispiel", "+49 3643 555019", "samira@dolmetscherin.example"),
    };

    public static DocumentParty ForeignInterpreter { get; } = Interpreter with
    {
        Name = "Jana Vzorová",
        Address = new PostalAddress("Dlouhá 7", "110 00", "Praha", "CZ"),
        Number = Ref("DOL-00512"),
        TaxNumber = null,
        VatId = VatId.Parse("CZ12345678"),
        Contact = new DocumentContact("Jana Vzorová", "+420 222 555 019", "jana@tlumocnice.example"),
        Electronic = new ElectronicAddress(AddressScheme.Email, "jana@tlumocnice.example"),
    };

    /// <summary>The broker as the buyer of a Gutschrift: nobody asks for its contact.</summary>
    private static readonly DocumentParty BrokerAsBuyer = Broker with { Number = null, Contact = null };

    public static BillingDocument A { get; } = new()
    {
        Kind = DocumentKind.Invoice,
        Number = Ref("RE-2026-000123"),
        IssuedOn = Issued,
        DueOn = Due,
        BuyerReference = Ref("04011000-12345-03"),
        Order = Ref("4500012345"),
        Contract = Ref("RV-2025/17"),
        Seller = Broker,
        Buyer = Authority,
        Payment = new Payment(Iban.Parse("DE89 3704 0044 0532 0130 00"), "Beispiel Videodolmetschen GmbH", Bic.Parse("COBADEFFXXX")),
        Lines =
        [
            Line(1, new(LineWord.VideoOnDemand), 47m, BillingUnit.Minute, 1.45m, 3) with { OrderLine = Ref("10"), Account = Ref("KST-4711") },
            Line(2, new(LineWord.VideoOnDemand), 15m, BillingUnit.Minute, 1.45m, 10),
            Line(3, new(LineWord.HolidaySurcharge, 25m), 1m, BillingUnit.One, 17.04m, 3),
            Line(4, new(LineWord.LateCancellation, 100m), 1m, BillingUnit.One, 21.75m, 24),
        ],
    };

    /// <summary>Gutschrift to somebody who is liable to value added tax.</summary>
    public static BillingDocument B { get; } = Gutschrift("GS-2026-000045", Interpreter, Line(1, new(LineWord.VideoBooked), 1.5m, BillingUnit.Hour, 93m, 5));

    /// <summary>To a small business.</summary>
    public static BillingDocument C { get; } = Gutschrift(
        "GS-2026-000046",
        Interpreter,
        Line(1, new(LineWord.VideoBooked), 1.5m, BillingUnit.Hour, 93m, 5) with { Vat = VatTreatment.SmallBusiness });

    /// <summary>A taken back as a whole.</summary>
    public static BillingDocument D { get; } = A.CancelledBy(Ref("ST-2026-000007"), Issued.AddDays(4));

    /// <summary>A without the cancelled appointment.</summary>
    public static BillingDocument E { get; } = A.CorrectedBy(Ref("RE-2026-000131"), Issued.AddDays(4), Due.AddDays(4), [.. A.Lines.Take(3)]);

    /// <summary>Gutschrift to somebody abroad.</summary>
    public static BillingDocument F { get; } = Gutschrift(
        "GS-2026-000047",
        ForeignInterpreter,
        Line(1, new(LineWord.VideoBooked), 2m, BillingUnit.Hour, 93m, 6) with { Vat = VatTreatment.ReverseCharge });

    /// <summary>Damages for a cancelled appointment, on an invoice of their own.</summary>
    public static BillingDocument NotTaxable { get; } = OnlyNotTaxable();

    public static BillingDocument SignLanguage { get; } = Gutschrift(
        "GS-2026-000048",
        Interpreter,
        Line(1, new(LineWord.SignLanguage), 1m, BillingUnit.Hour, 93m, 9) with { Vat = VatTreatment.SignLanguageExempt });

    public static BillingDocument SelfBilledCancellation { get; } = B.CancelledBy(Ref("ST-2026-000008"), Issued.AddDays(5));

    /// <summary>A taken back by negative quantities, which is possible, too.</summary>
    public static BillingDocument NegativeCorrection { get; } = A.CorrectedBy(
        Ref("RE-2026-000132"),
        Issued.AddDays(4),
        dueOn: null,
        [.. A.Lines.Select(line => line with { Quantity = -line.Quantity, Net = -line.Net })]);

    public static TheoryData<string> Names =>
        ["a-invoice", "b-gutschrift", "c-gutschrift-small-business", "d-cancellation", "e-correction", "f-gutschrift-reverse-charge",
            "not-taxable", "sign-language", "gutschrift-cancellation", "negative-correction"];

    public static BillingDocument Of(string name) => name switch
    {
        "a-invoice" => A,
        "b-gutschrift" => B,
        "c-gutschrift-small-business" => C,
        "d-cancellation" => D,
        "e-correction" => E,
        "f-gutschrift-reverse-charge" => F,
        "not-taxable" => NotTaxable,
        "sign-language" => SignLanguage,
        "gutschrift-cancellation" => SelfBilledCancellation,
        "negative-correction" => NegativeCorrection,
        _ => throw new ArgumentOutOfRangeException(nameof(name)),
    };

    /// <summary>A file in Cases, as it is.</summary>
    public static byte[] File(string name)
    {
        using var stream = typeof(DocumentCases).Assembly.GetManifestResourceStream($"Documents/{name}") ?? throw new FileNotFoundException(name);
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    public static DocumentLine Line(int position, LineText text, decimal quantity, BillingUnit unit, decimal price, int day) =>
        DocumentLine.Of(position, text, quantity, unit, price, VatTreatment.Standard, ServicePeriod.On(new DateOnly(2026, 11, day)));

    private static BillingDocument Gutschrift(string number, DocumentParty interpreter, params DocumentLine[] lines) => new()
    {
        Kind = DocumentKind.SelfBilled,
        Number = Ref(number),
        IssuedOn = Issued,
        DueOn = Due,
        BuyerReference = interpreter.Number,
        Seller = interpreter,
        Buyer = BrokerAsBuyer,
        Payment = new Payment(Iban.Parse("DE02120300000000202051"), interpreter.Name),
        Lines = lines,
    };

    private static BillingDocument OnlyNotTaxable()
    {
        DocumentLine[] lines = [A.Lines[3] with { Position = 1, Vat = VatTreatment.NotTaxable }];
        return A with { Number = Ref("RE-2026-000124"), Seller = Broker.For(lines), Lines = lines };
    }
}
