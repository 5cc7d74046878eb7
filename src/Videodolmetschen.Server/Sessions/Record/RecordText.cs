using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Videodolmetschen.Server.Sessions.Record;

/// <summary>Facts as the text that is signed: JSON in the order of the fields, kept as it was written.</summary>
internal static class RecordText
{
    /// <summary>So that a signature under something else is never one under a record.</summary>
    private const string Purpose = "videodolmetschen session record 1\n";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static string Write(RecordFacts facts) => JsonSerializer.Serialize(facts, Json);

    /// <exception cref="JsonException">Nobody of us wrote that.</exception>
    public static RecordFacts Read(string content) =>
        JsonSerializer.Deserialize<RecordFacts>(content, Json) ?? throw new JsonException("no record");

    public static byte[] ToSign(string content) => Encoding.UTF8.GetBytes(Purpose + content);
}
