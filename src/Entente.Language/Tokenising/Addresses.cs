using System.Collections.Frozen;

namespace Entente.Language.Tokenising;

/// <summary>Finds web and mail addresses at the start of a chunk.</summary>
internal static class Addresses
{
    private static readonly FrozenSet<string> TopLevels =
        "com org net gov edu mil int info biz ua ru uk us de fr cn jp kp kr eu io tv co".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopLevelLookup = TopLevels.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the letters end host names ("com", "ua").</summary>
    public static bool IsTopLevel(ReadOnlySpan<char> letters) => TopLevelLookup.Contains(letters);

    /// <summary>Length of the address that <paramref name="chunk"/> begins with, 0 when it begins with none.</summary>
    public static int Length(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 5) return 0;
        var scheme = chunk.IndexOf("://");
        var web = scheme is > 1 and < 8 && IsLetters(chunk[..scheme]) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || chunk.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (web) return Trimmed(chunk);
        var at = chunk.IndexOf('@');
        if (at < 1) return 0;
        var dot = chunk[at..].IndexOf('.');
        if (dot < 2) return 0;
        foreach (var c in chunk[..at])
            if (!char.IsLetterOrDigit(c) && c is not ('.' or '_' or '-' or '+' or '%'))
                return 0;
        return Trimmed(chunk);
    }

    private static bool IsLetters(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
            if (!char.IsAsciiLetter(c))
                return false;
        return true;
    }

    private static int Trimmed(ReadOnlySpan<char> chunk)
    {
        var end = chunk.IndexOfAny("<>\"\u201C\u201D");
        if (end < 0) end = chunk.Length;
        while (end > 0 && chunk[end - 1] is '.' or ',' or ';' or ':' or '!' or '?' or '\'' or '\u2019' or ']'
               || end > 0 && chunk[end - 1] == ')' && !chunk[..end].Contains('('))
            end--;
        return end;
    }
}
