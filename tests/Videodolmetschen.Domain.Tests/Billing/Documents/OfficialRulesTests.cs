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
    [Fact]
    public void Documents_are_valid_against_the_schema()
    {
        var folder = Environment.GetEnvironmentVariable("UBL_XSD");
        Assert.SkipWhen(string.IsNullOrEmpty(folder), "UBL_XSD names no folder with the UBL 2.1 schemas");
        var schemas = Schemas(folder!);

        Assert.All(DocumentCases.Names.Select(name => name.Data), name => Assert.Empty(SchemaFindings(UblInvoice.Write(DocumentCases.Of(name)), schemas)));
        Assert.NotEmpty(SchemaFindings("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>"u8.ToArray(), schemas));
    }

    [Fact]
    public void Documents_pass_the_validator()
    {
        var command = Validator();

        Assert.All(DocumentCases.Names.Select(name => name.Data), name => Assert.Equal(0, ExitCode(command, DocumentCases.Of(name))));
    }

    /// <summary>A validator that nods at everything would prove nothing.</summary>
    [Fact]
    public void The_validator_refuses_what_our_own_check_refuses() =>
        Assert.Equal(1, ExitCode(Validator(), DocumentCases.C with { Seller = DocumentCases.Interpreter with { Number = null } }));

    private static string Validator()
    {
        var command = Environment.GetEnvironmentVariable("XRECHNUNG_VALIDATOR");
        Assert.SkipWhen(string.IsNullOrEmpty(command), "XRECHNUNG_VALIDATOR names no command");
        return command!;
    }

    private static int ExitCode(string command, BillingDocument document)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{document.Number.Value.Replace('/', '-')}-{Guid.NewGuid():N}.xml");
        try
        {
            File.WriteAllBytes(file, UblInvoice.Write(document));
            using var validator = Process.Start(new ProcessStartInfo(command, [file]))!;
            Assert.True(validator.WaitForExit(TimeSpan.FromMinutes(2)), "no answer in two minutes");
            return validator.ExitCode;
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static List<string> SchemaFindings(byte[] document, XmlSchemaSet schemas)
    {
        var findings = new List<string>();
        var settings = new XmlReaderSettings { ValidationType = ValidationType.Schema, Schemas = schemas };
        settings.ValidationFlags |= XmlSchemaValidationFlags.ReportValidationWarnings;
        settings.ValidationEventHandler += (_, finding) => findings.Add(finding.Message);
        using var reader = XmlReader.Create(new MemoryStream(document), settings);
        while (reader.Read())
        {
        }
        return findings;
    }

    private static XmlSchemaSet Schemas(string folder)
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        // The schema of signatures, which is imported, begins with a document type; nothing is fetched for it.
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        foreach (var root in new[] { "Invoice", "CreditNote" })
        {
            using var reader = XmlReader.Create(Path.Combine(folder, "maindoc", $"UBL-{root}-2.1.xsd"), settings);
            schemas.Add(null, reader);
        }
        return schemas;
    }
}
