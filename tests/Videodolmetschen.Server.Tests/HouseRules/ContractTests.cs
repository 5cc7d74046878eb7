using System.Reflection;
using System.Text.RegularExpressions;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Tests.HouseRules;

/// <summary>PROTOCOL.md, the C# types and the TypeScript types say the same; so do enums, SQL checks and German sentences.</summary>
public sealed partial class ContractTests
{
    private static readonly Assembly Server = Assembly.Load("Videodolmetschen.Server");
    private static readonly Assembly Domain = typeof(Domain.DomainException).Assembly;
    private static readonly string Protocol = Repository.Read("src/Videodolmetschen.Server/Realtime/PROTOCOL.md");
    private static readonly string TypeScript = Repository.Read("src/web/protocol/messages.ts") + Repository.Read("src/web/protocol/requestMessages.ts") + Repository.Read("src/web/protocol/floorMessages.ts");

    [Fact]
    public void Every_hub_method_stands_in_the_protocol_and_no_other() =>
        Assert.Equal(TableNames("## 2."), MethodsOf("InterpretingHub"));

    [Fact]
    public void Every_message_stands_in_the_protocol_and_no_other() =>
        Assert.Equal(TableNames("## 3."), MethodsOf("IInterpretingClient"));

    [Fact]
    public void Every_method_and_message_has_its_twin_in_TypeScript() =>
        Assert.All(TableNames("## 2.").Concat(TableNames("## 3.")), name => Assert.Matches($@"\b{name}\b", TypeScript));

