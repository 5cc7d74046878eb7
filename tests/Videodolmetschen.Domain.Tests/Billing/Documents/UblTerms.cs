using System.Text.RegularExpressions;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>Where the terms stand in UBL; what has none is of the syntax alone.</summary>
internal static partial class UblTerms
{
    public static IReadOnlyList<string> Of(BillingDocument document) => Terms.Of(UblInvoice.Write(document), Known.Value, Alike);

    private const string Table =
        """
        CustomizationID =
        ProfileID = BT-23
        ID = BT-1
        IssueDate = BT-2
        DueDate = BT-9
        PaymentMeans/PaymentDueDate = BT-9
        *TypeCode = BT-3
        Note = BT-22
        DocumentCurrencyCode = BT-5
        BuyerReference = BT-10
        InvoicePeriod/StartDate = BT-73
        InvoicePeriod/EndDate = BT-74
        OrderReference/ID = BT-13
        ContractDocumentReference/ID = BT-12
        BillingReference/InvoiceDocumentReference/ID = BT-25
        BillingReference/InvoiceDocumentReference/IssueDate = BT-26
        AccountingSupplierParty/Party/EndpointID = BT-34
        AccountingSupplierParty/Party/EndpointID@schemeID = BT-34-1
        AccountingSupplierParty/Party/PartyIdentification/ID = BT-29
        AccountingSupplierParty/Party/PostalAddress/StreetName = BT-35
        AccountingSupplierParty/Party/PostalAddress/CityName = BT-37
        AccountingSupplierParty/Party/PostalAddress/PostalZone = BT-38
        AccountingSupplierParty/Party/PostalAddress/Country/IdentificationCode = BT-40
        AccountingSupplierParty/Party/PartyTaxScheme/CompanyID = BT-31/32
        AccountingSupplierParty/Party/PartyTaxScheme/TaxScheme/ID = BT-31/32-scheme
        AccountingSupplierParty/Party/PartyLegalEntity/RegistrationName = BT-27
        AccountingSupplierParty/Party/PartyLegalEntity/CompanyLegalForm = BT-33
        AccountingSupplierParty/Party/Contact/Name = BT-41
        AccountingSupplierParty/Party/Contact/Telephone = BT-42
        AccountingSupplierParty/Party/Contact/ElectronicMail = BT-43
        AccountingCustomerParty/Party/EndpointID = BT-49
        AccountingCustomerParty/Party/EndpointID@schemeID = BT-49-1
        AccountingCustomerParty/Party/PartyIdentification/ID = BT-46
        AccountingCustomerParty/Party/PostalAddress/StreetName = BT-50
        AccountingCustomerParty/Party/PostalAddress/CityName = BT-52
        AccountingCustomerParty/Party/PostalAddress/PostalZone = BT-53
        AccountingCustomerParty/Party/PostalAddress/Country/IdentificationCode = BT-55
        AccountingCustomerParty/Party/PartyTaxScheme/CompanyID = BT-48
        AccountingCustomerParty/Party/PartyTaxScheme/TaxScheme/ID = BT-48-scheme
        AccountingCustomerParty/Party/PartyLegalEntity/RegistrationName = BT-44
        PaymentMeans/PaymentMeansCode = BT-81
        PaymentMeans/PaymentID = BT-83
        PaymentMeans/PayeeFinancialAccount/ID = BT-84
        PaymentMeans/PayeeFinancialAccount/Name = BT-85
        PaymentMeans/PayeeFinancialAccount/FinancialInstitutionBranch/ID = BT-86
        PaymentTerms/Note = BT-20
        TaxTotal/TaxAmount = BT-110
        TaxTotal/TaxAmount@currencyID = BT-110-1
        TaxTotal/TaxSubtotal/TaxableAmount = BT-116
        TaxTotal/TaxSubtotal/TaxableAmount@currencyID =
        TaxTotal/TaxSubtotal/TaxAmount = BT-117
        TaxTotal/TaxSubtotal/TaxAmount@currencyID =
        TaxTotal/TaxSubtotal/TaxCategory/ID = BT-118
        TaxTotal/TaxSubtotal/TaxCategory/Percent = BT-119
        TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReasonCode = BT-121
        TaxTotal/TaxSubtotal/TaxCategory/TaxExemptionReason = BT-120
        TaxTotal/TaxSubtotal/TaxCategory/TaxScheme/ID = BT-118-scheme
        LegalMonetaryTotal/LineExtensionAmount = BT-106
        LegalMonetaryTotal/LineExtensionAmount@currencyID =
        LegalMonetaryTotal/TaxExclusiveAmount = BT-109
        LegalMonetaryTotal/TaxExclusiveAmount@currencyID =
        LegalMonetaryTotal/TaxInclusiveAmount = BT-112
        LegalMonetaryTotal/TaxInclusiveAmount@currencyID =
        LegalMonetaryTotal/PayableAmount = BT-115
        LegalMonetaryTotal/PayableAmount@currencyID =
        *Line/ID = BT-126
        *Line/*edQuantity = BT-129
        *Line/*edQuantity@unitCode = BT-130
        *Line/LineExtensionAmount = BT-131
        *Line/LineExtensionAmount@currencyID =
        *Line/AccountingCost = BT-133
        *Line/InvoicePeriod/StartDate = BT-134
        *Line/InvoicePeriod/EndDate = BT-135
        *Line/OrderLineReference/LineID = BT-132
        *Line/Item/Name = BT-153
        *Line/Item/ClassifiedTaxCategory/ID = BT-151
        *Line/Item/ClassifiedTaxCategory/Percent = BT-152
        *Line/Item/ClassifiedTaxCategory/TaxScheme/ID = BT-151-scheme
        *Line/Price/PriceAmount = BT-146
        *Line/Price/PriceAmount@currencyID =
        """;

    /// <summary>Each star is Invoice(d) and CreditNote or Credited in turn.</summary>
    private static readonly Lazy<Dictionary<string, string>> Known = new(() => (
        from row in Table.Split('\n')
        from root in new[] { ("Invoice", "Invoic"), ("CreditNote", "Credit") }
        let parts = row.Replace("*ed", root.Item2 + "ed", StringComparison.Ordinal).Replace("*", root.Item1, StringComparison.Ordinal).Split('=')
        select (Path: parts[0].Trim(), Term: parts[1].Trim())).DistinctBy(one => one.Path).ToDictionary(one => one.Path, one => one.Term));

    /// <summary>Days without their strokes, and the one scheme that has two names.</summary>
    private static string Alike(string term, string value) => term is "BT-31/32-scheme" or "BT-48-scheme" && value == "VAT" ? "VA"
        : IsoDay().IsMatch(value) ? value.Replace("-", "", StringComparison.Ordinal)
        : value;

    [GeneratedRegex(@"\A\d{4}-\d\d-\d\d\z", RegexOptions.None, 1000)]
    private static partial Regex IsoDay();
}
