using System.Diagnostics;
using System.Xml;
using System.Xml.Schema;
using Videodolmetschen.Domain.Billing.Documents;

namespace Videodolmetschen.Domain.Tests.Billing.Documents;

/// <summary>
/// The official word on our files, where it is at hand. <c>UBL_XSD</c> names a folder with the OASIS UBL 2.1 schemas (it has <c>maindoc</c> and <c>common</c> in it), <c>CII_XSD</c> one
/// with the schema of ZUGFeRD's profile EN 16931; <c>XRECHNUNG_VALIDATOR</c> a command that takes an XML file and exits with 1 on any error, such as KoSIT's validator with its
/// XRechnung configuration, <c>CII_VALIDATOR</c> one for CII, such as CEN's Schematron. None is delivered with this repository.
/// </summary>
public class OfficialRulesTests
{
    [Fact]
    public void Documents_are_valid_against_the_schema()
    {
        var schemas = UblSchemas(Named("UBL_XSD"));

        Assert.All(DocumentCases.Names.Select(name => name.Data), name => Assert.Empty(SchemaFindings(UblInvoice.Write(DocumentCases.Of(name)), schemas)));
        Assert.NotEmpty(SchemaFindings("<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\"/>"u8.ToArray(), schemas));
    }

    [Fact]
    public void Files_in_a_ZUGFeRD_are_valid_against_the_schema_of_their_profile()
    {
        var schemas = new XmlSchemaSet { XmlResolver = new XmlUrlResolver() };
        schemas.Add(null, Path.Combine(Named("CII_XSD"), "FACTUR-X_EN16931.xsd"));

        Assert.All(DocumentCases.Names.Select(name => name.Data), name => Assert.Empty(SchemaFindings(CiiInvoice.Write(DocumentCases.Of(name)), schemas)));
        Assert.NotEmpty(SchemaFindings("<CrossIndustryInvoice xmlns=\"urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100\"/>"u8.ToArray(), schemas));
    }

    [Fact]
    public void Documents_pass_the_validator()
    {
        var command = Named("XRECHNUNG_VALIDATOR");

        Assert.All(DocumentCases.Names.Select(name => name.Data), name => Assert.Equal(0, ExitCode(command, UblInvoice.Write(DocumentCases.Of(name)))));
    }

    [Fact]
    public void Files_in_a_ZUGFeRD_pass_the_validator()
    {
        var command = Named("CII_VALIDATOR");

        Assert.All(DocumentCases.Names.Select(name => name.Data), name => Assert.Equal(0, ExitCode(command, CiiInvoice.Write(DocumentCases.Of(name)))));
    }

    /// <summary>A validator that nods at everything would prove nothing.</summary>
    [Fact]
    public void The_validator_refuses_what_our_own_check_refuses() => Assert.Equal(1, ExitCode(Named("XRECHNUNG_VALIDATOR"), UblInvoice.Write(Refused)));

    /// <inheritdoc cref="The_validator_refuses_what_our_own_check_refuses"/>
    [Fact]
    public void The_validator_of_CII_refuses_it_too() => Assert.Equal(1, ExitCode(Named("CII_VALIDATOR"), CiiInvoice.Write(Refused)));

    private static BillingDocument Refused => DocumentCases.C with { Seller = DocumentCases.Interpreter with { Number = null } };

    private static string Named(string variable)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        Assert.SkipWhen(string.IsNullOrEmpty(value), $"{variable} names nothing");
        return value!;
    }

    private static int ExitCode(string command, byte[] document)
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.xml");
        try
        {
            File.WriteAllBytes(file, document);
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

    private static XmlSchemaSet UblSchemas(string folder)
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
