using Videodolmetschen.Domain.Staffing;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Staffing;

internal static class StaffingSetup
{
    public static void AddStaffing(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<StandbyRules>()
            .BindConfiguration("Standby")
            .Validate(rules => rules.Shortest > TimeSpan.Zero && rules.Longest >= rules.Shortest && rules.Longest <= TimeSpan.FromDays(1), "Standby: Shortest and Longest")
            .Validate(rules => rules.GiveBackBefore >= TimeSpan.Zero && rules.DaysAheadAtMost > 0 && rules.PlacesAtMost is >= 1 and <= 50, "Standby: GiveBackBefore, DaysAheadAtMost or PlacesAtMost")
            .ValidateOnStart();
        builder.Services
            .AddSingleton<CoverageStore>()
            .AddSingleton<Coverages>()
            .AddSingleton<StandbyStore>()
            .AddSingleton<StandbyListStore>()
            .AddSingleton<StandbyDesk>()
            .AddSingleton<OwnStandbyStore>()
            .AddSingleton<ServedStandbyStore>();
    }

    public static void MapStaffing(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapCoverage();
        staff.MapStandby();
        app.MapOwnStandby();
    }
}
