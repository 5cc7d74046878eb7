using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Billing.Documents;
using Videodolmetschen.Domain.Requests;

namespace Videodolmetschen.Server.Billing;

/// <summary>Which of the fixed words a billing line becomes: its own sentence, and what coordinators named surcharges, stay at home.</summary>
internal static class LineWords
{
    public static LineWord Of(BillingLineKind kind, string rule, bool isBooked, Modality? modality) => kind switch
    {
        BillingLineKind.Service when rule == "price.first_block" => LineWord.BasicFee,
        BillingLineKind.Service => (isBooked, modality) switch
        {
            (false, Modality.Audio) => LineWord.AudioOnDemand,
            (false, _) => LineWord.VideoOnDemand,
            (true, Modality.Audio) => LineWord.AudioBooked,
            _ => LineWord.VideoBooked,
        },
        BillingLineKind.Surcharge => rule switch
        {
            "surcharge.night" => LineWord.NightSurcharge,
            "surcharge.weekend" => LineWord.WeekendSurcharge,
            "surcharge.sunday" => LineWord.SundaySurcharge,
            "surcharge.holiday" => LineWord.HolidaySurcharge,
            _ => LineWord.OtherSurcharge,
        },
        BillingLineKind.UnusedTime => LineWord.UnusedTime,
        BillingLineKind.Delay => LineWord.Delay,
        BillingLineKind.NoShow => LineWord.NotCome,
        BillingLineKind.Cancellation => LineWord.LateCancellation,
        BillingLineKind.Correction => LineWord.Correction,
        _ => LineWord.Standby,
    };
}
