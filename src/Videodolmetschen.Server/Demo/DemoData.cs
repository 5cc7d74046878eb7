using System.Text.Json;

namespace Videodolmetschen.Server.Demo;

/// <summary>Invented customers, people and interpreters, read from <c>demo.json</c> in the assembly.</summary>
internal sealed record DemoData(string Password, IReadOnlyList<DemoCustomer> Customers)
{
    private const string Resource = "Videodolmetschen.Server.Demo.demo.json";
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public required IReadOnlyList<DemoStaff> Accounts { get; init; }

    public required IReadOnlyList<DemoInterpreter> Interpreters { get; init; }

    public required IReadOnlyList<DemoConflict> Conflicts { get; init; }

    /// <summary>Everybody who can sign in.</summary>
    public IEnumerable<DemoAccount> People =>
        Accounts.Select(DemoAccount.Of).Concat(Interpreters.Select(DemoAccount.Of));

    public static DemoData Read()
    {
        using var stream = typeof(DemoData).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is missing from the assembly");
        return JsonSerializer.Deserialize<DemoData>(stream, Options)
            ?? throw new InvalidOperationException($"{Resource} is empty");
    }
}

internal sealed record DemoCustomer(Guid Id, string Name, string Kind, string Land, IReadOnlyList<DemoUnit> Units)
{
    /// <summary>Where its invoices go; null while nobody has said it.</summary>
    public string? LeitwegId { get; init; }
}

internal sealed record DemoUnit(Guid Id, string Name, string CostCentre)
{
    public bool MayAskUrgently { get; init; }
}

/// <summary>A requester (with a unit) or somebody of our own staff (without).</summary>
internal sealed record DemoStaff(Guid Id, string Email, IReadOnlyList<string> Roles, string DisplayName, string Title)
{
    public Guid? Unit { get; init; }

    public bool Tile { get; init; }
}

internal sealed record DemoInterpreter(Guid Id, Guid UserId, string Number, string Email, string DisplayName)
{
    public required string Title { get; init; }

    public required string Gender { get; init; }

    public required string Country { get; init; }

    /// <summary>Days from the first start on; null for nobody's signature under § 203.</summary>
    public int? Section203ForDays { get; init; }

    public required IReadOnlyList<string> Fields { get; init; }

    public required IReadOnlyList<DemoLanguage> Languages { get; init; }

    public IReadOnlyList<DemoOath> Oaths { get; init; } = [];

    public bool Tile { get; init; }
}

internal sealed record DemoLanguage(string Code, short Level)
{
    public bool ToGerman { get; init; } = true;

    public bool FromGerman { get; init; } = true;

    public IReadOnlyList<string> Varieties { get; init; } = [];
}

/// <param name="Language">ISO 639-3.</param>
/// <param name="Authority">The court that took the oath.</param>
/// <param name="Basis">federal or land.</param>
/// <param name="ValidForDays">Days from the first start on; negative has expired.</param>
internal sealed record DemoOath(string Language, string Authority, string Basis, int ValidForDays)
{
    /// <summary>When an extension was applied for, in the same count.</summary>
    public int? RenewalAppliedForDays { get; init; }
}

internal sealed record DemoConflict(Guid Interpreter, Guid Customer, string BlockedBy);

/// <summary>A sign-in, whoever it belongs to.</summary>
internal sealed record DemoAccount(Guid UserId, string Email, IReadOnlyList<string> Roles, string DisplayName, string Title)
{
    public Guid? Unit { get; init; }

    public Guid? Interpreter { get; init; }

    public bool Tile { get; init; }

    public static DemoAccount Of(DemoStaff row) =>
        new(row.Id, row.Email, row.Roles, row.DisplayName, row.Title) { Unit = row.Unit, Tile = row.Tile };

    public static DemoAccount Of(DemoInterpreter row) =>
        new(row.UserId, row.Email, [Access.Roles.Interpreter], row.DisplayName, row.Title) { Interpreter = row.Id, Tile = row.Tile };
}
