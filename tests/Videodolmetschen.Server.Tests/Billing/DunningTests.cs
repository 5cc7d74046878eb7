using System.Globalization;
using System.Net;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>Who is late and what the law adds; letters are made to be printed and never sent.</summary>
public sealed class DunningTests(RealPostgres postgres)
{
    [Fact]
    public async Task An_overdue_invoice_stands_on_the_list_with_interest_up_to_a_chosen_day()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync(conversations: 4);
        await RatesAsync(money);
        Assert.Empty((await money.Coordinator.ReadAsync("/api/billing/dunning")).GetProperty("debtors").EnumerateArray());
        var on = money.Today.AddDays(90);
        var debtor = Assert.Single((await money.Coordinator.ReadAsync($"/api/billing/dunning?on={Day(on)}")).GetProperty("debtors").EnumerateArray());
        var item = Assert.Single(debtor.GetProperty("items").EnumerateArray());
        var steps = item.GetProperty("steps").EnumerateArray().ToList();
        var last = DateOnly.Parse(item.GetProperty("lastDay").GetString()!, CultureInfo.InvariantCulture);
        Assert.True(last >= money.Today.AddDays(30));
        Assert.Equal(on.DayNumber - last.DayNumber, steps.Sum(step => step.GetProperty("days").GetInt32()));
        Assert.All(steps, step => Assert.Equal(10m, step.GetProperty("rate").GetDecimal()));
        Assert.InRange(item.GetProperty("interest").GetDecimal(), 103.53m * 0.1m * (on.DayNumber - last.DayNumber) / 366 - 0.02m, 103.53m * 0.1m * (on.DayNumber - last.DayNumber) / 365 + 0.02m);
        Assert.Equal((invoice.Number, 103.53m, 40m, "reminder", true), (item.GetProperty("number").GetString(), item.GetProperty("balance").GetDecimal(), item.GetProperty("lumpSum").GetDecimal(), debtor.GetProperty("next").GetString(), debtor.GetProperty("isDue").GetBoolean()));
        await money.Coordinator.OkAsync("/api/billing/payments", money.ByHand(invoice, invoice.Gross, invoice.Gross));
        Assert.Empty((await money.Coordinator.ReadAsync($"/api/billing/dunning?on={Day(on)}")).GetProperty("debtors").EnumerateArray());
    }

    [Fact]
    public async Task A_letter_says_what_is_open_and_nothing_of_what_was_interpreted()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (office, numbers) = (await money.World.CustomerAsync("Stadt Lindenfurt"), new List<string>());
        for (var invoice = 0; invoice < 3; invoice++)
        {
            numbers.Add((await money.IssueAsync(office)).Number);
        }

        await RatesAsync(money);
        var on = money.Today.AddDays(90);
        using var reminder = new PdfText(await LetterAsync(money, office, "reminder", on), "mahnung-erinnerung");
        Assert.Contains("Zahlungserinnerung", reminder.All, StringComparison.Ordinal);
        Assert.Contains("77,64 €", reminder.All, StringComparison.Ordinal);
        Assert.DoesNotContain("Zinsen", reminder.All, StringComparison.Ordinal);
        using var notice = new PdfText(await LetterAsync(money, office, "notice", on), "mahnung");
        Assert.All(numbers, number => Assert.Contains(number, notice.All, StringComparison.Ordinal));
        Assert.All(
            (string[])["Stadt Lindenfurt", "§ 288 Abs. 5 BGB", "120,00 €", "1 %, also 10 % im Jahr", "DE02 1203 0000 0000 2020 51", BillingWorld.Leitweg],
            words => Assert.Contains(words, notice.All.Replace('\n', ' '), StringComparison.Ordinal));
        Assert.All((string[])["KANARIE", "kmr", "Kurmandschi", "Gespräch"], word => Assert.DoesNotContain(word, notice.All, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(0, await money.World.Stage.QueryAsync<int>("SELECT count(*)::int FROM mails"));
    }

    [Fact]
    public async Task Without_a_base_rate_no_interest_is_claimed()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var office = await money.World.CustomerAsync("Amt");
        await money.IssueAsync(office);
        var on = money.Today.AddDays(300);
        var view = await money.Coordinator.ReadAsync($"/api/billing/dunning?on={Day(on)}");
        Assert.NotNull(view.GetProperty("baseRateMissingFrom").GetString());
        using var answer = await money.Coordinator.GetAsync($"/api/billing/dunning/{office.Customer.Value}.pdf?level=notice&on={Day(on)}");
        Assert.Equal((HttpStatusCode.Conflict, "base_rate_missing"), (answer.StatusCode, await answer.CodeAsync()));
        await LetterAsync(money, office, "reminder", on);
    }

    [Fact]
    public async Task A_letter_that_was_sent_is_noted_once_and_the_next_waits()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync();
        var note = new { level = "reminder", on = money.World.Today, documents = new[] { invoice.Id } };
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => money.Coordinator.OkAsync("/api/billing/dunning/notes", note)));
        var item = (await money.Coordinator.ReadAsync($"/api/billing/dunning?on={Day(money.Today.AddDays(60))}")).GetProperty("debtors")[0].GetProperty("items")[0];
        Assert.Equal(("notice", Day(money.Today.AddDays(14))), (item.GetProperty("next").GetString(), item.GetProperty("nextFrom").GetString()));
        var id = Assert.Single(item.GetProperty("notes").EnumerateArray()).GetProperty("id").GetGuid();
        await money.Coordinator.OkAsync($"/api/billing/dunning/notes/{id}/withdraw", new { });
        Assert.Equal(HttpStatusCode.NotFound, (await money.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/dunning/notes/{id}/withdraw", new { })).Status);
        item = (await money.Coordinator.ReadAsync($"/api/billing/dunning?on={Day(money.Today.AddDays(60))}")).GetProperty("debtors")[0].GetProperty("items")[0];
        Assert.Equal(("reminder", 0), (item.GetProperty("next").GetString(), item.GetProperty("notes").GetArrayLength()));
    }

    [Fact]
    public async Task A_name_that_is_a_formula_is_a_name_in_the_spreadsheet()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync("=HYPERLINK(\"http://boese.example\")");
        using var answer = await money.Coordinator.GetAsync("/api/billing/receivables.csv");
        var text = await answer.Content.ReadAsStringAsync();
        Assert.Contains($"{invoice.Number};\"'=HYPERLINK(\"\"http://boese.example\"\")\";", text, StringComparison.Ordinal);
        Assert.Contains(";25,88;0,00;25,88;offen;", text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2027-01-02", "1")]
    [InlineData("2027-01-01", "1.005")]
    [InlineData("2027-01-01", "99")]
    public async Task A_base_rate_begins_with_a_half_year(string from, string percent)
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        Assert.Equal(HttpStatusCode.BadRequest, (await money.Coordinator.TryAsync(HttpMethod.Post, "/api/billing/base-rates", new { validFrom = from, percent = decimal.Parse(percent, CultureInfo.InvariantCulture), source = "Bundesbank" })).Status);
    }

    /// <summary>One per cent for all half-years of the story, whatever they really were.</summary>
    private static async Task RatesAsync(MoneyWorld money)
    {
        foreach (var half in new[] { 0, 6 }.Select(months => BaseRate.HalfYearOf(money.Today.AddMonths(months))))
        {
            await money.Coordinator.OkAsync("/api/billing/base-rates", new { validFrom = Day(half), percent = 1.00m, source = "Deutsche Bundesbank" });
        }
    }

    private static async Task<byte[]> LetterAsync(MoneyWorld money, Tenant office, string level, DateOnly on)
    {
        using var answer = await money.Coordinator.GetAsync($"/api/billing/dunning/{office.Customer.Value}.pdf?level={level}&on={Day(on)}");
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        return await answer.Content.ReadAsByteArrayAsync();
    }

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
