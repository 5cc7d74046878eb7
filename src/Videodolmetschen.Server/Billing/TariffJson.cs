using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Server.Billing;

/// <summary>A tariff in the table and on the wire: camelCase, enums in snake_case, the kind of a price by its name.</summary>
internal static class TariffJson
{
    public static JsonSerializerOptions Options { get; } = Make();

    public static string Write(Tariff tariff) => JsonSerializer.Serialize(tariff, Options);

    public static Tariff Read(string json) => JsonSerializer.Deserialize<Tariff>(json, Options)!;

    private static JsonSerializerOptions Make()
    {
        var options = new JsonSerializerOptions(JsonSerializerDefaults.Web)
        {
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
            AllowOutOfOrderMetadataProperties = true,
        };
        // Days are a set: a number holds it, a word does not.
        options.Converters.Add(new JsonNumberEnumConverter<BandDays>());
        // As in the tables.
        options.Converters.Add(new JsonStringEnumConverter<Land>(namingPolicy: null, allowIntegerValues: false));
        options.Converters.Add(new IdConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower));
        options.MakeReadOnly();
        return options;
    }

    /// <summary>The nested records of a closed hierarchy are its kinds; the domain knows nothing of JSON.</summary>
    private static void NameKinds(JsonTypeInfo info)
    {
        if (info.Type != typeof(TariffPrice) && info.Type != typeof(CancellationPrice) && info.Type != typeof(CancellationStep))
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
        foreach (var kind in info.Type.GetNestedTypes().Where(nested => nested.IsSubclassOf(info.Type)))
        {
            info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, JsonNamingPolicy.SnakeCaseLower.ConvertName(kind.Name)));
        }
    }

    private sealed class IdConverter : JsonConverter<TariffVersionId>
    {
        public override TariffVersionId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetGuid());

        public override void Write(Utf8JsonWriter writer, TariffVersionId value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
