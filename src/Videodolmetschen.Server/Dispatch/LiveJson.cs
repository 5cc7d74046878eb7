using System.Text.Json.Serialization;
using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Requests;

namespace Videodolmetschen.Server.Dispatch;

/// <summary>What the live tables keep as jsonb.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, Converters = [typeof(RequirementJson), typeof(WishJson), typeof(LanguageCodeJson)])]
[JsonSerializable(typeof(IReadOnlyList<Requirement>))]
[JsonSerializable(typeof(IReadOnlyList<Wish>))]
[JsonSerializable(typeof(RankReasons))]
internal sealed partial class LiveJson : JsonSerializerContext;
