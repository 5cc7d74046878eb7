namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>Seller or buyer (BG-4, BG-7): master data of an office or an interpreter, never anything of a conversation.</summary>
public sealed record DocumentParty
{
    /// <summary>BT-27, BT-44.</summary>
    public required string Name { get; init; }

    public required PostalAddress Address { get; init; }

    /// <summary>Where electronic documents go (BT-34, BT-49).</summary>
    public ElectronicAddress? Electronic { get; init; }

    /// <summary>The interpreter's number with the broker, or the broker's creditor number with the customer (BT-29, BT-46).</summary>
    public DocumentReference? Number { get; init; }

    /// <summary>BT-31, BT-48.</summary>
    public VatId? VatId { get; init; }

    /// <summary>BT-32.</summary>
    public TaxNumber? TaxNumber { get; init; }

    /// <summary>Who answers questions (BG-6); asked of sellers only.</summary>
    public DocumentContact? Contact { get; init; }

    /// <summary>The party as it may stand on a document with these lines: what is not taxable forbids both VAT ids (BR-O-02).</summary>
    public DocumentParty For(IEnumerable<DocumentLine> lines) =>
        lines.Any(line => line.Vat == VatTreatment.NotTaxable) ? this with { VatId = null } : this;
}

/// <summary>BG-5, BG-8.</summary>
/// <param name="Street">With its number (BT-35, BT-50); null where there is none.</param>
/// <param name="PostCode">BT-38, BT-53.</param>
/// <param name="City">BT-37, BT-52.</param>
/// <param name="Country">ISO 3166-1 alpha-2 (BT-40, BT-55).</param>
public sealed record PostalAddress(string? Street, string PostCode, string City, string Country = "DE");

/// <summary>BG-6: BT-41, BT-42, BT-43.</summary>
public sealed record DocumentContact(string Name, string Phone, string Email);

/// <summary>Which directory an electronic address is from (EAS).</summary>
public enum AddressScheme
{
    /// <summary>0204.</summary>
    LeitwegId,
    /// <summary>EM.</summary>
    Email,
    /// <summary>9930: a German VAT id.</summary>
    GermanVatId,
}

public sealed record ElectronicAddress(AddressScheme Scheme, string Value)
{
    public string SchemeCode => Scheme switch
    {
        AddressScheme.LeitwegId => "0204",
        AddressScheme.Email => "EM",
        AddressScheme.GermanVatId => "9930",
        _ => throw new InvalidOperationException("no such scheme"),
    };
}
