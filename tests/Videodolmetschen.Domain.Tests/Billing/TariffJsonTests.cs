using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Videodolmetschen.Domain.Billing;
using Videodolmetschen.Domain.Scheduling;

namespace Videodolmetschen.Domain.Tests.Billing;

public class TariffJsonTests
{
    /// <summary>All that is needed to store a tariff: enums as words, and for each closed hierarchy the name of the nested type as <c>kind</c>.</summary>
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { NameCases } },
        RespectRequiredConstructorParameters = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public static TheoryData<string> Families => [.. TariffCatalogue.ReadyMade.Select(tariff => $"{tariff.Family} {tariff.ValidFrom:yyyy}")];

    [Theory]
    [MemberData(nameof(Families))]
    public void A_ready_made_tariff_comes_back_as_it_was(string family)
    {
        var tariff = TariffCatalogue.ReadyMade.Single(one => $"{one.Family} {one.ValidFrom:yyyy}" == family);

        ComesBack(tariff);
    }

    [Fact]
    public void So_does_one_that_has_everything()
    {
        var back = ComesBack(TariffCatalogue.PerMinute with
        {
            ValidUntil = Given.Day("2027-12-31"),
            Rows = [new PriceRow(new TariffPrice.PerSlot(30, 35)) { Languages = ["kmr"], Levels = [Domain.Interpreters.QualificationLevel.Sworn], Booking = ServiceBooking.Booked, Modality = Domain.Requests.Modality.Audio }],
            Stacking = SurchargeStacking.Additive,
            HolidaysOf = Domain.Calendar.Land.SN,
            Cancellation = new CancellationPrice.PercentOfSlot(
                new CancellationRule([
                    new CancellationStep.HoursBefore(24, 50), new CancellationStep.PreviousWorkingDay(new TimeOnly(14, 0), 80, true), new CancellationStep.CalendarDaysBefore(2, 100, TimeSpan.FromHours(2)),
                ]),
                10,
                200) { IsDamages = true },
            Standby = new StandbyPrice(12, 30, true),
            Programme = new TariffProgramme("K-1", "Programm"),
        });

        Assert.Equal(BandDays.EveryDay, back.Surcharges[0].Bands[0].Days);
        Assert.Equal(3, Assert.IsType<CancellationPrice.PercentOfSlot>(back.Cancellation).Ladder!.Steps.OfType<CancellationStep>().Select(step => step.GetType()).Distinct().Count());
    }

    private static Tariff ComesBack(Tariff tariff)
    {
        var text = JsonSerializer.Serialize(tariff, Options);
        var back = JsonSerializer.Deserialize<Tariff>(text, Options)!;

        Assert.Equal(text, JsonSerializer.Serialize(back, Options));
        Assert.Equal((tariff.Id, tariff.Price, tariff.Standby, tariff.Slots, tariff.Programme, tariff.HolidaysOf), (back.Id, back.Price, back.Standby, back.Slots, back.Programme, back.HolidaysOf));
        return back;
    }

    private static void NameCases(JsonTypeInfo info)
    {
        if (info.Type.IsAbstract && info.Type.GetNestedTypes() is { Length: > 0 } cases)
        {
            info.PolymorphismOptions = new JsonPolymorphismOptions { TypeDiscriminatorPropertyName = "kind" };
            foreach (var one in cases)
            {
                info.PolymorphismOptions.DerivedTypes.Add(new JsonDerivedType(one, JsonNamingPolicy.SnakeCaseLower.ConvertName(one.Name)));
            }
        }
    }
}
