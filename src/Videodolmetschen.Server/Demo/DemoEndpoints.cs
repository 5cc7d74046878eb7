namespace Videodolmetschen.Server.Demo;

internal static class DemoEndpoints
{
    public static void AddDemo(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton(_ => DemoData.Read());
        builder.Services.AddSingleton<DemoStore>();
        builder.Services.AddSingleton<DemoSeed>();
    }

    /// <summary>After the migrations, before anybody is served.</summary>
    public static Task SeedDemoAsync(this WebApplication app, CancellationToken cancellationToken = default) =>
        app.Services.GetRequiredService<DemoSeed>().RunAsync(cancellationToken);

    /// <summary><c>GET /api/demo-accounts</c> exists in Development only: the sign-ins, their password included.</summary>
    public static void MapDemo(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
        {
            return;
        }

        app.MapGet("/api/demo-accounts", (DemoData demo) => demo.People.Select(person => new DemoSignIn(
                person.Email, demo.Password, person.Roles[0], person.DisplayName, person.Title)
            {
                Tile = person.Tile,
            }))
            .AllowAnonymous();
    }

    /// <param name="Email">Also the user name.</param>
    /// <param name="Password">The same for all.</param>
    /// <param name="Role">The role whose workplace opens first.</param>
    /// <param name="DisplayName">Name of an invented person.</param>
    /// <param name="Title">What this person does, in German.</param>
    internal sealed record DemoSignIn(string Email, string Password, string Role, string DisplayName, string Title)
    {
        /// <summary>Offered as a tile on the sign-in page.</summary>
        public required bool Tile { get; init; }
    }
}
