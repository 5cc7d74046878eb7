using System.Reflection;
using System.Text.RegularExpressions;

namespace Videodolmetschen.Server.Tests.HouseRules;

public sealed partial class ArchitectureTests
{
    private static readonly Assembly Domain = typeof(Domain.DomainException).Assembly;

    [Fact]
    public void The_domain_depends_on_nothing_but_the_runtime() =>
        Assert.All(
            Domain.GetReferencedAssemblies(),
            reference => Assert.StartsWith("System.", reference.Name, StringComparison.Ordinal));

    [Fact]
    public void Nothing_in_the_domain_waits()
    {
        var members = Domain.GetTypes().SelectMany(type => type.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly));
        Assert.DoesNotContain(members, method => typeof(Task).IsAssignableFrom(method.ReturnType));
    }

    [Fact]
    public void The_client_notifier_is_the_only_sender()
    {
        var senders = Repository.Files("src/Videodolmetschen.Server", ".cs").Where(file => Sending().IsMatch(Repository.Read(file)));
        Assert.Equal(["ClientNotifier.cs"], senders.Select(Path.GetFileName).Distinct());
    }

    [Fact]
    public void Sql_lives_in_stores_and_in_the_database_folder()
    {
        var strays = Repository.Files("src", ".cs")
            .Where(file => !file.EndsWith("Store.cs", StringComparison.Ordinal) && !file.Contains("/Database/", StringComparison.Ordinal))
            .Where(file => Sql().IsMatch(Repository.Read(file)));
        Assert.Empty(strays);
    }

    [Fact]
    public void No_file_is_longer_than_a_person_reads()
    {
        var tooLong =
            from file in Repository.Files("src", ".cs", ".ts", ".tsx", ".scss", ".sql").Concat(Repository.Files("tests", ".cs"))
            let lines = File.ReadLines(Path.Combine(Repository.Root, file)).Count()
            where lines > (file.StartsWith("tests/", StringComparison.Ordinal) ? 500 : 400)
            select $"{file}: {lines}";
        Assert.Empty(tooLong);
    }

    [Fact]
    public void Names_say_what_a_thing_is()
    {
        var vague = Repository.Files("src", ".cs").Where(file => VagueName().IsMatch(Path.GetFileNameWithoutExtension(file)) || VagueFolder().IsMatch(file));
        Assert.Empty(vague);
    }

    [Fact]
    public void Nobody_blocks_on_a_task_and_no_handler_is_async_void()
    {
        var blocking = Repository.Files("src", ".cs").Where(file => Blocking().IsMatch(Repository.Read(file)));
        Assert.Empty(blocking);
    }

    [Fact]
    public void Nothing_points_at_one_machine_or_one_registry_and_what_is_left_to_do_has_an_issue()
    {
        var strays =
            from file in Repository.Files("", ".cs", ".ts", ".tsx", ".scss", ".sql", ".md", ".json", ".props", ".targets", ".csproj", ".yml", ".conf")
            where !file.EndsWith("ArchitectureTests.cs", StringComparison.Ordinal)
            where Stray().IsMatch(Repository.Read(file))
            select file;
        Assert.Empty(strays);
    }

    [GeneratedRegex(@"/work/|/farm/|""resolved"": ""http|\bTODO\b(?! #[0-9])", RegexOptions.None, 1000)]
    private static partial Regex Stray();

    [GeneratedRegex(@"IHubContext<|\bClients\.(All|Caller|Client|Clients|Group|User|Others)\b|\.SendCoreAsync\(", RegexOptions.None, 1000)]
    private static partial Regex Sending();

    [GeneratedRegex(@"\b(SELECT\s[^""]*\sFROM\s|INSERT\s+INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s)", RegexOptions.None, 1000)]
    private static partial Regex Sql();

    [GeneratedRegex("(Manager|Helper|Util|Utils|Common|Base|Processor|Impl)$", RegexOptions.None, 1000)]
    private static partial Regex VagueName();

    [GeneratedRegex("/(Services|Models|Enums|Interfaces|Hub|Directory|Helpers|Utils|Common)/", RegexOptions.None, 1000)]
    private static partial Regex VagueFolder();

    [GeneratedRegex(@"\basync void\b|\.Wait\(\)|\.GetAwaiter\(\)\.GetResult\(\)", RegexOptions.None, 1000)]
    private static partial Regex Blocking();
}
