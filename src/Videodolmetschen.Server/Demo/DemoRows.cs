namespace Videodolmetschen.Server.Demo;

/// <summary>The demo data flattened to rows of the tables, with its day counts turned into dates.</summary>
internal sealed class DemoRows(DemoData demo, string passwordHash, DateTimeOffset now)
{
    private readonly DateTime _today = now.UtcDateTime.Date;
    private readonly Dictionary<Guid, Guid> _customerOfUnit = demo.Customers
        .SelectMany(customer => customer.Units.Select(unit => (Unit: unit.Id, Customer: customer.Id)))
        .ToDictionary(pair => pair.Unit, pair => pair.Customer);

    public IEnumerable<object> Units =>
        from customer in demo.Customers
        from unit in customer.Units
        select new { unit.Id, CustomerId = customer.Id, unit.Name, unit.CostCentre, unit.MayAskUrgently };

    public IEnumerable<object> Interpreters => demo.Interpreters.Select(row => new
    {
        row.Id,
        row.Number,
        row.DisplayName,
        row.Gender,
        row.Country,
        Section203Until = DayIn(row.Section203ForDays),
    });

    public IEnumerable<object> Languages =>
        from row in demo.Interpreters
        from language in row.Languages
        select new
        {
            InterpreterId = row.Id,
            language.Code,
            language.Level,
            language.ToGerman,
            language.FromGerman,
            Varieties = language.Varieties.ToArray(),
        };

    public IEnumerable<object> Oaths =>
        from row in demo.Interpreters
        from oath in row.Oaths
        select new
        {
            InterpreterId = row.Id,
            oath.Language,
            oath.Authority,
            oath.Basis,
            ValidUntil = DayIn(oath.ValidForDays),
            RenewalAppliedAt = DayIn(oath.RenewalAppliedForDays),
        };

    public IEnumerable<object> Fields =>
        from row in demo.Interpreters
        from known in row.Fields
        select new { InterpreterId = row.Id, Field = known };

    public IEnumerable<object> Users => demo.People.Select(person => new
    {
        Id = person.UserId,
        person.Email,
        Normalized = person.Email.ToUpperInvariant(),
        PasswordHash = passwordHash,
        Stamp = Guid.NewGuid().ToString("N"),
        person.DisplayName,
        CustomerId = person.Unit is { } unit ? _customerOfUnit[unit] : (Guid?)null,
        UnitId = person.Unit,
        InterpreterId = person.Interpreter,
        Now = now,
    });

    public IEnumerable<object> UserRoles =>
        from person in demo.People
        from role in person.Roles
        select new { person.UserId, Role = role };

    private DateTime? DayIn(int? days) => days is { } count ? _today.AddDays(count) : null;
}
