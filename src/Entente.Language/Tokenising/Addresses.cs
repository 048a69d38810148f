using System.Collections.Frozen;

namespace Entente.Language.Tokenising;

/// <summary>Finds web and mail addresses, host names and file names at the start of a chunk.</summary>
internal static class Addresses
{
    private static readonly FrozenSet<string> TopLevels =
        "com org net gov edu mil int info biz ua ru uk us de fr cn jp kp kr eu io tv co ca au nz tw hk ir il in pk tr pl br".Split(' ')
            .ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    // Top levels that are English words too: "he left.in the end" is no host.
    private static readonly FrozenSet<string> Words = "us in".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Extensions =
        "pdf doc docx xls xlsx ppt pptx rtf txt csv htm html jpg jpeg gif png zip mp3 mp4 exe xml url".Split(' ').ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TopLevelLookup = TopLevels.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> WordLookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> ExtensionLookup = Extensions.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether the letters after a single stop end a host name ("com", "ua").</summary>
    public static bool IsTopLevel(ReadOnlySpan<char> letters) => TopLevelLookup.Contains(letters) && !WordLookup.Contains(letters);

    /// <summary>Length of the address that <paramref name="chunk"/> begins with, 0 when it begins with none.</summary>
    public static int Length(ReadOnlySpan<char> chunk)
    {
        if (chunk.Length < 5) return 0;
        var scheme = chunk.IndexOf("://");
        var web = scheme is > 1 and < 8 && IsLetters(chunk[..scheme]) || chunk.StartsWith("www.", StringComparison.OrdinalIgnoreCase)
            || chunk.StartsWith("mailto:", StringComparison.OrdinalIgnoreCase);
        if (web) return Trimmed(chunk);
        var name = NameLength(chunk);
        if (name == 0) return 0;
        if (name < chunk.Length && chunk[name] == '@') return MailLength(chunk, name);
        name = chunk[..name].TrimEnd(".-_#").Length;
        return IsHost(chunk[..name]) || IsFile(chunk[..name]) ? name : 0;
    }

    // Letters, digits and what may stand among them in names of hosts, files and mailboxes.
    private static int NameLength(ReadOnlySpan<char> chunk)
    {
        var length = 0;
        while (length < chunk.Length && (char.IsLetterOrDigit(chunk[length]) || chunk[length] is '.' or '_' or '-' or '+' or '%' or '#')) length++;
        return length;
    }

    private static int MailLength(ReadOnlySpan<char> chunk, int at)
    {
        var host = chunk[(at + 1)..];
        host = host[..NameLength(host)].TrimEnd(".-_#%+");
        return host.IndexOf('.') > 0 ? at + 1 + host.Length : 0;
    }

    // "irc.example.net", "alt.animals.cat": three parts and more, as prose without blanks seldom has.
    private static bool IsHost(ReadOnlySpan<char> name)
    {
        if (!char.IsAsciiLetter(name.Length > 0 ? name[0] : ' ')) return false;
        int parts = 0, lower = 0, shortest = int.MaxValue, last = 0;
        foreach (var range in name.Split('.'))
        {
            var part = name[range];
            if (part.IsEmpty || part.ContainsAny("#%+_")) return false;
            parts++;
            shortest = Math.Min(shortest, part.Length);
            if (!part.ContainsAnyInRange('A', 'Z') && !part.ContainsAnyInRange('0', '9')) lower++;
            last = range.Start.GetOffset(name.Length);
        }

        return parts >= 3 && shortest >= 2 && (lower == parts || TopLevelLookup.Contains(name[last..]));
    }

    private static bool IsFile(ReadOnlySpan<char> name)
    {
        var stop = name.LastIndexOf('.');
        return stop > 0 && stop + 1 < name.Length && char.IsLetterOrDigit(name[0]) && ExtensionLookup.Contains(name[(stop + 1)..]);
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
