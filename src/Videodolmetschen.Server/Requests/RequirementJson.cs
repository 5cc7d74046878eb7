using System.Text.Json;
using System.Text.Json.Serialization;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Interpreters;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Requests;

/// <summary><c>{ kind, value }</c>, the same on the wire and in the tables (PROTOCOL.md 4).</summary>
internal sealed class RequirementJson : JsonConverter<Requirement>
{
    private const int VarietyLength = 40;

    public override Requirement Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;
        return Text(json, "kind") switch
        {
            "gender" => new Requirement.OfGender(ReadGender(json)),
            "sworn" => new Requirement.SwornToday(),
            "level" => new Requirement.AtLeast(ReadLevel(json)),
            "field" => new Requirement.KnowsField(),
            "variety" when Text(json, "value") is { Length: > 0 and <= VarietyLength } variety => new Requirement.SpeaksVariety(variety),
            "interpreter" when Guid.TryParse(Text(json, "value"), out var id) => new Requirement.ThisInterpreter(new InterpreterId(id)),
            _ => throw new JsonException("not a requirement"),
        };
    }

    public override void Write(Utf8JsonWriter writer, Requirement value, JsonSerializerOptions options)
    {
        var (kind, text) = value switch
        {
            Requirement.OfGender gender => ("gender", SnakeCase.Of(gender.Gender)),
            Requirement.SwornToday => ("sworn", null),
            Requirement.AtLeast level => ("level", ((char)('0' + (int)level.Level)).ToString()),
            Requirement.KnowsField => ("field", null),
            Requirement.SpeaksVariety variety => ("variety", variety.Variety),
            Requirement.ThisInterpreter interpreter => ("interpreter", interpreter.Interpreter.Value.ToString()),
            _ => throw new JsonException("unknown requirement"),
        };
        writer.WriteStartObject();
        writer.WriteString("kind", kind);
        if (text is not null)
        {
            writer.WriteString("value", text);
        }

        writer.WriteEndObject();
    }

    private static string? Text(JsonElement json, string name) =>
        json.ValueKind == JsonValueKind.Object && json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static Gender ReadGender(JsonElement json) => Text(json, "value") switch
    {
        "female" => Gender.Female,
        "male" => Gender.Male,
        "diverse" => Gender.Diverse,
        _ => throw new JsonException("not a gender"),
    };

    private static QualificationLevel ReadLevel(JsonElement json) =>
        Text(json, "value") is [>= '1' and <= '6' and var digit] ? (QualificationLevel)(digit - '0') : throw new JsonException("not a level");
}

/// <summary><c>{ what, releasedAfterSeconds }</c>.</summary>
internal sealed class WishJson : JsonConverter<Wish>
{
    private const double ADay = 24 * 60 * 60;

    public override Wish Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        using var document = JsonDocument.ParseValue(ref reader);
        var json = document.RootElement;
        if (json.ValueKind != JsonValueKind.Object || !json.TryGetProperty("what", out var what))
        {
            throw new JsonException("not a wish");
        }

        return new Wish(what.Deserialize<Requirement>(options) ?? throw new JsonException("a wish for nothing"), ReadRelease(json));
    }

    public override void Write(Utf8JsonWriter writer, Wish value, JsonSerializerOptions options)
    {
        writer.WriteStartObject();
        writer.WritePropertyName("what");
        JsonSerializer.Serialize(writer, value.What, options);
        if (value.ReleasedAfter is { } after)
        {
            writer.WriteNumber("releasedAfterSeconds", after.TotalSeconds);
        }
        else
        {
            writer.WriteNull("releasedAfterSeconds");
        }

        writer.WriteEndObject();
    }

    private static TimeSpan? ReadRelease(JsonElement json)
    {
        if (!json.TryGetProperty("releasedAfterSeconds", out var seconds) || seconds.ValueKind == JsonValueKind.Null)
        {
            return null;
        }

        return seconds.ValueKind == JsonValueKind.Number && seconds.TryGetDouble(out var value) && value is >= 0 and <= ADay
            ? TimeSpan.FromSeconds(value)
            : throw new JsonException("not a time of release");
    }
}
