namespace Videodolmetschen.Server.Access;

/// <summary>Roles as they stand in the tables and on the wire. Each has an authorisation policy of the same name in <see cref="Policies"/>.</summary>
public static class Roles
{
    public const string Requester = "requester";
    public const string Interpreter = "interpreter";
    public const string Coordinator = "coordinator";
    public const string Administrator = "administrator";

    /// <summary>Not an account's role: whoever came into a session by a link.</summary>
    public const string Guest = "guest";

    public static IReadOnlyList<string> All { get; } = [Requester, Interpreter, Coordinator, Administrator];
}

/// <summary>Names for <c>RequireAuthorization</c> and <c>[Authorize]</c>.</summary>
public static class Policies
{
    public const string Requester = nameof(Requester);
    public const string Interpreter = nameof(Interpreter);
    public const string Coordinator = nameof(Coordinator);
    public const string Administrator = nameof(Administrator);
    public const string Guest = nameof(Guest);
}
