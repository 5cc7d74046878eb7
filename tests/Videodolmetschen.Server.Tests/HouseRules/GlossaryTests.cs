namespace Videodolmetschen.Server.Tests.HouseRules;

public sealed class GlossaryTests
{
    [Fact]
    public void Every_public_type_of_the_domain_stands_in_the_glossary()
    {
        var glossary = Repository.Read("src/Videodolmetschen.Domain/GLOSSARY.md");

        var missing =
            from type in typeof(Domain.DomainException).Assembly.GetExportedTypes()
            where !type.IsNested && !glossary.Contains($"`{type.Name.Split('`')[0]}`", StringComparison.Ordinal)
            select type.Name;

        Assert.Empty(missing);
    }
}
