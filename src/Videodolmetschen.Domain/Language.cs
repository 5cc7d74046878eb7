namespace Videodolmetschen.Domain;

/// <summary>An individual language by its ISO 639-3 code: three lower-case letters, such as <c>kmr</c>. Never a group such as <c>kur</c>.</summary>
public readonly record struct LanguageCode
{
    /// <exception cref="DomainException"><see cref="ErrorCode.LanguageUnknown"/> when the text is not three letters a to z.</exception>
    public LanguageCode(string value)
    {
        if (value is not { Length: 3 } || !value.All(char.IsAsciiLetterLower))
        {
            throw new DomainException(ErrorCode.LanguageUnknown);
        }

        Value = value;
    }

    public string Value { get; }

    public override string ToString() => Value;
}
