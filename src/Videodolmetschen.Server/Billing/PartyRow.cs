using System.Text.Json;
using System.Text.Json.Nodes;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <summary>A row of <c>billing_parties</c>: who stands on documents as seller or buyer. Also kept with each document, as it was then.</summary>
internal sealed record PartyRow
{
    public Guid? CustomerId { get; init; }

    public Guid? InterpreterId { get; init; }

    public string Name { get; init; } = "";

    public string? Street { get; init; }

    public string PostCode { get; init; } = "";

    public string City { get; init; } = "";

    public string Country { get; init; } = "DE";

    public string? VatId { get; init; }

    public string? TaxNumber { get; init; }

    /// <summary>Ours with the customer, or the interpreter's with us.</summary>
    public string? Number { get; init; }

    public string? LeitwegId { get; init; }

    public string? OrderReference { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? ContactName { get; init; }

    public string? Iban { get; init; }

    public string? Bic { get; init; }

    public string? AccountHolder { get; init; }

    public int PaymentDays { get; init; } = 30;

    /// <summary>An <see cref="InvoiceFormat"/>; of no meaning for ourselves.</summary>
    public string Format { get; init; } = SnakeCase.Of(InvoiceFormat.Xrechnung);

    public int Revision { get; init; }

    public DocumentParty ToDomain() => new()
    {
        Name = Name,
        Address = new PostalAddress(Street, PostCode, City, Country),
        Electronic = Domain.Billing.Documents.LeitwegId.TryParse(LeitwegId, out var leitweg) ? new ElectronicAddress(AddressScheme.LeitwegId, leitweg.Value)
            : Email is not null ? new ElectronicAddress(AddressScheme.Email, Email) : null,
        Number = DocumentReference.TryParse(Number, out var number) ? number : null,
        VatId = Domain.Billing.Documents.VatId.TryParse(VatId, out var vat) ? vat : null,
        TaxNumber = Domain.Billing.Documents.TaxNumber.TryParse(TaxNumber, out var tax) ? tax : null,
        Contact = ContactName is not null && Phone is not null && Email is not null ? new DocumentContact(ContactName, Phone, Email) : null,
    };

    /// <summary>Null where there is no account: the check of the document says so.</summary>
    public Payment? ToPayment() => Domain.Billing.Documents.Iban.TryParse(Iban, out var iban)
        ? new Payment(iban, AccountHolder ?? Name, Domain.Billing.Documents.Bic.TryParse(Bic, out var bic) ? bic : null)
        : null;

    /// <summary>Names of the fields that say something else than before; what they say stands on the documents that were made of them.</summary>
    public IReadOnlyList<string> ChangedSince(PartyRow? before)
    {
        var (then, now) = (JsonSerializer.SerializeToNode(before ?? new(), JsonSerializerOptions.Web)!.AsObject(), JsonSerializer.SerializeToNode(this, JsonSerializerOptions.Web)!.AsObject());
        return [.. now.Where(field => field.Key != "revision" && !JsonNode.DeepEquals(field.Value, then[field.Key])).Select(field => field.Key)];
    }

    /// <summary>Blanks around, and fields that are nothing but blanks, mean nothing.</summary>
    public PartyRow Trimmed() => this with
    {
        Name = Name.Trim(), PostCode = PostCode.Trim(), City = City.Trim(), Country = Country.Trim(),
        Street = Text(Street), VatId = Text(VatId), TaxNumber = Text(TaxNumber), Number = Text(Number), LeitwegId = Text(LeitwegId), OrderReference = Text(OrderReference),
        Email = Text(Email), Phone = Text(Phone), ContactName = Text(ContactName), Iban = Text(Iban), Bic = Text(Bic), AccountHolder = Text(AccountHolder),
    };

    /// <summary>Fields that are missing or of no use, by the names in which a browser sent them.</summary>
    public IReadOnlyList<string> Violations() =>
    [
        .. from field in new (string Name, bool IsBroken)[]
           {
               ("name", Name.Length is 0 or > 200),
               ("street", Street?.Length > 200),
               ("postCode", PostCode.Length is 0 or > 20),
               ("city", City.Length is 0 or > 100),
               ("country", Country.Length != 2 || !Country.All(char.IsAsciiLetterUpper)),
               ("email", Email is not null && (Email.Length > 254 || Email.IndexOf('@', StringComparison.Ordinal) < 1)),
               ("phone", Phone?.Length > 40),
               ("contactName", ContactName?.Length > 100),
               ("accountHolder", AccountHolder?.Length > 70),
               ("paymentDays", PaymentDays is < 0 or > 60),
               ("vatId", VatId is not null && !Domain.Billing.Documents.VatId.TryParse(VatId, out _)),
               ("taxNumber", TaxNumber is not null && !Domain.Billing.Documents.TaxNumber.TryParse(TaxNumber, out _)),
               ("number", Number is not null && !DocumentReference.TryParse(Number, out _)),
               ("leitwegId", LeitwegId is not null && !Domain.Billing.Documents.LeitwegId.TryParse(LeitwegId, out _)),
               ("orderReference", OrderReference is not null && !DocumentReference.TryParse(OrderReference, out _)),
               ("iban", Iban is not null && !Domain.Billing.Documents.Iban.TryParse(Iban, out _)),
               ("format", SnakeCase.Find<InvoiceFormat>(Format) is null),
               ("bic", Bic is not null && !Domain.Billing.Documents.Bic.TryParse(Bic, out _)),
           }
           where field.IsBroken
           select field.Name,
    ];

    private static string? Text(string? given) => string.IsNullOrWhiteSpace(given) ? null : given.Trim();
}
