using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Database;

/// <summary>Finds the configured server or starts the embedded one, then brings the schema to the level of this program.</summary>
internal sealed class DatabasePreparation(
    IConfiguration configuration,
    DatabaseAddress address,
    IServiceProvider services,
    StartupStory story)
{
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var configured = configuration.GetConnectionString("Videodolmetschen");
        if (string.IsNullOrWhiteSpace(configured))
        {
            var embedded = services.GetRequiredService<EmbeddedPostgres>();
            await embedded.StartAsync(cancellationToken);
            address.Set(embedded.ConnectionString, embedded.ConnectionString);
        }
        else
        {
            var owner = configuration.GetConnectionString("VideodolmetschenOwner");
            address.Set(Checked(configured), Checked(string.IsNullOrWhiteSpace(owner) ? configured : owner));
        }

        var applied = await services.GetRequiredService<Migrator>().MigrateAsync(cancellationToken);
        if (applied > 0)
        {
            story.Tell($"Datenbankschema: {applied} Migration(en) angewendet.");
        }
    }

    private static string Checked(string connectionString)
    {
        try
        {
            return new Npgsql.NpgsqlConnectionStringBuilder(connectionString).ConnectionString;
        }
        catch (ArgumentException malformed)
        {
            throw new StartupException("Die Verbindungszeichenfolge ConnectionStrings__Videodolmetschen ist nicht lesbar. Sie sieht so aus: Host=…;Database=…;Username=…;Password=…", malformed);
        }
    }
}
