using Microsoft.AspNetCore.Mvc;
using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Billing.Receivables;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Hosting;

namespace Videodolmetschen.Server.Billing.Receivables;

/// <summary>Bank statements: imported, looked at, booked by one press (BILLING.md).</summary>
internal static class BankEndpoints
{
    private const int BookedAtOnce = 500;

    /// <param name="IsOurs">Whether the account is the one that stands on our invoices.</param>
    internal sealed record StatementView(StatementRow Statement, bool IsOurs, bool IsNew, int Known);

    internal sealed record PartView(Guid DocumentId, string Number, decimal Amount);

    /// <param name="Certainty">certain, likely or unknown.</param>
    internal sealed record MatchView(string Certainty, Guid? CustomerId, IReadOnlyList<PartView> Parts, decimal Rest);

    internal sealed record BankEntryView(BankEntryRow Entry, MatchView? Match, IReadOnlyList<ReturnablePayment> Returnable);

    internal sealed record BookingOrder(Guid? Id, Guid? CustomerId, IReadOnlyList<PaymentEndpoints.AllocationOrder>? Allocations);

    internal sealed record BookingsOrder(IReadOnlyList<BookingOrder>? Entries);

    internal sealed record RefusedView(Guid Id, string Code);

    /// <param name="Booked">Now.</param>
    /// <param name="Settled">Before, by somebody else or by the same press.</param>
    internal sealed record BookedView(IReadOnlyList<Guid> Booked, IReadOnlyList<Guid> Settled, IReadOnlyList<RefusedView> Refused);

    internal sealed record ReturnOrder(Guid? PaymentId);

    public static void MapBank(this IEndpointRouteBuilder app)
    {
        var staff = app.MapGroup("/api/billing").RequireAuthorization(policy => policy.RequireRole(Roles.Coordinator, Roles.Administrator));
        // More than is read: who sends too much hears why.
        staff.MapPost("/bank-files", ImportAsync).Produces<IReadOnlyList<StatementView>>().WithMetadata(new RequestSizeLimitAttribute(CamtReader.BytesAtMost * 2));
        staff.MapGet("/bank-statements", StatementsAsync).Produces<IReadOnlyList<StatementRow>>();
        staff.MapGet("/bank-entries", ReadAsync).Produces<IReadOnlyList<BankEntryView>>();
        staff.MapPost("/bank-entries/book", BookAsync).Produces<BookedView>();
        staff.MapPost("/bank-entries/{id:guid}/dismiss", DismissAsync).Produces(StatusCodes.Status204NoContent);
        staff.MapPost("/bank-entries/{id:guid}/return", ReturnAsync).Produces(StatusCodes.Status204NoContent);
    }

    private static async Task<IResult> ImportAsync(HttpContext context, BankDesk desk, TenantScope scope)
    {
        var imported = await desk.ImportAsync(context.User.SignedIn().User, await ReadFileAsync(context), context.RequestAborted);
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var ours = Iban.TryParse((await PartyStore.FindAsync(staff.Transaction, "issuer", null, context.RequestAborted))?.Iban, out var iban) ? iban.Value : null;
        return Results.Ok(imported.Select(one => new StatementView(one.Statement, one.Statement.Account == ours, one.IsNew, one.Known)));
    }

    private static async Task<IResult> StatementsAsync(HttpContext context, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        return Results.Ok(await BankStore.ReadStatementsAsync(staff.Transaction, context.RequestAborted));
    }

    /// <summary>What is not settled, with proposals. Nothing is booked by looking.</summary>
    private static async Task<IResult> ReadAsync(HttpContext context, BankDesk desk, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        var proposals = await desk.ProposeAsync(context.RequestAborted);
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var named = proposals.SelectMany(one => one.Match?.Parts ?? []).Select(part => part.Document).Distinct().ToList();
        var numbers = (await ReceivableStore.FindAsync(staff.Transaction, named, context.RequestAborted)).ToDictionary(row => row.Id, row => row.Number);
        return Results.Ok(proposals.Select(one => new BankEntryView(one.Entry, one.Match is { } match ? View(match, numbers) : null, one.Returnable)));
    }

    /// <summary>Each entry by itself: one that cannot be booked stops no other.</summary>
    private static async Task<IResult> BookAsync(HttpContext context, BookingsOrder order, BankDesk desk)
    {
        if (order.Entries is not { Count: > 0 and <= BookedAtOnce } entries)
        {
            throw new DomainException(ErrorCode.ArgumentInvalid);
        }

        var bookings = entries.Select(entry => entry is { Id: { } id, CustomerId: { } customer }
            ? new BankBooking(id, customer, PaymentEndpoints.Parts(entry.Allocations ?? [], decimal.MaxValue))
            : throw new DomainException(ErrorCode.ArgumentInvalid)).ToList();
        var (booked, settled, refused) = (new List<Guid>(), new List<Guid>(), new List<RefusedView>());
        foreach (var booking in bookings)
        {
            try
            {
                await desk.BookAsync(context.User.SignedIn().User, booking, context.RequestAborted);
                booked.Add(booking.Entry);
            }
            catch (DomainException broken) when (broken.Code == ErrorCode.BankEntrySettled)
            {
                settled.Add(booking.Entry);
            }
            catch (DomainException broken)
            {
                refused.Add(new RefusedView(booking.Entry, ProblemDetailsHandling.Wire(broken.Code)));
            }
        }

        return Results.Ok(new BookedView(booked, settled, refused));
    }

    private static async Task<IResult> DismissAsync(HttpContext context, Guid id, BankDesk desk)
    {
        await desk.DismissAsync(context.User.SignedIn().User, id, context.RequestAborted);
        return Results.NoContent();
    }

    private static async Task<IResult> ReturnAsync(HttpContext context, Guid id, ReturnOrder order, BankDesk desk)
    {
        await desk.ReturnAsync(context.User.SignedIn().User, id, order.PaymentId ?? throw new DomainException(ErrorCode.ArgumentInvalid), context.RequestAborted);
        return Results.NoContent();
    }

    private static MatchView View(PaymentMatch match, Dictionary<Guid, string> numbers) =>
        new(SnakeCase.Of(match.Certainty), match.Customer, [.. match.Parts.Select(part => new PartView(part.Document, numbers[part.Document], part.Amount))], match.Rest);

    private static async Task<byte[]> ReadFileAsync(HttpContext context)
    {
        using var memory = new MemoryStream();
        var buffer = new byte[64 * 1024];
        for (int read; (read = await context.Request.Body.ReadAsync(buffer, context.RequestAborted)) > 0;)
        {
            memory.Write(buffer, 0, read);
            if (memory.Length > CamtReader.BytesAtMost)
            {
                throw new DomainException(ErrorCode.BankFileTooLarge);
            }
        }

        return memory.ToArray();
    }
}
