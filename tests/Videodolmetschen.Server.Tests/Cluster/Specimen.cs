using System.Collections;
using System.Reflection;
using Videodolmetschen.Domain.Sessions;

namespace Videodolmetschen.Server.Tests.Cluster;

/// <summary>Makes one value of a type with every property set to something that is not its default.</summary>
internal static class Specimen
{
    private static readonly DateTimeOffset Instant = new(2026, 11, 22, 10, 11, 12, TimeSpan.Zero);

    /// <summary>The cases of a closed hierarchy, or the type itself.</summary>
    public static IEnumerable<Type> Kinds(Type type) =>
        type.IsAbstract ? type.GetNestedTypes(BindingFlags.Public | BindingFlags.NonPublic).Where(kind => kind.IsSubclassOf(type)) : [type];

    public static object Of(Type type) => type switch
    {
        _ when Nullable.GetUnderlyingType(type) is { } inner => Of(inner),
        _ when Simple(type) is { } simple => simple,
        { IsEnum: true } => Enum.GetValues(type).Cast<object>().Last(),
        _ when Elements(type) is { } element => Collection(type, element),
        { IsAbstract: true } => Of(Kinds(type).First()),
        _ => Record(type),
    };

    /// <summary>What differs, by path; empty for equal values.</summary>
    public static IEnumerable<string> Differences(object? one, object? other, string path)
    {
        if (one is null || other is null || one.GetType() != other.GetType())
        {
            return one == other || (one is IEnumerable && other is IEnumerable && path.Length > 0) ? Listed(one, other, path) : [path];
        }

        if (one is string or Guid or TimeSpan or DateTimeOffset or DateOnly or Seat || one.GetType().IsPrimitive || one.GetType().IsEnum)
        {
            return one.Equals(other) ? [] : [path];
        }

        return one is IEnumerable
            ? Listed(one, other, path)
            : one.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).SelectMany(property => Differences(property.GetValue(one), property.GetValue(other), path + "." + property.Name))
                .Concat(one.GetType().GetFields(BindingFlags.Public | BindingFlags.Instance).SelectMany(field => Differences(field.GetValue(one), field.GetValue(other), path + "." + field.Name)));
    }

    private static IEnumerable<string> Listed(object? one, object? other, string path)
    {
        List<object?> left = [.. (one as IEnumerable ?? Array.Empty<object>()).Cast<object?>()], right = [.. (other as IEnumerable ?? Array.Empty<object>()).Cast<object?>()];
        return left.Count == right.Count ? left.Zip(right).SelectMany((pair, i) => Differences(pair.First, pair.Second, $"{path}[{i}]")) : [path];
    }

    private static object? Simple(Type type) => type switch
    {
        _ when type == typeof(string) => "kmr",
        _ when type == typeof(bool) => true,
        _ when type == typeof(int) => 7,
        _ when type == typeof(long) => 7_000_000_000L,
        _ when type == typeof(double) => 1.5,
        _ when type == typeof(decimal) => 1.5m,
        _ when type == typeof(Guid) => Guid.Parse("0192f000-0000-7000-8000-000000000001"),
        _ when type == typeof(TimeSpan) => TimeSpan.FromSeconds(90.5),
        _ when type == typeof(DateTimeOffset) => Instant,
        _ when type == typeof(Seat) => Seat.Guest(3),
        _ when type == typeof(DateOnly) => new DateOnly(2026, 11, 22),
        _ => null,
    };

    private static Type? Elements(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type) ? type.GetGenericArguments()[^1] : null;

    private static object Collection(Type type, Type element)
    {
        var items = Array.CreateInstance(element, 1);
        items.SetValue(Of(element), 0);
        if (type.IsAssignableFrom(items.GetType()))
        {
            return items;
        }

        if (type.GetGenericArguments() is [var key, var value])
        {
            var pairs = (IDictionary)Activator.CreateInstance(typeof(Dictionary<,>).MakeGenericType(key, value))!;
            pairs.Add(Of(key), Of(value));
            return pairs;
        }

        return Activator.CreateInstance(typeof(HashSet<>).MakeGenericType(element), items)!;
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(one => one.GetParameters().Length);
        var made = constructor?.Invoke([.. constructor.GetParameters().Select(parameter => Of(parameter.ParameterType))]) ?? Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(one => one.CanWrite))
        {
            property.SetValue(made, Of(property.PropertyType));
        }

        return made;
    }
}
