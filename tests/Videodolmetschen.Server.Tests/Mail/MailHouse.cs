using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Videodolmetschen.Domain;
using Videodolmetschen.Server.Access;
using Videodolmetschen.Server.Database;
using Videodolmetschen.Server.Mail;
using Videodolmetschen.Server.Tests.Fixtures;

namespace Videodolmetschen.Server.Tests.Mail;

/// <summary>The real server with manual time, which sends when a test says so.</summary>
internal sealed class MailHouse : IAsyncDisposable
{
    private readonly RecordedLog _log = new();
    private int _people;

    private MailHouse(ManualTime time) => Time = time;

    public ManualTime Time { get; }

    public RealServer Server { get; private set; } = null!;

    public DateTimeOffset Now => Time.GetUtcNow();

    /// <summary>Every line that was logged, from level Debug on.</summary>
    public string Log => string.Join('\n', _log.Lines);

    public AppointmentMails Appointments => Server.Services.GetRequiredService<AppointmentMails>();

    public static async Task<MailHouse> OpenAsync(RealPostgres postgres, int port, params string[] settings) =>
        await OpenAsync(await postgres.CreateDatabaseAsync(), new ManualTime(), port, settings);

    /// <summary>A second one on the same tables.</summary>
    public Task<MailHouse> AnotherAsync(int port, params string[] settings) => OpenAsync(Server.ConnectionString, Time, port, settings);

    public async Task<MailPerson> PersonAsync(string localPart, string name = "Anna Anforderin")
    {
        var email = $"{localPart}@behoerde.example.de";
        var tenant = await Server.AddTenantAsync($"Klinikum {++_people}");
        await Server.AddAccountAsync(new NewAccount(email, name, Roles.Requester) { Customer = tenant.Customer, Unit = tenant.Unit });
        var id = await Server.QueryAsync<Guid>("SELECT id FROM users WHERE email = @email", new { email });
        return new MailPerson(new UserId(id), name, email);
    }

    public async Task<bool> AddAsync(OutgoingMail mail)
    {
        await using var staff = await Server.Services.GetRequiredService<TenantScope>().OpenForStaffAsync(CancellationToken.None);
        var isNew = await Server.Services.GetRequiredService<MailStore>().AddAsync(staff.Transaction, mail, CancellationToken.None);
        await staff.CommitAsync(CancellationToken.None);
        return isNew;
    }

    /// <summary>A plain mail at once, and its cause.</summary>
    public async Task<string> WriteAsync(string address, string subject = "Ihr Termin", DateTimeOffset? expires = null)
    {
        var cause = $"test:{Guid.NewGuid()}";
        await AddAsync(new OutgoingMail(cause, MailKind.AppointmentConfirmed, MailRecipient.Of(address), new MailText(subject, "Guten Tag,", ["es geht los."])) { ExpiresAt = expires });
        return cause;
    }

    public Task<int> SendAsync() => Server.Services.GetRequiredService<SendMailJob>().RunAsync(CancellationToken.None);

    /// <summary>State, attempts and the last error: <c>waiting 1 smtp_451</c>.</summary>
    public Task<string> StateAsync(string cause) =>
        Server.QueryAsync<string>("SELECT concat_ws(' ', state, attempts, last_error) FROM mails WHERE cause = @cause", new { cause });

    public ValueTask DisposeAsync() => Server.DisposeAsync();

    private static async Task<MailHouse> OpenAsync(string connectionString, ManualTime time, int port, string[] settings)
    {
        var house = new MailHouse(time);
        house.Server = await RealServer.StartAsync(
            connectionString,
            house.Adjust,
            ["Mail:Host=127.0.0.1", $"Mail:Port={port}", "Mail:Security=none", "Mail:FromAddress=termine@dolmetschen.example.de", "Mail:PublicAddress=https://dolmetschen.example.de", .. settings]);
        return house;
    }

    private void Adjust(WebApplicationBuilder builder)
    {
        builder.Logging.AddProvider(_log).SetMinimumLevel(LogLevel.Debug);
        builder.Services.AddSingleton<TimeProvider>(Time).AddSingleton(new DatabaseClock(_ => Task.FromResult(Time.GetUtcNow())));
    }

    private sealed class RecordedLog : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = new();

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Enqueue(formatter(state, exception) + exception);

        public void Dispose()
        {
        }
    }
}
