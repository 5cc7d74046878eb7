using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Videodolmetschen.Server.Jobs;

internal static class JobsSetup
{
    public static void AddJobs(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<JobOptions>().BindConfiguration(JobOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<JobStore>();
        builder.Services.AddSingleton<JobRunner>();
        foreach (var job in JobCatalogue.All)
        {
            builder.Services.TryAddSingleton(job.Job);
        }

        var options = builder.Configuration.GetSection(JobOptions.Section).Get<JobOptions>() ?? new JobOptions();
        if (options.Enabled)
        {
            builder.Services.AddJobEngine(options);
            builder.Services.AddHostedService<JobEngineStart>();
            builder.Services.AddSingleton<JobWatch>();
            builder.Services.AddHostedService(services => services.GetRequiredService<JobWatch>());
        }
    }

    /// <summary>After the migrations.</summary>
    public static async Task PrepareJobsAsync(this WebApplication app, CancellationToken cancellationToken = default)
    {
        if (app.Services.GetService<IJobEngine>() is { } engine)
        {
            await engine.PrepareAsync(cancellationToken);
        }
    }
}
