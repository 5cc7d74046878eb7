using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Billing;
using Videodolmetschen.Server.Cluster;
using Videodolmetschen.Server.Customers;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Demo;
using Videodolmetschen.Server.Dispatch;
using Videodolmetschen.Server.Hosting;
using Videodolmetschen.Server.Interpreters;
using Videodolmetschen.Server.Jobs;
using Videodolmetschen.Server.Languages;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Realtime;
using Videodolmetschen.Server.Reporting;
using Videodolmetschen.Server.Requests;
using Videodolmetschen.Server.Retention;
using Videodolmetschen.Server.Rules;
using Videodolmetschen.Server.Scheduling;
using Videodolmetschen.Server.Sessions;
using Videodolmetschen.Server.Sessions.Record;
using Videodolmetschen.Server.Staffing;

namespace Videodolmetschen.Server;

/// <summary>The table of contents: what the server is made of, in the order in which it takes part.</summary>
public static class Program
{
    public static Task<int> Main(string[] args) =>
        AdministratorCommand.IsMeant(args) ? AdministratorCommand.RunAsync(args) : RunAsync(args);

    private static Task<int> RunAsync(string[] args) => StartupException.GuardAsync(async () =>
    {
        await using var app = Build(args);
        app.EnsureAddressIsFree();
        await app.BuildWebFrontEndAsync();
        await app.PrepareDatabaseAsync();
        await app.PrepareJobsAsync();
        await app.SeedDemoAsync();
        await app.StartAsync();
        app.TellAddress();
        await app.WaitForShutdownAsync();
    });

    /// <summary>Puts the server together. Tests call it too, with their own arguments and their own port.</summary>
    public static WebApplication Build(string[] args, Action<WebApplicationBuilder>? adjust = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            ContentRootPath = HomeFolder.Content,
        });
        builder.AddLogging();
        builder.AddHosting();
        builder.AddTelemetry();
        builder.AddTrustedProxies();
        builder.AddProblemDetailsHandling();
        builder.AddAnswerLimit();
        builder.AddDatabase();
        builder.AddAccess();
        builder.AddGuests();
        builder.AddRecords();
        builder.AddCustomers();
        builder.AddInterpreters();
        builder.AddAvailability();
        builder.AddRequests();
        builder.AddReporting();
        builder.AddStaffing();
        builder.AddLanguages();
        builder.AddMail();
        builder.AddDemo();
        builder.AddCluster();
        builder.AddDispatch();
        builder.AddRealtime();
        builder.AddScheduling();
        builder.AddBilling();
        builder.AddRetention();
        builder.AddJobs();
        adjust?.Invoke(builder);

        var app = builder.Build();
        app.UseForwardedHeaders();
        app.UseProblemDetails();
        app.UseRequestTimeouts();
        app.UseSecurityHeaders();
        app.UseWebFrontEnd();
        app.UseAccess();

        app.MapHealth();
        app.MapSignIn();
        app.MapSecondFactor();
        app.MapCustomers();
        app.MapDemo();
        app.MapLanguages();
        app.MapRealtime();
        app.MapSessions();
        app.MapRecords();
        app.MapFeedback();
        app.MapRequests();
        app.MapReasons();
        app.MapConflicts();
        app.MapAllowLists();
        app.MapReporting();
        app.MapStaffing();
        app.MapReach();
        app.MapAvailability();
        app.MapMissedOffers();
        app.MapGuests();
        app.MapMails();
        app.MapRules();
        app.MapAppointments();
        app.MapCancellation();
        app.MapPool();
        app.MapRooms();
        app.MapBilling();
        app.MapRetention();
        app.MapJobs();
        app.MapJobEngine();
        app.MapWebFrontEnd();
        return app;
    }
}
