using System.Diagnostics;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Benchmarks;

/// <summary>From starting the process until it serves a request.</summary>
internal sealed class StartScenario(Effort effort, Postgres postgres)
{
    private const int SecondsAtMost = 60;

    public async Task<Section> RunAsync()
    {
        var times = Math.Min(3, effort.Rounds);
        List<double> cold = [];
        await using var service = await LiveService.StartAsync(await World.CreateAsync(postgres, 1));
        for (var time = 0; time < times; time++)
        {
            await service.KillAsync();
            cold.Add(await UntilServedAsync(service.Address, service.StartAgainAsync));
        }

        var folder = Directory.CreateTempSubdirectory("videodolmetschen-bench-").FullName;
        await using var embedded = new ServerProcess("", "Database:DataFolder=" + folder, "Hosting:BuildWeb=false");
        var first = await UntilServedAsync(new Uri(embedded.Address), embedded.StartAgainAsync);
        await EndAsync(embedded);
        var again = await UntilServedAsync(new Uri(embedded.Address), embedded.StartAgainAsync);
        await EndAsync(embedded);
        Directory.Delete(folder, recursive: true);

        var section = new Section("Start until the first request is served", ["Start", "seconds"]);
        section.Add("with a database that runs (after a kill)", Print.Of($"{Median.Of(cold):0.00}"));
        section.Add("with the embedded database, which is started too", Print.Of($"{again:0.00}"));
        section.Add("the very first: initdb, migrations, demo data", Print.Of($"{first:0.00}"));
        section.Goals.Add(new Goal("cold start with an existing database", Median.Of(cold), 2.5, " s"));
        section.Goals.Add(new Goal("first start, after the build", first, 15, " s"));
        return section;
    }

    private static async Task<double> UntilServedAsync(Uri address, Func<Task> start)
    {
        var began = Stopwatch.GetTimestamp();
        await start();
        using var http = new HttpClient { BaseAddress = address };
        while (Stopwatch.GetElapsedTime(began).TotalSeconds < SecondsAtMost)
        {
            using var answer = await http.GetAsync(new Uri("/health/ready", UriKind.Relative));
            if (answer.IsSuccessStatusCode)
            {
                return Stopwatch.GetElapsedTime(began).TotalSeconds;
            }

            await Task.Delay(10);
        }

        throw new TimeoutException("it never got ready");
    }

    /// <summary>In order, so that the embedded database ends too.</summary>
    private static async Task EndAsync(ServerProcess server)
    {
        using var signal = Process.Start("kill", ["-TERM", $"{server.ProcessId}"]);
        await signal.WaitForExitAsync();
        await server.EndedAsync();
    }
}
