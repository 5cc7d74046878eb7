using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>What stories of billing do again and again.</summary>
internal static class BillingFixtures
{
    /// <summary>Everybody of the side has it, from long ago.</summary>
    public static Task AssignAsync(this Browser coordinator, BillingSide side, string family, Guid? customer = null, Guid? interpreter = null) =>
        coordinator.OkAsync("/api/tariffs/assignments", new
        {
            side = side == BillingSide.Customer ? "customer" : "interpreter", family, validFrom = "2025-06-01", customerId = customer, interpreterId = interpreter,
        });

    public static async Task<JsonElement> OkAsync(this Browser browser, string path, object body)
    {
        using var answer = await browser.PostAsync(path, body);
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(answer.IsSuccessStatusCode, text);
        return text.Length == 0 ? default : JsonDocument.Parse(text).RootElement;
    }

    public static async Task<(HttpStatusCode Status, JsonElement Answer)> TryAsync(this Browser browser, HttpMethod method, string path, object body)
    {
        using var answer = method == HttpMethod.Put ? await browser.PutAsync(path, body) : await browser.PostAsync(path, body);
        return (answer.StatusCode, await answer.Content.ReadFromJsonAsync<JsonElement>());
    }

    public static async Task<JsonElement> ReadAsync(this Browser browser, string path)
    {
        using var answer = await browser.GetAsync(path);
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    /// <summary>A draft as a browser sends it.</summary>
    public static JsonNode Draft(this Tariff tariff) => JsonSerializer.SerializeToNode(tariff, TariffJson.Options)!;

    /// <summary>Twice is once.</summary>
    public static async Task RateAsync(this Stage stage)
    {
        await stage.Server.RunJobAsync("rate-services");
        await stage.Server.RunJobAsync("rate-services");
    }

    /// <summary>All lines of a side, one below the other: quantity, unit, price, net and rule.</summary>
    public static Task<string?> LinesAsync(this Stage stage, string side) => stage.QueryAsync<string?>(
        """
        SELECT string_agg(concat_ws(' ', trim_scale(l.quantity), l.unit, trim_scale(l.unit_price), l.net, l.rule), E'\n' ORDER BY s.served_from, s.interpreter_id, l.number)
        FROM billing_lines l
        JOIN rated_services s ON s.id = l.service_id
        WHERE s.side = @side
        """,
        new { side });
}
