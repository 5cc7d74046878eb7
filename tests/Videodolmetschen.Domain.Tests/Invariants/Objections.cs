using System.Runtime.CompilerServices;

namespace Videodolmetschen.Domain.Tests.Invariants;

/// <summary>What checkers found, each beginning with the invariant's id. The sentence is only built when it is needed.</summary>
internal sealed class Objections
{
    public List<string> All { get; } = [];

    public void Expect(string invariant, bool holds, [InterpolatedStringHandlerArgument(nameof(holds))] ref Sentence otherwise)
    {
        if (!holds)
        {
            All.Add($"{invariant}: {otherwise.Text}");
        }
    }

    [InterpolatedStringHandler]
    public ref struct Sentence
    {
        private DefaultInterpolatedStringHandler _text;

        public Sentence(int literalLength, int formattedCount, bool holds, out bool isNeeded)
        {
            isNeeded = !holds;
            _text = isNeeded ? new DefaultInterpolatedStringHandler(literalLength, formattedCount) : default;
        }

        public string Text => _text.ToStringAndClear();

        public void AppendLiteral(string value) => _text.AppendLiteral(value);

        public void AppendFormatted<T>(T value) => _text.AppendFormatted(value);

        public void AppendFormatted<T>(T value, string? format) => _text.AppendFormatted(value, format);
    }
}
