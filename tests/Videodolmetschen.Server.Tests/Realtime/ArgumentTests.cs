using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Videodolmetschen.Server.Tests.Fixtures;
using Videodolmetschen.Server.Tests.HouseRules;

namespace Videodolmetschen.Server.Tests.Realtime;

public sealed partial class ArgumentTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private const string Id = "0199a0a0-0000-7000-8000-000000000000";

    private static readonly string Hash = new('0', 64);

    private static readonly string[] Rubbish =
        ["null", "42", "-1", "1e999", "\"\"", "\"text\"", "true", "[]", "{}", "[null]", "\"\\u0000\"", "\"" + Id + "\"", "\"" + "x" + "\"", "[[[[]]]]"];

    public static TheoryData<string, string, string> Methods => new()
    {
        { "requester", "Resume", $$"""[{"deviceId":"{{Id}}","takeCall":false,"holdsSessionId":null}]""" },
        { "requester", "RequestInterpreter", $$"""[{"key":"{{Id}}","language":"xxx","field":"health","modality":"video","emergency":false,"requirements":[{"kind":"level","value":"2"}],"wishes":[{"what":{"kind":"sworn"},"releasedAfterSeconds":5}],"relatedAllowed":false,"ownReference":null}]""" },
        { "requester", "CancelRequest", $$"""[{"requestId":"{{Id}}"}]""" },
        { "requester", "EaseRequest", $$"""[{"requestId":"{{Id}}","toAudio":true,"allowRelated":false}]""" },
        { "requester", "AskForHelp", $$"""[{"requestId":"{{Id}}"}]""" },
        { "coordinator", "PromiseHelp", $$"""[{"requestId":"{{Id}}"}]""" },
        { "requester", "AskCallback", $$"""[{"requestId":"{{Id}}"}]""" },
        { "requester", "TakeCallback", $$"""[{"callbackId":"{{Id}}","key":"{{Id}}"}]""" },
        { "requester", "CancelCallback", $$"""[{"callbackId":"{{Id}}"}]""" },
        { "interpreter", "SetPresence", """[{"wanted":"paused"}]""" },
        { "interpreter", "AcceptOffer", $$"""[{"offerId":"{{Id}}"}]""" },
        { "interpreter", "DeclineOffer", $$"""[{"offerId":"{{Id}}","reason":"no_time"}]""" },
        { "interpreter", "ExtendOffer", $$"""[{"offerId":"{{Id}}"}]""" },
        { "interpreter", "Signal", $$"""["{{Id}}","requester",{}]""" },
        { "interpreter", "ReportMedia", $$"""[{"sessionId":"{{Id}}","flowing":true,"forSeconds":0,"active":true,"heard":null}]""" },
        { "interpreter", "ConfirmHere", $$"""[{"sessionId":"{{Id}}"}]""" },
        { "requester", "ComplainOfQuality", $$"""[{"sessionId":"{{Id}}","reason":"bias"}]""" },
        { "requester", "AskAgain", $$"""[{"sessionId":"{{Id}}","key":"{{Id}}"}]""" },
        { "interpreter", "HoldSession", $$"""[{"sessionId":"{{Id}}","on":true}]""" },
        { "interpreter", "EndSession", $$"""[{"sessionId":"{{Id}}","secondsAgo":0}]""" },
        { "requester", "InviteGuest", $$"""[{"sessionId":"{{Id}}","role":"end_user","linkHash":"{{Hash}}"}]""" },
        { "requester", "AdmitGuest", $$"""[{"sessionId":"{{Id}}","seat":"guest_1"}]""" },
        { "requester", "DismissGuest", $$"""[{"sessionId":"{{Id}}","seat":"guest_1"}]""" },
        { "requester", "LeaveSession", "[]" },
        { "interpreter", "SeekRelief", $$"""[{"sessionId":"{{Id}}"}]""" },
        { "interpreter", "CancelRelief", $$"""[{"sessionId":"{{Id}}"}]""" },
        { "interpreter", "HandOver", $$"""[{"sessionId":"{{Id}}"}]""" },
        { "interpreter", "TakeBreak", "[]" },
        { "interpreter", "EndWrapUp", "[]" },
        { "interpreter", "ExtendWrapUp", "[]" },
        { "coordinator", "WatchFloor", "[]" },
        { "coordinator", "LeaveFloor", "[]" },
        { "coordinator", "AssignInterpreter", $$"""[{"requestId":"{{Id}}","interpreterId":"{{Id}}"}]""" },
    };

    [Theory]
    [MemberData(nameof(Methods))]
    public async Task Rubbish_in_any_argument_gets_a_code_and_the_connection_lives_on(string who, string method, string valid)
    {
        var person = await PersonAsync(who);
        foreach (var arguments in Broken(valid).Append("[]").Append("[1,2,3,4]"))
        {
            var code = await TryAsync(person, method, arguments);
            Assert.True(code is not "unexpected", $"{method}({arguments}) was answered with {code ?? "no code"}");
        }

        await person.ResumeAsync();
    }

    [Theory]
    [InlineData("requester", "RequestInterpreter", """[{"key":null}]""")]
    [InlineData("requester", "Resume", "[null]")]
    [InlineData("requester", "Resume", "[]")]
    [InlineData("interpreter", "SetPresence", """[{"wanted":"in_session"}]""")]
    [InlineData("interpreter", "SetPresence", """[{"wanted":1}]""")]
    [InlineData("interpreter", "ReportMedia", $$"""[{"sessionId":"{{Id}}","flowing":true,"forSeconds":-1}]""")]
    [InlineData("interpreter", "EndSession", $$"""[{"sessionId":"{{Id}}","secondsAgo":1e999}]""")]
    [InlineData("interpreter", "Signal", $$"""["{{Id}}","coordinators",{}]""")]
    [InlineData("interpreter", "NoSuchMethod", "[]")]
    public async Task What_does_not_fit_is_argument_invalid(string who, string method, string arguments)
    {
        Assert.Equal("argument_invalid", await TryAsync(await PersonAsync(who), method, arguments));
    }

    [Theory]
    [InlineData("requester")]
    [InlineData("interpreter")]
    [InlineData("coordinator")]
    [InlineData("administrator")]
    public async Task A_method_is_forbidden_to_those_whom_the_protocol_does_not_name(string who)
    {
        var person = await PersonAsync(who);
        var protocol = Repository.Read("src/Videodolmetschen.Server/Realtime/PROTOCOL.md").Split("\n## ");
        var methods = WhoMay().Matches(protocol.Single(chapter => chapter.StartsWith("2.", StringComparison.Ordinal))).ToDictionary(row => row.Groups[1].Value, row => row.Groups[2].Value);
        Assert.Equal(methods.Keys.Order(), Methods.Select(row => row.Data.Item2).Order());
        foreach (var (_, method, valid) in Methods.Select(row => row.Data))
        {
            var isForbidden = await TryAsync(person, method, valid) == "forbidden";
            Assert.True(isForbidden != IsNamed(who, methods[method]), $"{method} for {who}");
        }
    }

    private static bool IsNamed(string who, string named) =>
        named.StartsWith("all", StringComparison.Ordinal)
        || named.Contains(who == "administrator" ? "coordinator" : who, StringComparison.Ordinal)
        || (named.Contains("participant", StringComparison.Ordinal) && who is "requester" or "interpreter");

    /// <summary>The first two cells of a method's row.</summary>
    [GeneratedRegex(@"^\| `(\w+)` \| (all|[a-z, ]+) \| (?=nothing|`|three)", RegexOptions.Multiline, 1000)]
    private static partial Regex WhoMay();

    private static async Task<string?> TryAsync(HubClient person, string method, string arguments)
    {
        try
        {
            await person.InvokeTextAsync(method, arguments);
            return "answered";
        }
        catch (HubFailureException failure)
        {
            return failure.Code ?? "unexpected";
        }
    }

    private static IEnumerable<string> Broken(string valid)
    {
        var count = JsonNode.Parse(valid)!.AsArray().Count;
        for (var place = 0; place < count; place++)
        {
            foreach (var rubbish in Rubbish)
            {
                var arguments = JsonNode.Parse(valid)!.AsArray();
                arguments[place] = JsonNode.Parse(rubbish);
                yield return arguments.ToJsonString();
            }

            foreach (var broken in BrokenFields(valid, place))
            {
                yield return broken;
            }
        }
    }

    private static IEnumerable<string> BrokenFields(string valid, int place)
    {
        if (JsonNode.Parse(valid)!.AsArray()[place] is not JsonObject fields)
        {
            yield break;
        }

        foreach (var field in fields.Select(pair => pair.Key).ToList())
        {
            foreach (var rubbish in Rubbish.Append(""))
            {
                var arguments = JsonNode.Parse(valid)!.AsArray();
                arguments[place]!.AsObject().Remove(field);
                if (rubbish.Length > 0)
                {
                    arguments[place]![field] = JsonNode.Parse(rubbish);
                }

                yield return arguments.ToJsonString();
            }
        }
    }

    private Task<HubClient> PersonAsync(string who) => who switch
    {
        "requester" => shared.Stage.RequesterAsync(),
        "interpreter" => shared.Stage.InterpreterAsync(),
        _ => shared.Stage.CoordinatorAsync(who),
    };
}
