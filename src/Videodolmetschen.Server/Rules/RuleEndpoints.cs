using Videodolmetschen.Domain.Dispatch;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Rules;

internal static class RuleEndpoints
{
    public static void MapRules(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        staff.MapGet("/dispatch-policy", (HttpContext context, RuleStore<DispatchPolicy> store) => RuleAnswers.ReadAsync(context, store)).Produces<RulesView>();
        staff.MapPut("/dispatch-policy", (HttpContext context, RulesOrder order, RuleDesk<DispatchPolicy> desk, RuleStore<DispatchPolicy> store) =>
            RuleAnswers.ChangeAsync(context, order, desk, store)).Produces<RulesView>();
        staff.MapGet("/appointment-rules", (HttpContext context, RuleStore<AppointmentRules> store) => RuleAnswers.ReadAsync(context, store)).Produces<RulesView>();
        staff.MapPut("/appointment-rules", (HttpContext context, RulesOrder order, RuleDesk<AppointmentRules> desk, RuleStore<AppointmentRules> store) =>
            RuleAnswers.ChangeAsync(context, order, desk, store)).Produces<RulesView>();
    }
}
