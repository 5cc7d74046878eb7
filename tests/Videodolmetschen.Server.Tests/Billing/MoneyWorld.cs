using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Videodolmetschen.Domain.Tests.Billing.Receivables;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>An issued invoice as stories name it.</summary>
internal sealed record Issued(Guid Id, string Number, decimal Gross, Guid Customer);

/// <summary>A world of billing in which invoices were issued and money comes.</summary>
internal sealed partial class MoneyWorld(BillingWorld world) : IAsyncDisposable
{
    private Guid _interpreter;

    public BillingWorld World => world;

    public Browser Coordinator => world.Coordinator;

    public DateOnly Today => DateOnly.Parse(world.Today, CultureInfo.InvariantCulture);

    public static async Task<MoneyWorld> OpenAsync(RealPostgres postgres) => new(await BillingWorld.OpenAsync(postgres));

    /// <summary>So many conversations of a new customer, on one invoice.</summary>
    public async Task<Issued> IssueAsync(string customer = "Stadt Lindenfurt", int conversations = 1) => await IssueAsync(await world.CustomerAsync(customer), conversations);

    public async Task<Issued> IssueAsync(Tenant customer, int conversations = 1)
    {
        _interpreter = _interpreter == Guid.Empty ? await world.InterpreterAsync() : _interpreter;
        await world.TalkedAsync(customer, _interpreter, conversations);
        await world.RunAsync("customer", [customer.Customer.Value]);
        var (id, number, gross) = await world.Stage.QueryAsync<(Guid, string, decimal)>("SELECT id, number, gross FROM documents ORDER BY position DESC LIMIT 1");
        return new Issued(id, number, gross, customer.Customer.Value);
    }

    public async Task<(int Status, JsonElement Answer)> ImportAsync(byte[] file)
    {
        using var content = new ByteArrayContent(file) { Headers = { ContentType = new MediaTypeHeaderValue("application/xml") } };
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/billing/bank-files") { Content = content };
        using var answer = await Coordinator.SendAsync(request);
        return ((int)answer.StatusCode, JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement);
    }

    /// <summary>A statement of today with these entries.</summary>
    public byte[] Statement(params string[] entries) => Encoding.UTF8.GetBytes(OfToday().Replace(Encoding.UTF8.GetString(Camt.File(string.Concat(entries))), $"<Dt>{world.Today}</Dt>"));

    [GeneratedRegex("<Dt>[0-9-]+</Dt>", RegexOptions.None, 1000)]
    private static partial Regex OfToday();

    public static string Paid(decimal amount, string remittance, string reference = "REF-1", bool isBack = false) =>
        Camt.Entry(amount.ToString("0.00", CultureInfo.InvariantCulture), Camt.Details(remittance), reference, isCredit: !isBack, isReversal: isBack);

    public async Task<IReadOnlyList<JsonElement>> EntriesAsync() => [.. (await Coordinator.ReadAsync("/api/billing/bank-entries")).EnumerateArray()];

    /// <summary>What the page sends when somebody books what is proposed.</summary>
    public static object Booking(IEnumerable<JsonElement> entries) => new
    {
        entries = entries.Select(one => new
        {
            id = one.GetProperty("entry").GetProperty("id").GetGuid(),
            customerId = one.GetProperty("match").GetProperty("customerId").GetGuid(),
            allocations = one.GetProperty("match").GetProperty("parts").EnumerateArray().Select(part => new { documentId = part.GetProperty("documentId").GetGuid(), amount = part.GetProperty("amount").GetDecimal() }),
        }),
    };

    public object ByHand(Issued invoice, decimal amount, decimal counted, Guid? key = null) => new
    {
        key = key ?? Guid.NewGuid(), customerId = invoice.Customer, receivedOn = world.Today, amount, allocations = new[] { new { documentId = invoice.Id, amount = counted } },
    };

    /// <summary>Number, balance and state of each by number, then the credit.</summary>
    public async Task<string> StandAsync(string state = "all")
    {
        var view = await Coordinator.ReadAsync($"/api/billing/receivables?state={state}");
        var items = view.GetProperty("items").EnumerateArray().OrderBy(item => item.GetProperty("number").GetString(), StringComparer.Ordinal).Select(item => string.Create(
            CultureInfo.InvariantCulture, $"{item.GetProperty("number").GetString()![8..].TrimStart('0')}:{item.GetProperty("balance").GetDecimal():0.00} {item.GetProperty("state").GetString()}"));
        return string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", items)} | {view.GetProperty("credit").GetDecimal():0.00}");
    }

    public ValueTask DisposeAsync() => world.DisposeAsync();
}
