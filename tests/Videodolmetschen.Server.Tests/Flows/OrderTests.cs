using System.Text.Json;
using System.Text.Json.Nodes;
using Videodolmetschen.Domain.Requests;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Flows;

/// <summary>What a requester may ask for.</summary>
public sealed class OrderTests(SharedStage shared) : IClassFixture<SharedStage>
{
    [Fact]
    public async Task A_clinic_may_call_an_emergency()
    {
        var request = await AskAsync(await shared.Stage.RequesterAsync(), "emergency", true);
        Assert.Equal(Priority.Emergency, request.Priority);
    }

    [Theory]
    [InlineData("authority")]
    [InlineData("district")]
    public async Task Nobody_else_may_call_an_emergency(string kind)
    {
        var requester = await shared.Stage.RequesterAsync(await shared.Stage.Server.AddTenantAsync("Amt", kind));
        Assert.Equal("forbidden", await Doing.CodeAsync(() => AskAsync(requester, "emergency", true)));
    }

    [Theory]
    [InlineData(" AZ 1 ", "AZ 1")]
    [InlineData("12345678901234567890", "12345678901234567890")]
    [InlineData("  ", null)]
    public async Task The_own_reference_is_kept_without_the_space_around_it(string given, string? kept)
    {
        var request = await AskAsync(await shared.Stage.RequesterAsync(), "ownReference", given);
        Assert.Equal(kept, request.OwnReference);
    }

    [Fact]
    public async Task An_own_reference_of_more_than_twenty_characters_is_refused()
    {
        var requester = await shared.Stage.RequesterAsync();
        Assert.Equal("own_reference_too_long", await Doing.CodeAsync(() => AskAsync(requester, "ownReference", new string('x', 21))));
    }

    private static Task<RequestView> AskAsync(HubClient requester, string field, JsonNode value)
    {
        var order = JsonSerializer.SerializeToNode(Doing.Order())!;
        order[field] = value;
        return requester.InvokeAsync<RequestView>("RequestInterpreter", order);
    }
}
