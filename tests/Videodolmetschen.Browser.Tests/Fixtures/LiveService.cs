using Videodolmetschen.Server.Tests.Fixtures;

// Two at a time take a third less time, and on two cores one in a hundred steps then comes too late: a list closes under the pointer, a ring is not seen.
[assembly: CollectionBehavior(DisableTestParallelization = true)]

namespace Videodolmetschen.Browser.Tests.Fixtures;

/// <summary>The service with its demo data, as a process, for the tests of one class.</summary>
public class LiveService(RealPostgres postgres, Chromium chromium, SpareService spare) : IAsyncLifetime
{
    private readonly List<Person> _people = [];

    public ServerProcess Server { get; private set; } = null!;

    public Tables Tables { get; private set; } = null!;

    /// <summary>Configuration on top of the defaults, as <c>Section:Key=value</c>.</summary>
    protected virtual string[] Settings => [];

    public virtual async ValueTask InitializeAsync()
    {
        (Server, Tables) = Settings.Length == 0 ? await spare.TakeAsync(postgres) : await SpareService.StartAsync(postgres, Settings);
    }

    /// <summary>A demo person, signed in, in a browser context of her own.</summary>
    public async Task<Person> SignInAsync(string name)
    {
        var person = await Person.SignInAsync(await chromium.NewContextAsync(Server.Address), Server.Address, name + "@demo.example");
        _people.Add(person);
        return person;
    }

    public Task<Microsoft.Playwright.IBrowserContext> NewContextAsync() => chromium.NewContextAsync(Server.Address);

    /// <summary>Closes all windows: whoever comes next finds nobody connected.</summary>
    public async Task SendEverybodyHomeAsync()
    {
        foreach (var person in _people)
        {
            await person.DisposeAsync();
        }

        _people.Clear();
    }

    public virtual async ValueTask DisposeAsync()
    {
        await SendEverybodyHomeAsync();
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}

/// <summary>A story in the browser: its people go home at its end, with a picture of their last screen.</summary>
public abstract class Story(LiveService service) : IAsyncLifetime
{
    protected LiveService Service => service;

    public ValueTask InitializeAsync() => ValueTask.CompletedTask;

    public async ValueTask DisposeAsync()
    {
        await service.SendEverybodyHomeAsync();
        GC.SuppressFinalize(this);
    }
}
