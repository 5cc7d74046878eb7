using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Npgsql;
using Videodolmetschen.Server.Database;

namespace Videodolmetschen.Server.Access;

internal static class AccessRegistration
{
    private const string StaffPool = "staff";

    public static void AddAccess(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddOptions<AccessOptions>().BindConfiguration(AccessOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<TenantScope>();
        services.AddSingleton<AuditStore>();
        services.AddSingleton<AccountStore>();
        services.AddSingleton<SignInStore>();
        services.AddSingleton<SignInAttemptStore>();
        services.AddSingleton<AttemptLimits>();
        services.AddSingleton<DummyPassword>();
        services.AddSingleton<SecondFactorStore>();
        services.AddSingleton<SecondFactor>();
        services.AddSingleton<LiveConnections>();
        services.AddSingleton<SignIns>();
        services.AddSingleton<SignInCookie>();
        services.AddSingleton<SignInSweep>();
        services.AddHostedService(provider => provider.GetRequiredService<SignInSweep>());
        services.AddScoped<PasswordSignIn>();
        services.AddScoped<AccountCreation>();
        AddAccounts(services);
        AddCookie(services, builder.Environment);
        AddKeys(services);
        AddPolicies(services);
    }

    /// <summary>After the static files, which need nobody, and before every endpoint.</summary>
    public static void UseAccess(this WebApplication app)
    {
        app.UseMiddleware<SameOrigin>();
        app.UseAuthentication();
        app.UseAuthorization();
    }

    private static void AddAccounts(IServiceCollection services)
    {
        services.AddKeyedSingleton(StaffPool, (provider, _) => CreateStaffPool(provider));
        services.AddDbContext<IdentityContext>((provider, context) => context.UseNpgsql(provider.GetRequiredKeyedService<NpgsqlDataSource>(StaffPool)));
        services.AddSingleton<IPasswordHasher<Account>, PasswordHasher<Account>>();
        services.AddOptions<PasswordHasherOptions>()
            .Configure<IOptions<AccessOptions>>((hasher, access) => hasher.IterationCount = access.Value.PasswordIterations);
        services.AddIdentityCore<Account>(identity =>
            {
                identity.User.RequireUniqueEmail = true;
                identity.User.AllowedUserNameCharacters = "";
                // PasswordRules decides; the framework's own rules ask for composition.
                identity.Password = new PasswordOptions
                {
                    RequiredLength = 1, RequireDigit = false, RequireLowercase = false, RequireUppercase = false, RequireNonAlphanumeric = false,
                };
            })
            .AddRoles<IdentityRole<Guid>>()
            .AddEntityFrameworkStores<IdentityContext>()
            .AddErrorDescriber<GermanIdentityErrors>()
            .AddPasswordValidator<PasswordRules>();
    }

    /// <summary>Identity reads accounts before anybody is signed in, so its few connections are born in the staff's scope and serve nothing else.</summary>
    private static NpgsqlDataSource CreateStaffPool(IServiceProvider provider)
    {
        const int connections = 8;
        var application = ApplicationConnection.ForApplication(provider.GetRequiredService<DatabaseAddress>().Application, connections);
        var staff = new NpgsqlConnectionStringBuilder(application);
        staff.Options += " -c app.customer=*";
        return new NpgsqlDataSourceBuilder(staff.ConnectionString).Build();
    }

    private static void AddCookie(IServiceCollection services, IHostEnvironment environment)
    {
        var open = environment.IsDevelopment();
        services.AddAuthentication(SignInCookie.Scheme).AddCookie(cookie =>
        {
            // A __Host- cookie must be Secure, which http://localhost cannot promise in every browser.
            cookie.Cookie.Name = open ? "videodolmetschen" : "__Host-videodolmetschen";
            cookie.Cookie.SecurePolicy = open ? CookieSecurePolicy.SameAsRequest : CookieSecurePolicy.Always;
            cookie.Cookie.SameSite = SameSiteMode.Strict;
            cookie.Cookie.HttpOnly = true;
            cookie.Cookie.Path = "/";
            cookie.Cookie.IsEssential = true;
            cookie.SlidingExpiration = true;
            cookie.EventsType = typeof(SignInCookie);
        });
        services.AddOptions<CookieAuthenticationOptions>(SignInCookie.Scheme)
            .Configure<IOptions<AccessOptions>>((cookie, access) => cookie.ExpireTimeSpan = access.Value.SignInIdle);
    }

    private static void AddKeys(IServiceCollection services)
    {
        services.AddSingleton<DataProtectionKeyStore>();
        services.AddDataProtection().SetApplicationName("Videodolmetschen");
        services.AddOptions<KeyManagementOptions>()
            .Configure<DataProtectionKeyStore>((keys, store) => keys.XmlRepository = store);
    }

    private static void AddPolicies(IServiceCollection services) => services.AddAuthorizationBuilder()
        .AddPolicy(Policies.Requester, policy => policy.RequireRole(Roles.Requester))
        .AddPolicy(Policies.Interpreter, policy => policy.RequireRole(Roles.Interpreter))
        .AddPolicy(Policies.Coordinator, policy => policy.RequireRole(Roles.Coordinator))
        .AddPolicy(Policies.Administrator, policy => policy.RequireRole(Roles.Administrator));
}
