using Videodolmetschen.Domain;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Bookkeeping;
using Videodolmetschen.Domain.Calendar;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Dispatch;

namespace Videodolmetschen.Server.Reporting.Bookkeeping;

/// <summary>The export for bookkeeping, and whose books it is for.</summary>
internal static class BookingEndpoints
{
    /// <param name="Revision">0 where nothing was saved yet: then these are the usual accounts.</param>
    internal sealed record SettingsView(
        int Revision, int? Consultant, int? Client, string Chart, int AccountLength, int YearBegins, long DebtorsFrom, long CreditorsFrom, IReadOnlyList<AccountView> Accounts)
    {
        public static SettingsView Of(KeptSettings kept) => new(
            kept.Revision,
            kept.Settings.Consultant == 0 ? null : kept.Settings.Consultant,
            kept.Settings.Client == 0 ? null : kept.Settings.Client,
            SnakeCase.Of(kept.Settings.Chart),
            kept.Settings.AccountLength,
            kept.Settings.YearBegins,
            kept.Settings.DebtorsFrom,
            kept.Settings.CreditorsFrom,
            [.. kept.Settings.Accounts.Select(account => new AccountView(SnakeCase.Of(account.Side), SnakeCase.Of(account.Treatment), account.Account, account.TaxKey))]);

        public BookingSettings? ToDomain() => SnakeCase.Find<ChartOfAccounts>(Chart) is { } chart && Accounts is { Count: <= 20 } && Accounts.All(account => account is { IsKnown: true })
            ? new BookingSettings
            {
                Consultant = Consultant ?? 0,
                Client = Client ?? 0,
                Chart = chart,
                AccountLength = AccountLength,
                YearBegins = YearBegins,
                DebtorsFrom = DebtorsFrom,
                CreditorsFrom = CreditorsFrom,
                Accounts = [.. Accounts.Select(account => account.ToDomain())],
            }
            : null;
    }

    internal sealed record AccountView(string Side, string Treatment, string Account, string TaxKey)
    {
        public bool IsKnown => SnakeCase.Find<BillingSide>(Side) is not null && SnakeCase.Find<VatTreatment>(Treatment) is { } treatment && treatment.CanBeBilled();

        public LedgerAccount ToDomain() => new(SnakeCase.Parse<BillingSide>(Side), SnakeCase.Parse<VatTreatment>(Treatment), Account?.Trim() ?? "", TaxKey?.Trim() ?? "");
    }

    /// <param name="Usual">The usual accounts of each chart, for whoever changes it.</param>
    internal sealed record SettingsAnswer(SettingsView Settings, IReadOnlyDictionary<string, IReadOnlyList<AccountView>> Usual);

    /// <param name="staff">Coordinators and administrators only.</param>
    public static void MapBookkeeping(this IEndpointRouteBuilder staff)
    {
        staff.MapGet("/reports/booking-settings", ReadAsync).Produces<SettingsAnswer>();
        staff.MapPut("/reports/booking-settings", SaveAsync).Produces<SettingsAnswer>();
        staff.MapGet("/reports/bookings.csv", ExportAsync).Produces(StatusCodes.Status200OK, contentType: "text/csv");
    }

    private static async Task<IResult> ReadAsync(HttpContext context, TenantScope scope)
    {
        context.Response.Headers.CacheControl = "no-store";
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var kept = await BookingStore.FindAsync(staff.Transaction, context.RequestAborted) ?? new KeptSettings(new BookingSettings(), 0);
        var usual = Enum.GetValues<ChartOfAccounts>().ToDictionary(
            SnakeCase.Of, chart => SettingsView.Of(new KeptSettings(new BookingSettings { Accounts = BookingSettings.Usual(chart) }, 0)).Accounts, StringComparer.Ordinal);
        return Results.Ok(new SettingsAnswer(SettingsView.Of(kept), usual));
    }

    private static async Task<IResult> SaveAsync(HttpContext context, SettingsView given, TenantScope scope, AuditStore audit, SteadyClock clock)
    {
        if (given.ToDomain() is not { } settings || settings.Breaches().Count > 0)
        {
            await Refusal.WriteAsync(context, ErrorCode.BookingSettingsInvalid, new() { ["fields"] = given.ToDomain()?.Breaches().Select(Wire).ToList() ?? ["accounts"] });
            return Results.Empty;
        }

        var by = context.User.SignedIn().User;
        await using (var staff = await scope.OpenForStaffAsync(context.RequestAborted))
        {
            if (!await BookingStore.SaveAsync(staff.Transaction, settings, given.Revision, by, clock.Now, context.RequestAborted))
            {
                throw new DomainException(ErrorCode.BookingSettingsChangedMeanwhile);
            }

            await audit.AddAsync(staff.Transaction, new AuditEntry(by, "booking_settings.changed", "bookkeeping"), context.RequestAborted);
            await staff.CommitAsync(context.RequestAborted);
        }

        return await ReadAsync(context, scope);
    }

    /// <summary><c>GET /api/reports/bookings.csv?from=2026-11-01&amp;to=2026-11-30</c>: documents by day of issue. Gives accounts to whoever has none yet.</summary>
    private static async Task<IResult> ExportAsync(HttpContext context, TenantScope scope, SteadyClock clock, DateOnly? from = null, DateOnly? to = null)
    {
        var period = ReportPeriod.Read(from, to, clock);
        await using var staff = await scope.OpenForStaffAsync(context.RequestAborted);
        var kept = await BookingStore.FindAsync(staff.Transaction, context.RequestAborted) ?? throw new DomainException(ErrorCode.BookingSettingsMissing);
        var batch = new BookingBatch(kept.Settings, period.From, period.To, BerlinTime.WallClock(clock.Now), []);
        if (!batch.IsOfOneYear)
        {
            throw new DomainException(ErrorCode.ExportSpansYears);
        }

        await DocumentTaxStore.KeepUpAsync(staff.Transaction, context.RequestAborted);
        await BookingStore.GiveAccountsAsync(staff.Transaction, kept.Settings, period.From, period.To, clock.Now, context.RequestAborted);
        var parts = await DocumentTaxStore.ReadAsync(staff.Transaction, period.From, period.To, context.RequestAborted);
        await staff.CommitAsync(context.RequestAborted);
        batch = batch with { Bookings = [.. parts.Select(part => Booking.Of(part, kept.Settings)).Where(booking => booking.Amount != 0)] };
        context.Response.Headers.CacheControl = "no-store";
        return Results.File(batch.ToBytes(), "text/csv; charset=windows-1252", batch.FileName);
    }

    /// <summary>Names of accounts as they stand on the wire: <c>account:customer:standard</c>.</summary>
    private static string Wire(string field) =>
        field.Split(':') is [var account, var side, var treatment]
            ? $"{account}:{SnakeCase.Of(Enum.Parse<BillingSide>(side))}:{SnakeCase.Of(Enum.Parse<VatTreatment>(treatment))}"
            : field;
}
