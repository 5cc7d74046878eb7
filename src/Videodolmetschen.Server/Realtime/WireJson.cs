using System.Text.Json;
using System.Text.Json.Serialization;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Sessions;
using Videodolmetschen.Server.Requests;

namespace Videodolmetschen.Server.Realtime;

/// <summary>How hub payloads look (PROTOCOL.md): camelCase, snake_case enum values, nothing missing, nothing of a wrong type.</summary>
internal static class WireJson
{
    public static JsonSerializerOptions Options { get; } = Configure(new JsonSerializerOptions());

    public static JsonSerializerOptions Configure(JsonSerializerOptions options)
    {
        options.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
        options.PropertyNameCaseInsensitive = false;
        options.NumberHandling = JsonNumberHandling.Strict;
        options.RespectNullableAnnotations = true;
        options.RespectRequiredConstructorParameters = true;
        options.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower, allowIntegerValues: false));
        options.Converters.Add(new SeatJson());
        options.Converters.Add(new RequirementJson());
        options.Converters.Add(new WishJson());
        options.TypeInfoResolverChain.Clear();
        options.TypeInfoResolverChain.Add(WireContext.Default);
        return options;
    }
}

[JsonSourceGenerationOptions(JsonSerializerDefaults.General, PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(ResumeArgs))]
[JsonSerializable(typeof(RequestInterpreterArgs))]
[JsonSerializable(typeof(CancelRequestArgs))]
[JsonSerializable(typeof(EaseRequestArgs))]
[JsonSerializable(typeof(AskForHelpArgs))]
[JsonSerializable(typeof(PromiseHelpArgs))]
[JsonSerializable(typeof(AskCallbackArgs))]
[JsonSerializable(typeof(TakeCallbackArgs))]
[JsonSerializable(typeof(CancelCallbackArgs))]
[JsonSerializable(typeof(CallbackView))]
[JsonSerializable(typeof(CallbackChanged))]
[JsonSerializable(typeof(SetPresenceArgs))]
[JsonSerializable(typeof(AcceptOfferArgs))]
[JsonSerializable(typeof(DeclineOfferArgs))]
[JsonSerializable(typeof(ExtendOfferArgs))]
[JsonSerializable(typeof(ReportMediaArgs))]
[JsonSerializable(typeof(ConfirmHereArgs))]
[JsonSerializable(typeof(ComplainOfQualityArgs))]
[JsonSerializable(typeof(AskAgainArgs))]
[JsonSerializable(typeof(HoldSessionArgs))]
[JsonSerializable(typeof(EndSessionArgs))]
[JsonSerializable(typeof(AssignInterpreterArgs))]
[JsonSerializable(typeof(InviteGuestArgs))]
[JsonSerializable(typeof(AdmitGuestArgs))]
[JsonSerializable(typeof(DismissGuestArgs))]
[JsonSerializable(typeof(ParticipantView))]
[JsonSerializable(typeof(GuestChanged))]
[JsonSerializable(typeof(Situation))]
[JsonSerializable(typeof(RequestView))]
[JsonSerializable(typeof(AcceptAnswer))]
[JsonSerializable(typeof(RequestChanged))]
[JsonSerializable(typeof(OfferReceived))]
[JsonSerializable(typeof(OfferWithdrawn))]
[JsonSerializable(typeof(OfferExpired))]
[JsonSerializable(typeof(SessionReady))]
[JsonSerializable(typeof(SessionStarted))]
[JsonSerializable(typeof(SessionInterrupted))]
[JsonSerializable(typeof(SessionChanged))]
[JsonSerializable(typeof(SessionEnded))]
[JsonSerializable(typeof(HandoverArgs))]
[JsonSerializable(typeof(StintEnded))]
[JsonSerializable(typeof(SignalReceived))]
[JsonSerializable(typeof(CallMoved))]
[JsonSerializable(typeof(PresenceChanged))]
[JsonSerializable(typeof(AskChanged))]
[JsonSerializable(typeof(AppointmentNoted))]
[JsonSerializable(typeof(FloorView))]
[JsonSerializable(typeof(FloorChange))]
[JsonSerializable(typeof(ReasonsView))]
[JsonSerializable(typeof(Guid))]
[JsonSerializable(typeof(Seat))]
[JsonSerializable(typeof(RawJson))]
[JsonSerializable(typeof(string))]
[JsonSerializable(typeof(object))]
internal sealed partial class WireContext : JsonSerializerContext;
