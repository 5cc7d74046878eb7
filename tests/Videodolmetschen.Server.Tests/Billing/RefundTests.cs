using System.Net;
using System.Text.Json;
using Npgsql;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Credit is paid back: once, never more than there is, and taken back only by a counter entry.</summary>
public sealed class RefundTests(RealPostgres postgres)
{
    [Fact]
    public async Task What_was_paid_on_a_cancelled_invoice_is_paid_back_in_parts_and_no_cent_more()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (invoice, payment) = await CreditAsync(money);
        var key = Guid.NewGuid();
        var paid = await RefundAsync(money, payment, 20m, key);
        var again = await RefundAsync(money, payment, 20m, key);
        Assert.Equal(5.88m, paid.GetProperty("rest").GetDecimal());
        Assert.Equal("20.00 Storno", Refunds(again));
        Assert.Equal("key_reused", await RefusedAsync(money, payment, 5m, key));
        Assert.Equal("refund_exceeds_credit", await RefusedAsync(money, payment, 5.89m));
        await RefundAsync(money, payment, 5.88m);
        Assert.Equal("1:0.00 cancelled | 0.00", await money.StandAsync());
        Assert.Equal("refund_exceeds_credit", await RefusedAsync(money, payment, 0.01m));
        Assert.Equal(0, (await money.Coordinator.ReadAsync($"/api/billing/receivables?customer={invoice.Customer}")).GetProperty("credits").GetArrayLength());
        Assert.Equal(2, await money.World.Stage.QueryAsync<int>("SELECT count(*)::int FROM audit_entries WHERE action = 'refund.booked'"));
    }

    [Fact]
    public async Task What_was_paid_too_much_is_paid_back_too()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync();
        var payment = (await money.Coordinator.OkAsync("/api/billing/payments", money.ByHand(invoice, 30m, invoice.Gross))).GetProperty("id").GetGuid();
        Assert.Equal("refund_exceeds_credit", await RefusedAsync(money, payment, 4.13m));
        await RefundAsync(money, payment, 4.12m);
        Assert.Equal("1:0.00 paid | 0.00", await money.StandAsync());
    }

    [Fact]
    public async Task Of_fifty_who_pay_back_the_same_credit_one_does()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (_, payment) = await CreditAsync(money);
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => money.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/payments/{payment}/refund", Order(money, 25.88m))));
        Assert.Equal((1, 49), (answers.Count(answer => answer.Status == HttpStatusCode.OK), answers.Count(answer => answer.Status == HttpStatusCode.Conflict)));
        Assert.Equal((1, 25.88m), await money.World.Stage.QueryAsync<(int, decimal)>("SELECT count(*)::int, sum(amount) FROM refunds"));
    }

    [Fact]
    public async Task What_was_paid_back_counts_for_no_invoice_and_its_payment_stays()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (invoice, payment) = await CreditAsync(money);
        await RefundAsync(money, payment, 10m);
        await money.World.RunAsync("customer", [invoice.Customer]);
        var next = await money.World.Stage.QueryAsync<Guid>("SELECT id FROM documents ORDER BY position DESC LIMIT 1");
        var allocation = new { allocations = new[] { new { documentId = next, amount = 15.89m } } };
        Assert.Equal("receivable_changed_meanwhile", await CodeAsync(money, $"/api/billing/payments/{payment}/allocate", allocation));
        Assert.Equal("payment_refunded", await CodeAsync(money, $"/api/billing/payments/{payment}/reverse", new { reason = "mistake" }));
        await money.Coordinator.OkAsync($"/api/billing/payments/{payment}/allocate", new { allocations = new[] { new { documentId = next, amount = 15.88m } } });
        Assert.Equal("1:0.00 cancelled, 2:10.00 partly_paid | 0.00", await money.StandAsync());
    }

    [Theory]
    [InlineData("mistake")]
    [InlineData("returned")]
    public async Task A_refund_is_taken_back_once_and_is_credit_again(string reason)
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (_, payment) = await CreditAsync(money);
        var refund = (await RefundAsync(money, payment, 25.88m)).GetProperty("refunds")[0].GetProperty("id").GetGuid();
        var order = new { reason, on = reason == "returned" ? money.World.Today : null };
        var back = await money.Coordinator.OkAsync($"/api/billing/refunds/{refund}/reverse", order);
        Assert.Equal((25.88m, reason), (back.GetProperty("rest").GetDecimal(), back.GetProperty("refunds")[0].GetProperty("reversedBecause").GetString()));
        Assert.Equal("refund_reversed", await CodeAsync(money, $"/api/billing/refunds/{refund}/reverse", order));
        Assert.Equal("1:0.00 cancelled | 25.88", await money.StandAsync());
        await money.Coordinator.OkAsync($"/api/billing/payments/{payment}/reverse", new { reason = "mistake" });
        Assert.Equal("1:0.00 cancelled | 0.00", await money.StandAsync());
    }

    [Fact]
    public async Task The_role_of_the_service_can_neither_change_nor_slip_in_a_refund()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (invoice, payment) = await CreditAsync(money);
        await RefundAsync(money, payment, 10m);
        await money.World.RunAsync("customer", [invoice.Customer]);
        foreach (var attempt in (string[])
        [
            "DELETE FROM refunds", "TRUNCATE refunds CASCADE", "UPDATE refunds SET amount = 1",
            // More than is left, half a reversal, and beside the refund an invoice or the payment itself.
            Refund("15.89"), Refund("-5", "id", "'mistake'"),
            "INSERT INTO payment_allocations (id, payment_id, document_id, amount, allocated_by, allocated_at) SELECT gen_random_uuid(), p.id, d.id, 15.89, p.booked_by, p.booked_at FROM payments p, documents d WHERE d.number LIKE '%-00002'",
            "INSERT INTO payments (id, key, customer_id, received_on, amount, reverses_id, reason, booked_by, booked_at) SELECT gen_random_uuid(), gen_random_uuid(), customer_id, received_on, -amount, id, 'mistake', booked_by, booked_at FROM payments",
        ])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => money.World.Stage.Server.ExecuteAsStaffAsync(attempt));
            Assert.True(refused.SqlState is PostgresErrorCodes.IntegrityConstraintViolation or PostgresErrorCodes.InsufficientPrivilege, $"{attempt}: {refused.Message}");
        }

        Assert.Equal("1:0.00 cancelled, 2:25.88 open | 15.88", await money.StandAsync());
    }

    private static string Refund(string amount, string reverses = "NULL", string reason = "NULL") =>
        $"INSERT INTO refunds (id, key, payment_id, refunded_on, amount, reference, reverses_id, reason, booked_by, booked_at) SELECT gen_random_uuid(), gen_random_uuid(), payment_id, refunded_on, {amount}, reference, {reverses}, {reason}, booked_by, booked_at FROM refunds";

    /// <summary>Of 25.88 EUR: paid, then the invoice was cancelled.</summary>
    private static async Task<(Issued Invoice, Guid Payment)> CreditAsync(MoneyWorld money)
    {
        var invoice = await money.IssueAsync();
        var payment = await money.Coordinator.OkAsync("/api/billing/payments", money.ByHand(invoice, invoice.Gross, invoice.Gross));
        await money.Coordinator.OkAsync($"/api/billing/documents/{invoice.Id}/cancel", new { });
        return (invoice, payment.GetProperty("id").GetGuid());
    }

    private static object Order(MoneyWorld money, decimal amount, Guid? key = null) => new { key = key ?? Guid.NewGuid(), on = money.World.Today, amount, reference = " Storno " };

    private static Task<JsonElement> RefundAsync(MoneyWorld money, Guid payment, decimal amount, Guid? key = null) =>
        money.Coordinator.OkAsync($"/api/billing/payments/{payment}/refund", Order(money, amount, key));

    private static Task<string?> RefusedAsync(MoneyWorld money, Guid payment, decimal amount, Guid? key = null) =>
        CodeAsync(money, $"/api/billing/payments/{payment}/refund", Order(money, amount, key));

    private static async Task<string?> CodeAsync(MoneyWorld money, string path, object order) =>
        (await money.Coordinator.TryAsync(HttpMethod.Post, path, order)).Answer.GetProperty("code").GetString();

    private static string Refunds(JsonElement payment) => string.Join(", ", payment.GetProperty("refunds").EnumerateArray().Select(one =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{one.GetProperty("amount").GetDecimal():0.00} {one.GetProperty("reference").GetString()}")));
}