    [Fact]
    public void Shapes_have_the_same_fields_in_protocol_and_CSharp() =>
        Assert.All(Shapes(Protocol).Where(shape => !TravelsAsDomainType(shape.Key)), shape =>
        {
            var type = Twin(shape.Key);
            Assert.True(type is not null, $"{shape.Key} has no twin in C#");
            var fields = type!.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);
            Assert.True(shape.Value.IsSubsetOf(fields), $"{shape.Key}: C# lacks {string.Join(", ", shape.Value.Except(fields))}");
        });

    [Fact]
    public void Shapes_have_the_same_fields_in_protocol_and_TypeScript()
    {
        var twins = Shapes(TypeScript);
        Assert.True(Shapes(Protocol).Count >= 15, "the protocol's shapes can no longer be read");
        Assert.All(Shapes(Protocol), shape =>
        {
            Assert.True(twins.ContainsKey(shape.Key), $"{shape.Key} has no twin in TypeScript");
            Assert.Equal(shape.Value.Order(), twins[shape.Key].Order());
        });
    }

    [Fact]
    public void Every_error_code_has_a_German_sentence()
    {
        var sentences = Repository.Read("src/web/i18n/de/errors.ts") + Repository.Read("src/web/i18n/de/startErrors.ts");
        Assert.All(Enum.GetNames<Domain.ErrorCode>(), code => Assert.Matches($@"\b{Repository.SnakeCase(code)}\b", sentences));
    }

    [Fact]
    public void Every_code_that_the_protocol_promises_is_an_error_code()
    {
        var promised = ErrorCell().Matches(Chapter("## 2.")).SelectMany(cell => QuotedCode().Matches(cell.Value)).Select(match => match.Groups[1].Value);
        Assert.Subset(Enum.GetValues<Domain.ErrorCode>().Select(ProblemDetailsHandling.Wire).ToHashSet(), promised.ToHashSet());
    }

    [Fact]
    public void Every_error_code_has_one_spelling_on_the_wire_and_in_our_tables() =>
        Assert.All(Enum.GetValues<Domain.ErrorCode>(), code => Assert.Equal(Repository.SnakeCase(code.ToString()), ProblemDetailsHandling.Wire(code)));

    [Theory]
    [InlineData("requests", "state", "RequestState")]
    [InlineData("requests", "cancelled_by", "CancelledBy")]
    [InlineData("requests", "unserved_because", "UnservedCause")]
    [InlineData("requests", "priority", "Priority")]
    [InlineData("requests", "modality", "Modality")]
    [InlineData("requests", "field", "Field")]
    [InlineData("offers", "state", "OfferState")]
    [InlineData("offers", "decline_reason", "DeclineReason")]
    [InlineData("offers", "withdrawn_because", "WithdrawnBecause")]
    [InlineData("sessions", "state", "SessionState")]
    [InlineData("sessions", "end_reason", "EndReason")]
    [InlineData("guests", "state", "GuestState")]
    [InlineData("guests", "role", "GuestRole")]
    [InlineData("guests", "end_reason", "GuestEndReason")]
    [InlineData("callbacks", "state", "CallbackState")]
    [InlineData("sessions", "complaint", "ComplaintReason")]
    [InlineData("session_feedback", "rating", "Rating")]
    [InlineData("session_feedback", "reasons", "FeedbackReason")]
    [InlineData("sessions", "check_asked", "AskedSides")]
    [InlineData("session_stints", "state", "StintState")]
    [InlineData("interpreters", "reach", "EmergencyReach")]
    [InlineData("absences", "reason", "AbsenceReason")]
    [InlineData("absences", "source", "AbsenceSource")]
    [InlineData("standby_shifts", "state", "StandbyShiftState")]
    [InlineData("standby_shifts", "note", "StandbyNote")]
    [InlineData("standby_takes", "state", "StandbyTakeState")]
    [InlineData("presences", "afterwards_because", "PausedBecause")]
    [InlineData("presences", "state", "PresenceState")]
    [InlineData("cancellation_contracts", "ladder", "CancellationLadder")]
    [InlineData("retention_proofs", "kind", "RetentionKind")]
    [InlineData("legal_holds", "kind", "RetentionKind")]
    [InlineData("legal_holds", "reason", "HoldReason")]
    [InlineData("presences", "paused_because", "PausedBecause")]
    [InlineData("line_disputes", "state", "DisputeState")]
    [InlineData("line_disputes", "reason", "DisputeReason")]
    [InlineData("document_objections", "reason", "ObjectionReason")]
    [InlineData("billing_parties", "format", "InvoiceFormat")]
    [InlineData("billing_lines", "kind", "BillingLineKind")]
    [InlineData("bank_statements", "balance", "BalanceVerdict")]
    [InlineData("bank_entries", "kind", "BankEntryKind")]
    [InlineData("dunning_notes", "level", "DunningLevel")]
    [InlineData("report_waits", "outcome", "WaitOutcome")]
    public void State_enums_equal_the_checks_of_the_tables(string table, string column, string enumName)
    {
        var type = Assert.Single(Domain.GetExportedTypes(), type => type.Name == enumName);
        Assert.Equal(Enum.GetNames(type).Select(Repository.SnakeCase).Order(), CheckedValues(table, column).Order());
    }

    /// <summary>Nobody's status is damages, and what is not decided stands on no document.</summary>
    [Theory]
    [InlineData("vat_statuses", "not_taxable")]
    [InlineData("document_taxes", "eu_small_business")]
    public void Every_treatment_of_tax_but_one_is_in_the_checks_of_the_tables(string table, string except) =>
        Assert.Equal(Enum.GetNames<Domain.Billing.VatTreatment>().Select(Repository.SnakeCase).Where(name => name != except).Order(), CheckedValues(table, "treatment").Order());

    private static Type? Twin(string name) =>
        Server.GetTypes().FirstOrDefault(type => type.Name == name && type.Namespace == "Videodolmetschen.Server.Realtime");

    /// <summary>A few travel as they are, through a converter of their own that has its tests.</summary>
    private static bool TravelsAsDomainType(string name) => Twin(name) is null && Domain.GetExportedTypes().Any(type => type.Name == name);

    private static IEnumerable<string> MethodsOf(string typeName) =>
        Server.GetTypes().Single(type => type.Name == typeName)
            .GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            .Where(method => !method.IsSpecialName && method.GetBaseDefinition() == method)
            .Select(method => method.Name)
            .Order();

    private static IEnumerable<string> TableNames(string heading) =>
        TableRow().Matches(Chapter(heading)).Select(match => match.Groups[1].Value).Order();

    private static string Chapter(string heading)
    {
        var start = Protocol.IndexOf(heading, StringComparison.Ordinal);
        return Protocol[start..Protocol.IndexOf("\n## ", start + 1, StringComparison.Ordinal)];
    }

    /// <summary>The object types of a TypeScript text: name and top-level field names.</summary>
    private static Dictionary<string, HashSet<string>> Shapes(string text) =>
        ObjectType().Matches(Comment().Replace(text, "")).ToDictionary(
            match => match.Groups["name"].Value,
            match => TopLevelFields(match.Groups["body"].Value),
            StringComparer.Ordinal);

    private static HashSet<string> TopLevelFields(string body)
    {
        var flat = body;
        while (Braces().IsMatch(flat))
        {
            flat = Braces().Replace(flat, "x");
        }

        return [.. FieldName().Matches(flat).Select(match => match.Groups[1].Value)];
    }

    private static IEnumerable<string> CheckedValues(string table, string column)
    {
        var sql = string.Concat(Repository.Files("src/Videodolmetschen.Server/Database/Migrations", ".sql").Order().Select(Repository.Read));
        var create = Regex.Match(sql, $@"CREATE TABLE {table} \((.*?)\n\);", RegexOptions.Singleline).Groups[1].Value;
        var values = Regex.Match(create, $@"\b{column} text[^\n]*CHECK \({column} IN \(([^)]*)\)").Groups[1].Value;
        var later = Regex.Matches(sql, $@"ADD CONSTRAINT {table}_{column}_check\s+CHECK \(([^;]*?)(?:,\s*ADD|;)");
        var sound = Regex.Matches(sql, $@"FUNCTION {table}_are_sound\(.*?END \$\$;", RegexOptions.Singleline).LastOrDefault()?.Value ?? "";
        var inFunction = string.Concat(Regex.Matches(sound, $@"one\.{column} IN \(([^)]*)\)").Select(match => match.Groups[1].Value));
        var all = inFunction.Length > 0 ? inFunction : later.LastOrDefault()?.Groups[1].Value ?? values;
        return QuotedValue().Matches(all).Select(match => match.Groups[1].Value).Distinct();
    }

    /// <summary>The last cell of a method's row.</summary>
    [GeneratedRegex(@"(?<=^\| `\w+` \|.*\|)[^|\n]*(?=\|$)", RegexOptions.Multiline, 1000)]
    private static partial Regex ErrorCell();

    [GeneratedRegex("`([a-z_]+)`", RegexOptions.None, 1000)]
    private static partial Regex QuotedCode();

    [GeneratedRegex(@"^\| `(\w+)`", RegexOptions.Multiline, 1000)]
    private static partial Regex TableRow();

    [GeneratedRegex(@"^(?:export )?(?:type (?<name>\w+) = (?:\w+ & )?|interface (?<name>\w+)(?: extends \w+)? )\{(?<body>[^\n]*|\n.*?\n)\};?$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex ObjectType();

    [GeneratedRegex(@"[ ]*//[^\n]*|[ ]*/\*.*?\*/", RegexOptions.Singleline, 1000)]
    private static partial Regex Comment();

    [GeneratedRegex(@"\{[^{}]*\}", RegexOptions.None, 1000)]
    private static partial Regex Braces();

    [GeneratedRegex(@"(?<![\w""'])(\w+)\??:", RegexOptions.None, 1000)]
    private static partial Regex FieldName();

    [GeneratedRegex("'([a-z_0-9]+)'", RegexOptions.None, 1000)]
    private static partial Regex QuotedValue();
}
