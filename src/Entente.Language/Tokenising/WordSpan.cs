namespace Entente.Language.Tokenising;

/// <summary>A word found in a text: <c>text[Start..End]</c>.</summary>
internal readonly record struct WordSpan(int Start, int End)
{
    /// <summary>Number of UTF-16 code units.</summary>
    public int Length => End - Start;
}
