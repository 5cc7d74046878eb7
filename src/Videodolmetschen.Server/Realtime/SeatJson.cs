using System.Text.Json;
using System.Text.Json.Serialization;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Realtime;

/// <summary>A seat as one word: <c>guest_1</c>.</summary>
internal sealed class SeatJson : JsonConverter<Seat>
{
    public override Seat Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        reader.TokenType == JsonTokenType.String && Seat.TryParse(reader.GetString(), out var seat) ? seat : throw new JsonException("This is no seat.");

    public override void Write(Utf8JsonWriter writer, Seat value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
}
