using System.Text.Json;
using System.Text.Json.Serialization;
using Videodolmetschen.Domain;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>A language in jsonb is its code.</summary>
internal sealed class LanguageCodeJson : JsonConverter<LanguageCode>
{
    public override LanguageCode Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString() ?? "");

    public override void Write(Utf8JsonWriter writer, LanguageCode value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
}
