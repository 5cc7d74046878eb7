using System.IO.Compression;
using System.Net;
using Dapper;
using Npgsql;
using Videodolmetschen.Domain.Tests.Billing.Receivables;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>What customers pay, by hand and by the bank's file: booked once, never changed.</summary>
public sealed class MoneyInTests(RealPostgres postgres)
{
    [Fact]
    public async Task An_issued_invoice_is_open_at_once_and_a_cancelled_one_leaves_with_its_money_as_credit()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var office = await money.World.CustomerAsync("Amt");
        var first = await money.IssueAsync(office);
        Assert.Equal("1:25.88 open | 0.00", await money.StandAsync("open"));
        await money.Coordinator.OkAsync("/api/billing/payments", money.ByHand(first, 25.88m, 25.88m));
        await money.Coordinator.OkAsync($"/api/billing/documents/{first.Id}/cancel", new { });
        Assert.Equal("1:0.00 cancelled | 25.88", await money.StandAsync());
        await money.World.RunAsync("customer", [first.Customer]);
        var again = await money.World.Stage.QueryAsync<Guid>("SELECT id FROM documents ORDER BY position DESC LIMIT 1");
        var credit = (await money.Coordinator.ReadAsync("/api/billing/receivables")).GetProperty("credits")[0].GetProperty("paymentId").GetGuid();
        await money.Coordinator.OkAsync($"/api/billing/payments/{credit}/allocate", new { allocations = new[] { new { documentId = again, amount = 25.88m } } });
        Assert.Equal(("1:0.00 cancelled, 2:0.00 paid | 0.00", " | 0.00"), (await money.StandAsync(), await money.StandAsync("open")));
    }

    [Fact]
    public async Task A_corrected_invoice_is_open_in_the_place_of_the_one_that_it_corrects()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync("Amt");
        await money.World.PutAsync($"/api/billing/customers/{invoice.Customer}", new { name = "Amt mit Anschrift", street = "Neue Gasse 2", postCode = "99999", city = "Lindenfurt", country = "DE", leitwegId = BillingWorld.Leitweg, email = "neu@lindenfurt.example", paymentDays = 30, revision = 1 });
        await money.Coordinator.OkAsync($"/api/billing/documents/{invoice.Id}/correct", new { });
        Assert.Equal("1:0.00 cancelled, 2:25.88 open | 0.00", await money.StandAsync());
    }

    [Fact]
    public async Task Parts_are_paid_by_hand_and_what_is_too_much_stays_as_credit()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync(conversations: 3);
        var (key, part) = (Guid.NewGuid(), 40m);
        var order = money.ByHand(invoice, part, part, key);
        var id = (await money.Coordinator.OkAsync("/api/billing/payments", order)).GetProperty("id").GetGuid();
        Assert.Equal(id, (await money.Coordinator.OkAsync("/api/billing/payments", order)).GetProperty("id").GetGuid());
        Assert.Equal("key_reused", (await money.Coordinator.TryAsync(HttpMethod.Post, "/api/billing/payments", money.ByHand(invoice, 41m, 0.5m, key))).Answer.GetProperty("code").GetString());
        Assert.Equal("1:37.65 partly_paid | 0.00", await money.StandAsync("open"));
        var tooMuch = await money.Coordinator.TryAsync(HttpMethod.Post, "/api/billing/payments", money.ByHand(invoice, 50m, 50m));
        Assert.Equal((HttpStatusCode.Conflict, "receivable_changed_meanwhile"), (tooMuch.Status, tooMuch.Answer.GetProperty("code").GetString()));
        await money.Coordinator.OkAsync("/api/billing/payments", money.ByHand(invoice, 50m, 37.65m));
        Assert.Equal("1:0.00 paid | 12.35", await money.StandAsync());
    }

    [Fact]
    public async Task A_file_imported_twice_books_nothing_twice()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (one, two) = (await money.IssueAsync("Amt A"), await money.IssueAsync("Amt B", 2));
        var file = money.Statement(MoneyWorld.Paid(one.Gross, $"Rechnung {one.Number.Replace('-', ' ').ToLowerInvariant()}"), MoneyWorld.Paid(10m, two.Number, "REF-2"), MoneyWorld.Paid(7m, "Spende", "REF-3"));
        var first = (await money.ImportAsync(file)).Answer[0];
        Assert.Equal((true, true, 0, 3), (first.GetProperty("isOurs").GetBoolean(), first.GetProperty("isNew").GetBoolean(), first.GetProperty("known").GetInt32(), first.GetProperty("statement").GetProperty("entries").GetInt32()));
        var entries = await money.EntriesAsync();
        Assert.Equal(["certain", "likely", "unknown"], entries.Select(entry => entry.GetProperty("match").GetProperty("certainty").GetString()));
        Assert.Equal("1:25.88 open, 2:51.77 open | 0.00", await money.StandAsync("open"));

        var booked = await money.Coordinator.OkAsync("/api/billing/bank-entries/book", MoneyWorld.Booking(entries.Take(2)));
        Assert.Equal((2, 0), (booked.GetProperty("booked").GetArrayLength(), booked.GetProperty("refused").GetArrayLength()));
        var again = (await money.ImportAsync(file)).Answer[0];
        Assert.Equal((false, 3), (again.GetProperty("isNew").GetBoolean(), again.GetProperty("known").GetInt32()));
        // The same entries in another file, with one more.
        var wider = (await money.ImportAsync(money.Statement(MoneyWorld.Paid(7m, "Spende", "REF-3"), MoneyWorld.Paid(one.Gross, $"Rechnung {one.Number.Replace('-', ' ').ToLowerInvariant()}"), MoneyWorld.Paid(8m, "Neu", "REF-4")))).Answer[0];
        Assert.Equal((2, 1), (wider.GetProperty("known").GetInt32(), wider.GetProperty("statement").GetProperty("entries").GetInt32()));
        Assert.Equal((2, 4), await money.World.Stage.QueryAsync<(int, int)>("SELECT (SELECT count(*) FROM payments)::int, (SELECT count(*) FROM bank_entries)::int"));
        Assert.Equal("2:41.77 partly_paid | 0.00", await money.StandAsync("open"));
    }

    [Fact]
    public async Task Fifty_at_once_book_an_entry_once_and_a_payment_by_hand_once()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync(conversations: 4);
        await money.ImportAsync(money.Statement(MoneyWorld.Paid(30m, invoice.Number)));
        var (booking, byHand) = (MoneyWorld.Booking(await money.EntriesAsync()), money.ByHand(invoice, 20m, 20m, Guid.NewGuid()));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(place => money.Coordinator.OkAsync(place % 2 == 0 ? "/api/billing/bank-entries/book" : "/api/billing/payments", place % 2 == 0 ? booking : byHand)));
        Assert.Equal(1, answers.Where((_, place) => place % 2 == 0).Sum(answer => answer.GetProperty("booked").GetArrayLength()));
        Assert.Single(answers.Where((_, place) => place % 2 == 1).Select(answer => answer.GetProperty("id").GetGuid()).Distinct());
        Assert.Equal((2, 50m), await money.World.Stage.QueryAsync<(int, decimal)>("SELECT count(*)::int, sum(amount) FROM payments"));
        Assert.Equal("1:53.53 partly_paid | 0.00", await money.StandAsync("open"));
    }

    [Fact]
    public async Task Fifty_who_pay_the_same_invoice_pay_it_once_and_the_others_hear_why()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync();
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => money.Coordinator.TryAsync(HttpMethod.Post, "/api/billing/payments", money.ByHand(invoice, invoice.Gross, invoice.Gross))));
        Assert.Equal((1, 49), (answers.Count(answer => answer.Status == HttpStatusCode.OK), answers.Count(answer => answer.Status == HttpStatusCode.Conflict)));
        Assert.Equal("1:0.00 paid | 0.00", await money.StandAsync());
    }

    [Theory]
    [InlineData("open", "00002, 00003", 1, 3)]
    [InlineData("all", "00004, 00003", 2, 4)]
    public async Task A_list_that_is_cut_says_how_many_it_leaves_out_and_its_sums_and_its_file_are_whole(string state, string shown, int left, int rows)
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var office = await money.World.CustomerAsync("Amt");
        var paid = await money.IssueAsync(office);
        await money.Coordinator.OkAsync("/api/billing/payments", money.ByHand(paid, paid.Gross, paid.Gross));
        await money.IssueAsync(office);
        await money.IssueAsync(office);
        await money.IssueAsync(office);
        var view = await money.Coordinator.ReadAsync($"/api/billing/receivables?state={state}&limit=2");
        Assert.Equal(shown, string.Join(", ", view.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("number").GetString()![8..])));
        Assert.Equal((77.64m, left), (view.GetProperty("open").GetDecimal(), view.GetProperty("left").GetInt32()));
        using var file = await money.Coordinator.GetAsync($"/api/billing/receivables.csv?state={state}&limit=2");
        var lines = (await file.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(1 + rows, lines.Length);
        using var book = await money.Coordinator.GetAsync($"/api/billing/receivables.xlsx?state={state}&limit=2");
        using var archive = new ZipArchive(await book.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        using var sheet = new StreamReader(archive.GetEntry("xl/worksheets/sheet1.xml")!.Open());
        Assert.Equal(rows, (await sheet.ReadToEndAsync(TestContext.Current.CancellationToken)).Split(">RE-").Length - 1);
        using var paper = await money.Coordinator.GetAsync($"/api/billing/receivables.pdf?state={state}");
        Assert.StartsWith("%PDF", await paper.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_payment_counts_for_no_invoice_of_another_customer_whichever_way_it_came()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (ours, theirs) = (await money.IssueAsync("Amt A"), await money.IssueAsync("Amt B"));
        var wrong = theirs with { Customer = ours.Customer };
        var byHand = await money.Coordinator.TryAsync(HttpMethod.Post, "/api/billing/payments", money.ByHand(wrong, 10m, 10m));
        Assert.Equal((HttpStatusCode.Conflict, "payment_of_another_customer"), (byHand.Status, byHand.Answer.GetProperty("code").GetString()));
        var credit = (await money.Coordinator.OkAsync("/api/billing/payments", money.ByHand(ours, 30m, 25.88m))).GetProperty("id").GetGuid();
        var used = await money.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/payments/{credit}/allocate", new { allocations = new[] { new { documentId = theirs.Id, amount = 4m } } });
        Assert.Equal((HttpStatusCode.Conflict, "payment_of_another_customer"), (used.Status, used.Answer.GetProperty("code").GetString()));

        await money.ImportAsync(money.Statement(MoneyWorld.Paid(theirs.Gross, theirs.Number)));
        var entry = Assert.Single(await money.EntriesAsync()).GetProperty("entry").GetProperty("id").GetGuid();
        var booked = await money.Coordinator.OkAsync("/api/billing/bank-entries/book", new
        {
            entries = new[] { new { id = entry, customerId = ours.Customer, allocations = new[] { new { documentId = theirs.Id, amount = theirs.Gross } } } },
        });
        Assert.Equal("payment_of_another_customer", Assert.Single(booked.GetProperty("refused").EnumerateArray()).GetProperty("code").GetString());
        Assert.Single(await money.EntriesAsync());
        Assert.Equal("1:0.00 paid, 2:25.88 open | 4.12", await money.StandAsync());
        var slipped = await Assert.ThrowsAsync<PostgresException>(() => money.World.Stage.Server.ExecuteAsStaffAsync(Allocation($"'{theirs.Id}'", "4")));
        Assert.Equal("a payment counts for invoices of its own customer", slipped.MessageText);
    }

    [Fact]
    public async Task A_mistake_is_taken_back_by_a_counter_entry_and_its_bank_entry_is_open_again()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync();
        await money.ImportAsync(money.Statement(MoneyWorld.Paid(invoice.Gross, invoice.Number)));
        await money.Coordinator.OkAsync("/api/billing/bank-entries/book", MoneyWorld.Booking(await money.EntriesAsync()));
        Assert.Empty(await money.EntriesAsync());
        var payment = (await money.Coordinator.ReadAsync("/api/billing/payments"))[0].GetProperty("id").GetGuid();
        await money.Coordinator.OkAsync($"/api/billing/payments/{payment}/reverse", new { reason = "mistake" });
        Assert.Equal("payment_reversed", (await money.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/payments/{payment}/reverse", new { reason = "mistake" })).Answer.GetProperty("code").GetString());
        Assert.Equal("1:25.88 open | 0.00", await money.StandAsync());
        await money.Coordinator.OkAsync("/api/billing/bank-entries/book", MoneyWorld.Booking(await money.EntriesAsync()));
        Assert.Equal("25.88, -25.88, 25.88", await money.World.Stage.QueryAsync<string>("SELECT string_agg(amount::text, ', ' ORDER BY id) FROM payments"));
    }

    [Fact]
    public async Task What_the_bank_sends_back_opens_the_invoice_again_from_that_day_on()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync();
        await money.ImportAsync(money.Statement(MoneyWorld.Paid(invoice.Gross, invoice.Number)));
        await money.Coordinator.OkAsync("/api/billing/bank-entries/book", MoneyWorld.Booking(await money.EntriesAsync()));
        await money.ImportAsync(money.Statement(MoneyWorld.Paid(invoice.Gross, invoice.Number, "REF-9", isBack: true)));
        var back = Assert.Single(await money.EntriesAsync());
        Assert.Equal("returned", back.GetProperty("entry").GetProperty("kind").GetString());
        var entry = back.GetProperty("entry").GetProperty("id").GetGuid();
        await money.Coordinator.OkAsync($"/api/billing/bank-entries/{entry}/return", new { paymentId = back.GetProperty("returnable")[0].GetProperty("paymentId").GetGuid() });
        Assert.Equal(("1:25.88 open | 0.00", 0), (await money.StandAsync(), (await money.EntriesAsync()).Count));
    }

    [Fact]
    public async Task What_is_no_customers_payment_is_put_aside()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        await money.ImportAsync(money.Statement(MoneyWorld.Paid(1.23m, "Habenzinsen")));
        var entry = Assert.Single(await money.EntriesAsync()).GetProperty("entry").GetProperty("id").GetGuid();
        await money.Coordinator.OkAsync($"/api/billing/bank-entries/{entry}/dismiss", new { });
        Assert.Empty(await money.EntriesAsync());
        Assert.Equal("bank_entry_settled", (await money.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/bank-entries/{entry}/dismiss", new { })).Answer.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_hostile_or_huge_file_is_refused_with_words_that_help()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (status, answer) = await money.ImportAsync(Camt.File("", before: "<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"));
        Assert.Equal((400, "bank_file_unreadable"), (status, answer.GetProperty("code").GetString()));
        (status, answer) = await money.ImportAsync(new byte[Domain.Billing.Receivables.CamtReader.BytesAtMost + 1]);
        Assert.Equal((400, "bank_file_too_large"), (status, answer.GetProperty("code").GetString()));
        Assert.Equal(0, await money.World.Stage.QueryAsync<int>("SELECT count(*)::int FROM bank_statements"));
    }

    [Fact]
    public async Task The_role_of_the_service_can_neither_change_nor_slip_in_what_was_booked()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var (invoice, other) = (await money.IssueAsync(), await money.IssueAsync("Anderes Amt"));
        await money.ImportAsync(money.Statement(MoneyWorld.Paid(invoice.Gross, invoice.Number)));
        await money.Coordinator.OkAsync("/api/billing/bank-entries/book", MoneyWorld.Booking(await money.EntriesAsync()));
        var today = money.World.Today;
        await money.Coordinator.OkAsync("/api/billing/dunning/notes", new { level = "reminder", on = today, documents = new[] { other.Id } });
        foreach (var attempt in (string[])
        [
            .. from table in (string[])["payments", "payment_allocations", "bank_statements", "bank_entries", "base_rates", "dunning_notes"]
               from attempt in (string[])[$"DELETE FROM {table}", $"TRUNCATE {table} CASCADE"]
               select attempt,
            "UPDATE payments SET amount = amount + 1", "UPDATE payment_allocations SET amount = 1", "UPDATE bank_entries SET amount = 1", "UPDATE base_rates SET percent = 0", "UPDATE dunning_notes SET level = 'notice'",
            // The entry once more, another amount than the bank's, more than is open, more than came, half a reversal, and one of a reversal.
            Payment("amount", "bank_entry_id"), Payment("1", "bank_entry_id"),
            Allocation($"'{other.Id}'", "0.01"), $"{Payment("5", "NULL")}; {Allocation($"'{invoice.Id}'", "0.01", "(SELECT id FROM payments WHERE amount = 5)")}", Allocation("document_id", "-0.01"),
            "INSERT INTO payments (id, key, customer_id, received_on, amount, reverses_id, reason, booked_by, booked_at) SELECT gen_random_uuid(), gen_random_uuid(), customer_id, received_on, -1, id, 'mistake', booked_by, booked_at FROM payments",
        ])
        {
            var refused = await Assert.ThrowsAsync<PostgresException>(() => money.World.Stage.Server.ExecuteAsStaffAsync(attempt));
            Assert.True(refused.SqlState is PostgresErrorCodes.IntegrityConstraintViolation or PostgresErrorCodes.InsufficientPrivilege, $"{attempt}: {refused.Message}");
        }

        Assert.Equal("1:0.00 paid, 2:25.88 open | 0.00", await money.StandAsync());
    }

    /// <summary>What the grants refuse the service, the tables refuse their owner.</summary>
    [Fact]
    public async Task Not_even_the_owner_of_the_tables_changes_what_was_booked()
    {
        await using var money = await MoneyWorld.OpenAsync(postgres);
        var invoice = await money.IssueAsync();
        await money.ImportAsync(money.Statement(MoneyWorld.Paid(invoice.Gross + 1m, invoice.Number)));
        await money.Coordinator.OkAsync("/api/billing/bank-entries/book", MoneyWorld.Booking(await money.EntriesAsync()));
        var payment = (await money.Coordinator.ReadAsync("/api/billing/payments"))[0].GetProperty("id").GetGuid();
        await money.Coordinator.OkAsync($"/api/billing/payments/{payment}/refund", new { key = Guid.NewGuid(), on = money.World.Today, amount = 1m, reference = "zu viel" });
        await using var owner = new NpgsqlConnection(money.World.Stage.Server.ConnectionString);
        await owner.OpenAsync(TestContext.Current.CancellationToken);
        await owner.ExecuteAsync("SELECT set_config('app.customer', '*', false)");
        foreach (var (table, column) in (List<(string, string)>)
        [
            ("payments", "amount"), ("payment_allocations", "amount"), ("refunds", "amount"), ("bank_statements", "closing"), ("bank_entries", "amount"), ("base_rates", "percent"),
        ])
        {
            foreach (var attempt in (string[])[$"UPDATE {table} SET {column} = {column}", $"DELETE FROM {table}"])
            {
                var refused = await Assert.ThrowsAsync<PostgresException>(() => owner.ExecuteAsync(attempt));
                Assert.True(refused.SqlState == PostgresErrorCodes.IntegrityConstraintViolation, $"{attempt}: {refused.Message}");
            }
        }
    }

    private static string Payment(string amount, string entry) =>
        $"INSERT INTO payments (id, key, customer_id, received_on, amount, bank_entry_id, booked_by, booked_at) SELECT gen_random_uuid(), gen_random_uuid(), customer_id, received_on, {amount}, {entry}, booked_by, booked_at FROM payments";

    private static string Allocation(string document, string amount, string payment = "payment_id") =>
        $"INSERT INTO payment_allocations (id, payment_id, document_id, amount, allocated_by, allocated_at) SELECT gen_random_uuid(), {payment}, {document}, {amount}, allocated_by, allocated_at FROM payment_allocations LIMIT 1";
}
