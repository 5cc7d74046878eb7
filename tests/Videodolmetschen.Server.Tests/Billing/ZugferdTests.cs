using System.Net;
using System.Text;
using System.Text.Json;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Billing;

/// <summary>A clinic that takes ZUGFeRD: chosen once, in force for each of its documents, and one structured file for each of them.</summary>
public sealed class ZugferdTests(RealPostgres postgres)
{
    [Fact]
    public async Task A_clinic_is_sent_a_PDF_with_the_invoice_in_it()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var clinic = await BilledAsync(world);
        var (id, xml, pdf) = await world.Stage.QueryAsync<(Guid, byte[], byte[])>("SELECT id, xml, pdf FROM documents");
        var hybrid = HybridPdf.Of(pdf);
        Assert.Equal(("factur-x.xml", "3", "B", "EN 16931"), (hybrid.FileName, hybrid.Said["part"], hybrid.Said["conformance"], hybrid.Said["ConformanceLevel"]));
        Assert.Equal(xml, hybrid.Xml);
        Assert.Contains("<ram:DuePayableAmount>25.88</ram:DuePayableAmount>", Encoding.UTF8.GetString(xml), StringComparison.Ordinal);

        using var downloaded = await world.Coordinator.GetAsync($"/api/billing/documents/{id}.pdf");
        Assert.Equal(pdf, await downloaded.Content.ReadAsByteArrayAsync());
        var row = Assert.Single((await world.Coordinator.ReadAsync($"/api/billing/documents?customer={clinic}")).EnumerateArray());
        Assert.Equal("zugferd", row.GetProperty("format").GetString());
        await AssertChainHoldsAsync(world, 1);
    }

    [Fact]
    public async Task Nothing_of_the_conversation_and_nobody_in_it_stands_in_any_part_of_the_file()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        await BilledAsync(world);
        var pdf = await world.Stage.QueryAsync<byte[]>("SELECT pdf FROM documents");
        var hybrid = HybridPdf.Of(pdf);
        using var paper = new PdfText(pdf);
        string[] parts = [Encoding.UTF8.GetString(hybrid.Xml), string.Join('\n', hybrid.Said.Values), paper.All, hybrid.Raw];
        Assert.All(parts, part => Assert.All((string[])["KANARIE", "Kurmandschi", "Kurmanji", "Notaufnahme", "Gesprächszeit"], word => Assert.DoesNotContain(word, part, StringComparison.OrdinalIgnoreCase)));
        Assert.All(parts[..3], part => Assert.All((string[])["kmr", "health"], word => Assert.DoesNotContain(word, part, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task What_takes_such_an_invoice_back_or_stands_in_its_place_is_ZUGFeRD_too()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var clinic = await BilledAsync(world);
        var first = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        await ChooseAsync(world, clinic, "zugferd", city: "Weinbergen", revision: 2);
        await world.Coordinator.OkAsync($"/api/billing/documents/{first}/correct", new { });
        var second = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents WHERE kind = 'correction'");
        // Whatever was chosen since, a cancellation is of the form in which the invoice went out.
        await ChooseAsync(world, clinic, "xrechnung", city: "Weinbergen", revision: 3);
        await world.Coordinator.OkAsync($"/api/billing/documents/{second}/cancel", new { });
        Assert.Equal(["380", "384", "381"], (await AllAsync(world)).Select(TypeCode));
        await AssertChainHoldsAsync(world, 3);
    }

    [Fact]
    public async Task Another_form_alone_is_no_reason_to_correct_an_invoice()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var clinic = await BilledAsync(world);
        await ChooseAsync(world, clinic, "xrechnung", revision: 2);
        var id = await world.Stage.QueryAsync<Guid>("SELECT id FROM documents");
        var (status, answer) = await world.Coordinator.TryAsync(HttpMethod.Post, $"/api/billing/documents/{id}/correct", new { });
        Assert.Equal((HttpStatusCode.Conflict, "document_not_correctable"), (status, answer.GetProperty("code").GetString()));
    }

    [Fact]
    public async Task An_interpreter_can_have_the_Gutschrift_so()
    {
        await using var one = await InterpreterWorld.OpenAsync(postgres);
        var row = JsonSerializer.SerializeToNode(BillingWorld.Freelancer())!;
        (row["format"], row["revision"]) = ("zugferd", 1);
        await one.World.PutAsync($"/api/billing/interpreters/{one.Interpreter}", row);
        await one.World.RunAsync("interpreter", [one.Interpreter]);
        Assert.Equal(["389"], (await AllAsync(one.World)).Select(TypeCode));
        Assert.Equal("zugferd", (await one.Own.ReadAsync("/api/my-documents"))[0].GetProperty("format").GetString());
    }

    [Fact]
    public async Task An_office_is_sent_an_XRechnung_unless_somebody_says_otherwise_and_then_there_is_a_warning()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var office = await world.CustomerAsync("Amt");
        await world.TalkedAsync(office, await world.InterpreterAsync());
        Assert.Equal("xrechnung", (await world.Coordinator.ReadAsync($"/api/billing/customers/{office.Customer.Value}")).GetProperty("format").GetString());
        Assert.Empty(await WarningsAsync(world));
        var row = JsonSerializer.SerializeToNode(BillingWorld.Office("Amt"))!;
        (row["format"], row["revision"]) = ("zugferd", 1);
        await world.PutAsync($"/api/billing/customers/{office.Customer.Value}", row);
        Assert.Equal(["zugferd_for_office"], await WarningsAsync(world));
    }

    [Fact]
    public async Task A_form_that_nobody_knows_is_refused()
    {
        await using var world = await BillingWorld.OpenAsync(postgres);
        var row = JsonSerializer.SerializeToNode(BillingWorld.Office())!;
        row["format"] = "edifact";
        var (status, answer) = await world.Coordinator.TryAsync(HttpMethod.Put, $"/api/billing/customers/{world.Stage.Tenant.Customer.Value}", row);
        Assert.Equal((HttpStatusCode.BadRequest, "format"), (status, Assert.Single(answer.GetProperty("fields").EnumerateArray()).GetString()));
    }

    /// <summary>A clinic that has chosen ZUGFeRD, and its first invoice.</summary>
    private static async Task<Guid> BilledAsync(BillingWorld world)
    {
        var clinic = await world.CustomerAsync("Klinikum");
        await ChooseAsync(world, clinic.Customer.Value, "zugferd");
        await world.TalkedAsync(clinic, await world.InterpreterAsync());
        await world.RunAsync("customer", [clinic.Customer.Value]);
        return clinic.Customer.Value;
    }

    private static Task ChooseAsync(BillingWorld world, Guid customer, string format, string city = "Lindenfurt", int revision = 1) => world.PutAsync(
        $"/api/billing/customers/{customer}",
        new { name = "Klinikum Lindenfurt gGmbH", street = "Am Park 1", postCode = "99999", city, country = "DE", number = "KD-20", email = "rechnung@klinikum.example", format, revision });

    private static async Task<IReadOnlyList<HybridPdf>> AllAsync(BillingWorld world) =>
        [.. (await world.Stage.QueryAsync<byte[][]>("SELECT array_agg(pdf ORDER BY position) FROM documents")).Select(HybridPdf.Of)];

    private static string TypeCode(HybridPdf hybrid) => Encoding.UTF8.GetString(hybrid.Xml).Split("<ram:TypeCode>")[1][..3];

    private static async Task<IEnumerable<string?>> WarningsAsync(BillingWorld world) =>
        (await world.Coordinator.OkAsync("/api/billing/preview", world.Order("customer", []))).GetProperty("parties")[0].GetProperty("findings").EnumerateArray().Select(one => one.GetProperty("code").GetString());

    private static async Task AssertChainHoldsAsync(BillingWorld world, int documents)
    {
        var chain = await world.Coordinator.ReadAsync("/api/billing/documents/chain");
        Assert.Equal((documents, false), (chain.GetProperty("documents").GetInt32(), chain.TryGetProperty("firstBroken", out var broken) && broken.ValueKind != JsonValueKind.Null));
    }
}
