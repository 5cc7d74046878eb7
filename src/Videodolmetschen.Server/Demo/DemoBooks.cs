namespace Videodolmetschen.Server.Demo;

/// <summary>
/// What bills need of the town: all of it but for the clinic, and one agreement, so that the first run shows what is missing and where it is mended.
/// </summary>
internal sealed class DemoBooks(DemoData demo, DateTimeOffset now)
{
    private const string TestIban = "DE02120300000000202051";

    private static readonly DateOnly From = new(2025, 1, 1);
    private readonly Guid _staff = demo.Accounts.First(account => account.Roles.Contains(Access.Roles.Coordinator)).Id;

    public IEnumerable<object> Parties =>
    [
        Party("issuer", "Sprachbrücke Lindenfurt GmbH") with { VatId = "DE136695976", Email = "rechnung@sprachbruecke.example", Number = "SB-0001", Contact = "Doris Feldmann", Iban = TestIban },
        .. demo.Customers.Where(customer => customer.LeitwegId is not null).Select((customer, index) => Party("customer", customer.Name) with
        {
            Customer = customer.Id, LeitwegId = customer.LeitwegId, Number = $"K-{1001 + index}", Email = "rechnungseingang@demo.example", Contact = "Kämmerei",
        }),
        .. demo.Interpreters.Select((interpreter, index) => Party("interpreter", interpreter.DisplayName) with
        {
            Interpreter = interpreter.Id, TaxNumber = $"156/141/{10001 + index}", Number = interpreter.Number, Email = interpreter.Email, Contact = interpreter.DisplayName, Iban = TestIban,
        }),
    ];

    public IEnumerable<object> Taxes => demo.Interpreters.Select((interpreter, index) => new
    {
        Interpreter = interpreter.Id, From, Treatment = index % 3 == 1 ? "small_business" : "standard", By = _staff, Now = now,
    });

    public IEnumerable<object> Agreements => demo.Interpreters.Skip(1).Select(interpreter => new { Interpreter = interpreter.Id, From, By = _staff, Now = now });

    private PartyRow Party(string role, string name) => new(role, name, now);

    private sealed record PartyRow(string Role, string Name, DateTimeOffset Now)
    {
        public Guid? Customer { get; init; }

        public Guid? Interpreter { get; init; }

        public string? VatId { get; init; }

        public string? TaxNumber { get; init; }

        public string? Number { get; init; }

        public string? LeitwegId { get; init; }

        public string? Email { get; init; }

        public string? Contact { get; init; }

        public string? Iban { get; init; }
    }
}
