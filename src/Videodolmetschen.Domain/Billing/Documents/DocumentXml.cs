using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace Videodolmetschen.Domain.Billing.Documents;

/// <summary>What both syntaxes of EN 16931 write alike: the file itself, numbers, codes.</summary>
internal static class DocumentXml
{
    /// <summary>UTF-8 without a mark, the same content always the same bytes.</summary>
    public static byte[] Bytes(XElement root)
    {
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), Indent = true, NewLineChars = "\n" };
        using var bytes = new MemoryStream();
        using (var writer = XmlWriter.Create(bytes, settings))
        {
            root.WriteTo(writer);
        }
        bytes.WriteByte((byte)'\n');
        return bytes.ToArray();
    }

    /// <summary>Two decimals always (BR-DEC).</summary>
    public static string Amount(decimal euro) => Number(euro, "0.00");

    /// <summary>A price may have more than two decimals.</summary>
    public static string Price(decimal euro) => Number(euro, "0.00##########################");

    /// <summary>47 and 47.0 are the same quantity, so they are the same bytes.</summary>
    public static string Plain(decimal number) => Number(number, "0.############################");

    public static string Plain(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>UN/ECE Recommendation 20 (BT-130).</summary>
    public static string Code(BillingUnit unit) => unit switch
    {
        BillingUnit.Minute => "MIN",
        BillingUnit.Hour => "HUR",
        BillingUnit.One => "C62",
        _ => throw new ArgumentOutOfRangeException(nameof(unit)),
    };

    // A decimal can be a negative zero, and then says so.
    private static string Number(decimal number, string format) => (number == 0m ? 0m : number).ToString(format, CultureInfo.InvariantCulture);
}
