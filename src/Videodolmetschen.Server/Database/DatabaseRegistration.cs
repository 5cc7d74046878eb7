using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Database;

internal static class DatabaseRegistration
{
    /// <summary>Stores take <see cref="NpgsqlDataSource"/>: the pool of the application's role.</summary>
    public static void AddDatabase(this WebApplicationBuilder builder)
    {
        DapperTypes.Register();
        builder.Services.AddOptions<DatabaseOptions>()
            .BindConfiguration(DatabaseOptions.Section)
            .ValidateDataAnnotations()
            .ValidateOnStart();
        builder.Services.AddSingleton<DatabaseAddress>();
        builder.Services.AddSingleton<EmbeddedPostgres>();
        builder.Services.AddHostedService<EmbeddedPostgresWatch>();
        builder.Services.AddSingleton(CreateDataSource);
        builder.Services.AddSingleton(provider => new DatabaseClock(cancellationToken => ClockStore.ReadAsync(provider.GetRequiredService<NpgsqlDataSource>(), cancellationToken)));
        builder.Services.AddSingleton<Migrator>();
        builder.Services.AddSingleton<DatabasePreparation>();
        builder.Services.AddSingleton(DatabaseReadiness.Create);
    }

    public static async Task PrepareDatabaseAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        await app.Services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
        await app.Services.GetRequiredService<SteadyClock>().AnchorAsync(cancellationToken);
    }

    private static NpgsqlDataSource CreateDataSource(IServiceProvider services)
    {
        var address = services.GetRequiredService<DatabaseAddress>().Application;
        var options = services.GetRequiredService<IOptions<DatabaseOptions>>().Value;
        var source = new NpgsqlDataSourceBuilder(ApplicationConnection.ForApplication(address, options.MaxPoolSize));
        source.UseLoggerFactory(services.GetRequiredService<ILoggerFactory>());
        return source.Build();
    }
}
