using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>Where the terms stand in CII, with short names for the long ways.</summary>
internal static class CiiTerms
{
    public static IReadOnlyList<string> Of(BillingDocument document) => Terms.Of(CiiInvoice.Write(document), Known.Value, (_, value) => value);

    private const string Table =
        """
        Context/BusinessProcessSpecifiedDocumentContextParameter/ID = BT-23
        Context/GuidelineSpecifiedDocumentContextParameter/ID =
        ExchangedDocument/ID = BT-1
        ExchangedDocument/TypeCode = BT-3
        ExchangedDocument/IssueDateTime/Day = BT-2
        ExchangedDocument/IncludedNote/Content = BT-22
        Agreement/BuyerReference = BT-10
        Agreement/BuyerOrderReferencedDocument/IssuerAssignedID = BT-13
        Agreement/ContractReferencedDocument/IssuerAssignedID = BT-12
        Agreement/SellerTradeParty/ID = BT-29
        Agreement/SellerTradeParty/Name = BT-27
        Agreement/SellerTradeParty/Description = BT-33
        Agreement/SellerTradeParty/DefinedTradeContact/PersonName = BT-41
        Agreement/SellerTradeParty/DefinedTradeContact/TelephoneUniversalCommunication/CompleteNumber = BT-42
        Agreement/SellerTradeParty/DefinedTradeContact/EmailURIUniversalCommunication/URIID = BT-43
        Agreement/SellerTradeParty/PostalTradeAddress/PostcodeCode = BT-38
        Agreement/SellerTradeParty/PostalTradeAddress/LineOne = BT-35
        Agreement/SellerTradeParty/PostalTradeAddress/CityName = BT-37
        Agreement/SellerTradeParty/PostalTradeAddress/CountryID = BT-40
        Agreement/SellerTradeParty/URIUniversalCommunication/URIID = BT-34
        Agreement/SellerTradeParty/URIUniversalCommunication/URIID@schemeID = BT-34-1
        Agreement/SellerTradeParty/SpecifiedTaxRegistration/ID = BT-31/32
        Agreement/SellerTradeParty/SpecifiedTaxRegistration/ID@schemeID = BT-31/32-scheme
        Agreement/BuyerTradeParty/ID = BT-46
        Agreement/BuyerTradeParty/Name = BT-44
        Agreement/BuyerTradeParty/PostalTradeAddress/PostcodeCode = BT-53
        Agreement/BuyerTradeParty/PostalTradeAddress/LineOne = BT-50
        Agreement/BuyerTradeParty/PostalTradeAddress/CityName = BT-52
        Agreement/BuyerTradeParty/PostalTradeAddress/CountryID = BT-55
        Agreement/BuyerTradeParty/URIUniversalCommunication/URIID = BT-49
        Agreement/BuyerTradeParty/URIUniversalCommunication/URIID@schemeID = BT-49-1
        Agreement/BuyerTradeParty/SpecifiedTaxRegistration/ID = BT-48
        Agreement/BuyerTradeParty/SpecifiedTaxRegistration/ID@schemeID = BT-48-scheme
        Delivery/ActualDeliverySupplyChainEvent/OccurrenceDateTime/Day =
        Settlement/PaymentReference = BT-83
        Settlement/InvoiceCurrencyCode = BT-5
        Settlement/SpecifiedTradeSettlementPaymentMeans/TypeCode = BT-81
        Settlement/SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/IBANID = BT-84
        Settlement/SpecifiedTradeSettlementPaymentMeans/PayeePartyCreditorFinancialAccount/AccountName = BT-85
        Settlement/SpecifiedTradeSettlementPaymentMeans/PayeeSpecifiedCreditorFinancialInstitution/BICID = BT-86
        Settlement/ApplicableTradeTax/CalculatedAmount = BT-117
        Settlement/ApplicableTradeTax/TypeCode = BT-118-scheme
        Settlement/ApplicableTradeTax/ExemptionReason = BT-120
        Settlement/ApplicableTradeTax/BasisAmount = BT-116
        Settlement/ApplicableTradeTax/CategoryCode = BT-118
        Settlement/ApplicableTradeTax/ExemptionReasonCode = BT-121
        Settlement/ApplicableTradeTax/RateApplicablePercent = BT-119
        Settlement/BillingSpecifiedPeriod/StartDateTime/Day = BT-73
        Settlement/BillingSpecifiedPeriod/EndDateTime/Day = BT-74
        Settlement/SpecifiedTradePaymentTerms/Description = BT-20
        Settlement/SpecifiedTradePaymentTerms/DueDateDateTime/Day = BT-9
        Settlement/Sums/LineTotalAmount = BT-106
        Settlement/Sums/TaxBasisTotalAmount = BT-109
        Settlement/Sums/TaxTotalAmount = BT-110
        Settlement/Sums/TaxTotalAmount@currencyID = BT-110-1
        Settlement/Sums/GrandTotalAmount = BT-112
        Settlement/Sums/DuePayableAmount = BT-115
        Settlement/InvoiceReferencedDocument/IssuerAssignedID = BT-25
        Settlement/InvoiceReferencedDocument/FormattedIssueDateTime/Day = BT-26
        Line/AssociatedDocumentLineDocument/LineID = BT-126
        Line/SpecifiedTradeProduct/Name = BT-153
        Line/SpecifiedLineTradeAgreement/BuyerOrderReferencedDocument/LineID = BT-132
        Line/SpecifiedLineTradeAgreement/NetPriceProductTradePrice/ChargeAmount = BT-146
        Line/SpecifiedLineTradeDelivery/BilledQuantity = BT-129
        Line/SpecifiedLineTradeDelivery/BilledQuantity@unitCode = BT-130
        LineSettlement/ApplicableTradeTax/TypeCode = BT-151-scheme
        LineSettlement/ApplicableTradeTax/CategoryCode = BT-151
        LineSettlement/ApplicableTradeTax/RateApplicablePercent = BT-152
        LineSettlement/BillingSpecifiedPeriod/StartDateTime/Day = BT-134
        LineSettlement/BillingSpecifiedPeriod/EndDateTime/Day = BT-135
        LineSettlement/SpecifiedTradeSettlementLineMonetarySummation/LineTotalAmount = BT-131
        LineSettlement/ReceivableSpecifiedTradeAccountingAccount/ID = BT-133
        """;

