using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using Videodolmetschen.Domain.Reporting;
using Videodolmetschen.Server.Reporting.Views;

namespace Videodolmetschen.Server.Reporting.Files;

/// <summary>A report as a workbook (ECMA-376) with one sheet: what was asked for, heads, rows, sum. Texts are texts and never formulas; numbers are numbers.</summary>
internal static class ReportXlsx
{
    public const string ContentType = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    /// <summary>A part of a workbook carries no time, so that the same report is the same bytes.</summary>
    private static readonly DateTimeOffset NoTime = new(1980, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static readonly (string Name, string Text)[] Fixed =
    [
        ("[Content_Types].xml",
            """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>
            """),
        ("_rels/.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>
            """),
        ("xl/workbook.xml",
            """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Auswertung" sheetId="1" r:id="rId1"/></sheets></workbook>
            """),
        ("xl/_rels/workbook.xml.rels",
            """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" Target="styles.xml"/></Relationships>
            """),
        // Formats: 0 plain, 1 bold, 2 whole, 3 one decimal, 4 euro, 5 per cent.
        ("xl/styles.xml",
            """
            <styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="2"><numFmt numFmtId="164" formatCode="#,##0.0"/><numFmt numFmtId="165" formatCode="0.0%"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="6"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/><xf numFmtId="3" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="4" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>
            """),
    ];

    public static byte[] Write(ReportTable table)
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true, Encoding.UTF8))
        {
            foreach (var (name, text) in Fixed)
            {
                using var part = Part(archive, name);
                part.Write(Encoding.UTF8.GetBytes("<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + text));
            }

            using var sheet = Part(archive, "xl/worksheets/sheet1.xml");
            using var xml = XmlWriter.Create(sheet, new XmlWriterSettings { Encoding = new UTF8Encoding(false), CheckCharacters = false });
            Sheet(xml, table);
        }

        return bytes.ToArray();
    }

    private static Stream Part(ZipArchive archive, string name)
    {
        var entry = archive.CreateEntry(name, CompressionLevel.Fastest);
        entry.LastWriteTime = NoTime;
        return entry.Open();
    }

    private static void Sheet(XmlWriter xml, ReportTable table)
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", Main);
        xml.WriteStartElement("cols", Main);
        Width(xml, 1, table.Leading.Count, 26);
        Width(xml, table.Leading.Count + 1, table.Leading.Count + table.Columns.Count, 18);
        xml.WriteEndElement();
        xml.WriteStartElement("sheetData", Main);
        Row(xml, () => Text(xml, table.Title, 1));
        foreach (var (label, value) in table.Asked)
        {
            Row(xml, () => Texts(xml, [label, value], 0));
        }

        Row(xml, () => { });
        Row(xml, () => Texts(xml, table.Leading.Concat(table.Columns.Select(column => column.Title)), 1));
        foreach (var row in table.Total is { } total ? table.Rows.Append(total) : table.Rows)
        {
            Row(xml, () => Cells(xml, row, table));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private static void Width(XmlWriter xml, int from, int until, int width)
    {
        xml.WriteStartElement("col", Main);
        xml.WriteAttributeString("min", from.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("max", until.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("width", width.ToString(CultureInfo.InvariantCulture));
        xml.WriteAttributeString("customWidth", "1");
        xml.WriteEndElement();
    }

    private static void Row(XmlWriter xml, Action cells)
    {
        xml.WriteStartElement("row", Main);
        cells();
        xml.WriteEndElement();
    }

    private static void Cells(XmlWriter xml, ReportRow row, ReportTable table)
    {
        Texts(xml, row.Titles.Concat(Enumerable.Repeat("", table.Leading.Count - row.Titles.Count)), 0);
        foreach (var (value, column) in row.Values.Zip(table.Columns))
        {
            if (row.IsHidden || value is null)
            {
                Text(xml, row.IsHidden ? "weniger als fünf" : "", 0);
            }
            else
            {
                Number(xml, value.Value, column.Unit);
            }
        }
    }

    private static void Texts(XmlWriter xml, IEnumerable<string> texts, int format)
    {
        foreach (var text in texts)
        {
            Text(xml, text, format);
        }
    }

    private static void Text(XmlWriter xml, string text, int format)
    {
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("t", "inlineStr");
        xml.WriteAttributeString("s", format.ToString(CultureInfo.InvariantCulture));
        xml.WriteStartElement("is", Main);
        xml.WriteStartElement("t", Main);
        xml.WriteAttributeString("xml", "space", null, "preserve");
        xml.WriteString(string.Concat(SafeCell.Of(text).Where(XmlConvert.IsXmlChar)));
        xml.WriteEndElement();
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Number(XmlWriter xml, decimal value, ReportUnit unit)
    {
        var (number, format) = unit switch
        {
            ReportUnit.Euro => (value, 4),
            ReportUnit.Part => (value, 5),
            ReportUnit.Minutes => (value / 60, 3),
            _ => (value, 2),
        };
        xml.WriteStartElement("c", Main);
        xml.WriteAttributeString("s", format.ToString(CultureInfo.InvariantCulture));
        xml.WriteElementString("v", Main, decimal.Round(number, 6).ToString(CultureInfo.InvariantCulture));
        xml.WriteEndElement();
    }
}
