using System.Text.Json.Nodes;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Realtime;

public sealed class ArgumentTests(SharedStage shared) : IClassFixture<SharedStage>
{
    private const string Id = "0199a0a0-0000-7000-8000-000000000000";

    private static readonly string[] Rubbish =
        ["null", "42", "-1", "1e999", "\"\"", "\"text\"", "true", "[]", "{}", "[null]", "\"\\u0000\"", "\"" + Id + "\"", "\"" + "x" + "\"", "[[[[]]]]"];

    public static TheoryData<string, string, string> Methods => new()
    {
        { "requester", "Resume", $$"""[{"deviceId":"{{Id}}","takeCall":false,"holdsSessionId":null}]""" },
        { "requester", "RequestInterpreter", $$"""[{"key":"{{Id}}","language":"xxx","field":"health","modality":"video","emergency":false,"requirements":[{"kind":"level","value":"2"}],"wishes":[{"what":{"kind":"sworn"},"releasedAfterSeconds":5}],"relatedAllowed":false,"ownReference":null}]""" },
        { "requester", "CancelRequest", $$"""[{"requestId":"{{Id}}"}]""" },
        { "interpreter", "SetPresence", """[{"wanted":"paused"}]""" },
        { "interpreter", "AcceptOffer", $$"""[{"offerId":"{{Id}}"}]""" },
        { "interpreter", "DeclineOffer", $$"""[{"offerId":"{{Id}}","reason":"no_time"}]""" },
        { "interpreter", "Signal", $$"""["{{Id}}","requester",{}]""" },
        { "interpreter", "ReportMedia", $$"""[{"sessionId":"{{Id}}","flowing":true,"forSeconds":0}]""" },
        { "interpreter", "HoldSession", $$"""[{"sessionId":"{{Id}}","on":true}]""" },
        { "interpreter", "EndSession", $$"""[{"sessionId":"{{Id}}","secondsAgo":0}]""" },
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
    [InlineData("interpreter", "RequestInterpreter")]
    [InlineData("interpreter", "CancelRequest")]
    [InlineData("interpreter", "WatchFloor")]
    [InlineData("requester", "SetPresence")]
    [InlineData("requester", "AcceptOffer")]
    [InlineData("requester", "DeclineOffer")]
    [InlineData("requester", "EndWrapUp")]
    [InlineData("requester", "ExtendWrapUp")]
    [InlineData("requester", "WatchFloor")]
    [InlineData("requester", "LeaveFloor")]
    [InlineData("requester", "AssignInterpreter")]
    [InlineData("coordinator", "RequestInterpreter")]
    [InlineData("coordinator", "SetPresence")]
    [InlineData("coordinator", "AcceptOffer")]
    [InlineData("coordinator", "Signal")]
    [InlineData("coordinator", "ReportMedia")]
    [InlineData("coordinator", "HoldSession")]
    public async Task Another_role_is_forbidden(string who, string method)
    {
        var valid = Methods.Single(row => row.Data.Item2 == method).Data.Item3;
        Assert.Equal("forbidden", await TryAsync(await PersonAsync(who), method, valid));
    }

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
        _ => shared.Stage.CoordinatorAsync(),
    };
}
