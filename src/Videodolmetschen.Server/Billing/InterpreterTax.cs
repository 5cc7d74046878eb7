using Npgsql;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Billing;

/// <param name="ByInterpreter">Declared by the interpreter, not recorded by staff.</param>
internal sealed record VatView(DateOnly ValidFrom, string Treatment, DateTimeOffset RecordedAt, bool ByInterpreter);

/// <inheritdoc cref="VatView"/>
internal sealed record AgreementView(bool Agreed, DateOnly Since, DateTimeOffset RecordedAt, bool ByInterpreter);

/// <summary>The limits of § 19 UStG by our own documents.</summary>
/// <param name="Concerns">The interpreter is a small business today.</param>
internal sealed record LimitsView(int Year, decimal Previous, decimal Current, decimal PreviousLimit, decimal CurrentLimit, string Verdict, bool Concerns);

/// <param name="AgreedSince">Null where we may not write the Gutschrift.</param>
internal sealed record InterpreterTaxView(IReadOnlyList<VatView> Statuses, DateOnly? AgreedSince, IReadOnlyList<AgreementView> Agreements, LimitsView Limits);

/// <summary>How an interpreter is taxed, as that one and staff see it.</summary>
internal static class InterpreterTax
{
    public static async Task<InterpreterTaxView> ReadAsync(NpgsqlTransaction transaction, Guid interpreter, DateOnly today, CancellationToken cancellationToken)
    {
        var statuses = await PartyStore.ReadVatAsync(transaction, interpreter, cancellationToken);
        var turnover = await TurnoverStore.ReadAsync(transaction, interpreter, today.Year, cancellationToken);
        return new InterpreterTaxView(
            [.. statuses.Select(status => new VatView(status.ValidFrom, SnakeCase.Of(status.Treatment), status.RecordedAt, status.ByInterpreter))],
            await PartyStore.FindAgreementAsync(transaction, interpreter, cancellationToken),
            await PartyStore.ReadAgreementsAsync(transaction, interpreter, cancellationToken),
            new LimitsView(
                turnover.Year, turnover.Previous, turnover.Current, SmallBusinessLimit.PreviousYear, SmallBusinessLimit.CurrentYear, SnakeCase.Of(SmallBusinessLimit.Judge(turnover)),
                statuses.FirstOrDefault(status => status.ValidFrom <= today)?.Treatment == VatTreatment.SmallBusiness));
    }
}
