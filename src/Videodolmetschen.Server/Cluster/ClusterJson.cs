using System.Linq.Expressions;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Realtime;

namespace Videodolmetschen.Server.Cluster;

/// <summary>
/// How nodes write commands, decisions and facts to each other: by the names of the Domain's own types. A record that is
/// nested in an abstract one is known by its name, so a new command, reply, change or notice needs nothing here.
/// </summary>
internal static class ClusterJson
{
    public static JsonSerializerOptions Options { get; } = new()
    {
        // Tuples keep their parts in fields; what is only computed is computed again.
        IncludeFields = true,
        IgnoreReadOnlyProperties = true,
        Converters = { new JsonStringEnumConverter(), new OneValueJson(), new SetJson(), new SeatJson() },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameKinds } },
    };

    private static void NameKinds(JsonTypeInfo info)
    {
        if (!info.Type.IsAbstract || info.Type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(kind => kind.IsSubclassOf(info.Type)).ToList() is not { Count: > 0 } kinds)
        {
            return;
        }

        info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "$" };
        kinds.ForEach(kind => info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(kind, kind.Name)));
    }
}

/// <summary>Ids, language codes and the like travel as the one value they hold.</summary>
internal sealed class OneValueJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsValueType
        && (typeToConvert.Assembly == typeof(Party).Assembly || typeToConvert == typeof(NodeId))
        && typeToConvert.GetProperties() is [{ Name: "Value" } value]
        && typeToConvert.GetConstructor([value.PropertyType]) is not null;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<,>).MakeGenericType(typeToConvert, typeToConvert.GetProperty("Value")!.PropertyType))!;

    private sealed class Of<T, TValue> : JsonConverter<T>
    {
        private static readonly Func<T, TValue> Value = MakeValue();
        private static readonly Func<TValue, T> New = MakeNew();

        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            New(JsonSerializer.Deserialize<TValue>(ref reader, options)!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, Value(value), options);

        private static Func<T, TValue> MakeValue()
        {
            var one = Expression.Parameter(typeof(T));
            return Expression.Lambda<Func<T, TValue>>(Expression.Property(one, "Value"), one).Compile();
        }

        private static Func<TValue, T> MakeNew()
        {
            var value = Expression.Parameter(typeof(TValue));
            return Expression.Lambda<Func<TValue, T>>(Expression.New(typeof(T).GetConstructor([typeof(TValue)])!, value), value).Compile();
        }
    }
}

/// <summary>The framework reads every interface of a collection but this one.</summary>
internal sealed class SetJson : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlySet<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<IReadOnlySet<T>>
    {
        public override IReadOnlySet<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            JsonSerializer.Deserialize<HashSet<T>>(ref reader, options)!;

        public override void Write(Utf8JsonWriter writer, IReadOnlySet<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize<IEnumerable<T>>(writer, value, options);
    }
}
