namespace Videodolmetschen.Domain;

/// <summary>On which side somebody acts.</summary>
public enum Side
{
    Requester,
    Interpreter,
    Coordinator,
    Guest,
}

/// <summary>Who acts: a requester or coordinator by user id, an interpreter by interpreter id, a guest by guest id.</summary>
public readonly record struct Party(Side Side, Guid Id)
{
    public static Party Of(UserId requester) => new(Side.Requester, requester.Value);

    public static Party Of(InterpreterId interpreter) => new(Side.Interpreter, interpreter.Value);

    public static Party Of(GuestId guest) => new(Side.Guest, guest.Value);

    public static Party Coordinator(UserId coordinator) => new(Side.Coordinator, coordinator.Value);
}
