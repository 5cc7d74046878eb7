using Microsoft.Extensions.DependencyInjection;
using Videodolmetschen.Server.Jobs;

namespace Videodolmetschen.Server.Tests.Fixtures;

internal static class JobExtensions
{
    /// <summary>One run of the job, as the engine would have it; fails the test when the job fails.</summary>
    public static async Task RunJobAsync(this RealServer server, string job) =>
        Assert.True(await server.Services.GetRequiredService<JobRunner>().RunAsync(job, null, CancellationToken.None));
}
