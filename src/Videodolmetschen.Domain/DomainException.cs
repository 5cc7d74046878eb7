namespace Videodolmetschen.Domain;

/// <summary>A broken rule. A lost race is not one: that is an ordinary reply.</summary>
public sealed class DomainException(ErrorCode code) : Exception(code.ToString())
{
    public ErrorCode Code { get; } = code;
}
