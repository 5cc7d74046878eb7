using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;

namespace Videodolmetschen.Server.Customers;

internal static class CustomerEndpoints
{
    public static void AddCustomers(this WebApplicationBuilder builder) => builder.Services.AddSingleton<CustomerStore>();

    public static void MapCustomers(this IEndpointRouteBuilder app)
    {
        var requesters = app.MapGroup("/api").RequireAuthorization(Policies.Requester);
        requesters.MapGet("/my-unit", (HttpContext context, CustomerStore store) =>
            FindAsync(context, context.User.SignedIn().RequireUnit(), store));
        // Coordinators book for a unit of any customer.
        app.MapGet("/api/units", async (HttpContext context, CustomerStore store) =>
        {
            var who = context.User.SignedIn();
            return Results.Ok(await store.ReadUnitsAsync(who.IsCoordinator ? null : who.RequireCustomer(), context.RequestAborted));
        }).RequireAuthorization(policy => policy.RequireRole(Roles.Requester, Roles.Coordinator, Roles.Administrator));
        requesters.MapGet("/units/{id:guid}", (HttpContext context, Guid id, CustomerStore store) =>
            FindAsync(context, new UnitId(id), store));
    }

    private static async Task<IResult> FindAsync(HttpContext context, UnitId unit, CustomerStore store) =>
        await store.ReadUnitAsync(context.User.SignedIn().RequireCustomer(), unit, context.RequestAborted) is { } found
            ? Results.Ok(found)
            : throw new DomainException(ErrorCode.NotFound);
}
