using Microsoft.Extensions.Options;
using Videodolmetschen.Domain.Scheduling;
using Videodolmetschen.Server.Rules;

namespace Videodolmetschen.Server.Scheduling;

internal static class SchedulingRegistration
{
    public static void AddScheduling(this WebApplicationBuilder builder)
    {
        builder.Services.AddOptions<SchedulingOptions>().BindConfiguration(SchedulingOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<SchedulingOptions>, SchedulingOptionsCheck>();
        builder.Services.AddRules<AppointmentRules, CurrentRules>(provider => CurrentRules.Book(provider.GetRequiredService<IOptions<SchedulingOptions>>().Value.Rules));
        builder.Services.AddSingleton<CurrentRules>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<CurrentRules>());
        builder.Services.AddSingleton<AppointmentStore>();
        builder.Services.AddSingleton<AppointmentSweepStore>();
        builder.Services.AddSingleton<RegionStore>();
        builder.Services.AddSingleton<CancellationStore>();
        builder.Services.AddSingleton<Candidates>();
        builder.Services.AddSingleton<AppointmentLetters>();
        builder.Services.AddSingleton<Pool>();
        builder.Services.AddSingleton<Booking>();
        builder.Services.AddSingleton<AppointmentDesk>();
        builder.Services.AddSingleton<Answers>();
        builder.Services.AddSingleton<BindingNews>();
        builder.Services.AddSingleton<AskNewsStore>();
        builder.Services.AddSingleton<AppointmentNews>();
        builder.Services.AddSingleton<CancellationQuote>();
        builder.Services.AddSingleton<UncoveredStart>();
        builder.Services.AddSingleton<Replacement>();
        builder.Services.AddSingleton<AppointmentRooms>();
        builder.Services.AddSingleton<AppointmentDays>();
        builder.Services.AddSingleton<InterpreterNameStore>();
        builder.Services.AddSingleton<AppointmentViews>();
        builder.Services.AddSingleton<Shown>();
    }
}
