using Microsoft.Extensions.Options;

namespace Videodolmetschen.Server.Mail;

internal static class MailRegistration
{
    public static void AddMail(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IValidateOptions<MailOptions>, MailOptionsCheck>();
        builder.Services.AddOptions<MailOptions>().BindConfiguration(MailOptions.Section).ValidateOnStart();
        builder.Services.AddSingleton<PublicAddress>();
        builder.Services.AddSingleton<MailStore>();
        builder.Services.AddSingleton<SenderStore>();
        builder.Services.AddSingleton<OutboxStore>();
        builder.Services.AddSingleton<MailMeters>();
        builder.Services.AddSingleton<SendMailJob>();
        builder.Services.AddSingleton<AppointmentMails>();
    }
}
