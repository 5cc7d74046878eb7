using System.Collections.Frozen;
using System.Text.Json;

namespace Videodolmetschen.Server.Database;

/// <summary>Enum members as they stand in the tables and on the wire: <c>WrapUp</c> is <c>wrap_up</c>.</summary>
internal static class SnakeCase
{
    public static string Of<T>(T value)
        where T : struct, Enum => Names<T>.ByValue[value];

    public static string? Of<T>(T? value)
        where T : struct, Enum => value is { } known ? Of(known) : null;

    public static T Parse<T>(string text)
        where T : struct, Enum => Names<T>.ByName[text];

    /// <summary>For what comes from outside: null when no member is called so.</summary>
    public static T? Find<T>(string? text)
        where T : struct, Enum => text is not null && Names<T>.ByName.TryGetValue(text, out var value) ? value : null;

    private static class Names<T>
        where T : struct, Enum
    {
        public static readonly FrozenDictionary<T, string> ByValue =
            Enum.GetValues<T>().ToFrozenDictionary(value => value, value => JsonNamingPolicy.SnakeCaseLower.ConvertName(value.ToString()));

        public static readonly FrozenDictionary<string, T> ByName =
            ByValue.ToFrozenDictionary(pair => pair.Value, pair => pair.Key, StringComparer.Ordinal);
    }
}