    private static readonly (string Short, string Long)[] Names =
    [
        ("Context/", "ExchangedDocumentContext/"),
        ("Agreement/", "SupplyChainTradeTransaction/ApplicableHeaderTradeAgreement/"),
        ("Delivery/", "SupplyChainTradeTransaction/ApplicableHeaderTradeDelivery/"),
        ("Settlement/", "SupplyChainTradeTransaction/ApplicableHeaderTradeSettlement/"),
        ("Line/", "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem/"),
        ("LineSettlement/", "SupplyChainTradeTransaction/IncludedSupplyChainTradeLineItem/SpecifiedLineTradeSettlement/"),
    ];

    private static readonly Lazy<Dictionary<string, string>> Known = new(() => (
        from row in Table.Split('\n')
        let parts = row.Split('=')
        let path = Full(parts[0].Trim())
        from one in path.EndsWith("/DateTimeString", StringComparison.Ordinal) ? new[] { (path, parts[1].Trim()), (path + "@format", "") } : [(path, parts[1].Trim())]
        select one).ToDictionary(one => one.Item1, one => one.Item2));

    private static string Full(string path)
    {
        var (@short, @long) = Names.FirstOrDefault(name => path.StartsWith(name.Short, StringComparison.Ordinal), (Short: "", Long: ""));
        return (@long + path[@short.Length..]).Replace("/Day", "/DateTimeString", StringComparison.Ordinal).Replace("/Sums/", "/SpecifiedTradeSettlementHeaderMonetarySummation/", StringComparison.Ordinal);
    }
}
