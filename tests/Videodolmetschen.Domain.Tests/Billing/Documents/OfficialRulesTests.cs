using System.Diagnostics;
using System.Xml;
using System.Xml.Schema;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>
/// The official word on our files, where it is at hand. <c>UBL_XSD</c> names a folder with the OASIS UBL 2.1 schemas (it has <c>maindoc</c> and <c>common</c> in it);
/// <c>XRECHNUNG_VALIDATOR</c> a command that takes an XML file and exits with 1 on any error, such as KoSIT's validator with its XRechnung configuration.
/// Neither is delivered with this repository.
/// </summary>
public class OfficialRulesTests
{
    [Theory]
    [MemberData(nameof(DocumentCases.Names), MemberType = typeof(DocumentCases))]
    public void A_document_is_valid_against_the_schema(string name)
    {
        var folder = Environment.GetEnvironmentVariable("UBL_XSD");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "UBL_XSD names no folder with the UBL 2.1 schemas");
        var root = DocumentCases.Of(name).Kind.IsCreditNote() ? "CreditNote" : "Invoice";
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = Schemas(Path.Combine(folder!, "maindoc", $"UBL-{root}-2.1.xsd")) };
        var findings = new List<string>();
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, finding) => findings.Add(finding.Message);

        using var reader = XmlReader.Create(new MemoryStream(UblInvoice.Write(DocumentCases.Of(name))), settings);
        while (reader.Read())
        {
        }

        Assert.Empty(findings);
    }

    [Theory]
    [MemberData(nameof(DocumentCases.Names), MemberType = typeof(DocumentCases))]
    public void A_document_passes_the_validator(string name) => Assert.Equal(0, Validate(DocumentCases.Of(name)));

    /// <summary>A validator that nods at everything would prove nothing.</summary>
    [Fact]
    public void The_validator_refuses_what_our_own_check_refuses() =>
        Assert.Equal(1, Validate(DocumentCases.C with { Seller = DocumentCases.Interpreter with { Number = null } }));

    private static int Validate(BillingDocument document)
    {
        var command = Environment.GetEnvironmentVariable("XRECHNUNG_VALIDATOR");
        Assert.SkipWhen(string.IsNullOrEmpty(command), "XRECHNUNG_VALIDATOR names no command");
        var file = Path.Combine(Path.GetTempPath(), $"{document.Number.Value.Replace('/', '-')}-{Guid.NewGuid():N}.xml");
        try
        {
            File.WriteAllBytes(file, UblInvoice.Write(document));
            using var validator = Process.Start(new ProcessStartInfo(command!, [file]))!;
            Assert.True(validator.WaitForExit(TimeSpan.FromMinutes(2)), "no answer in two minutes");
            return validator.ExitCode;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static XmlSchemaSet Schemas(string main)
    {
        // The schema of signatures, which is imported, begins with a document type; nothing is fetched for it.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        using var reader = XmlReader.Create(main, settings);
        schemas.Add(null, reader);
        return schemas;
    }
}
