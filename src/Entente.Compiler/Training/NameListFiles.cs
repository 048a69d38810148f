using Entente.Language.Naming;
using Entente.Language.Tokenising;

namespace Entente.Compiler.Training;

/// <summary>The entries of the name lists, and the lines that are none.</summary>
internal sealed record NameListContent(IReadOnlyList<(string[] Words, ListBits Lists)> Entries, IReadOnlyList<string> Faults);

/// <summary>
/// Reads the lists of <c>language/names</c> (an entry a line, comments behind #) and the name columns of the knowledge tables. An entry
/// with diacritics also stands for its spelling without.
/// </summary>
internal static class NameListFiles
{
    private static readonly (string File, ListBits Lists)[] Files =
    [
        ("given-names.txt", ListBits.Given), ("surnames.txt", ListBits.Surname), ("places.txt", ListBits.Place),
        ("organizations.txt", ListBits.Organization), ("organization-words.txt", ListBits.OrganizationWord),
        ("place-words.txt", ListBits.PlaceWord), ("person-titles.txt", ListBits.Title), ("demonyms.txt", ListBits.Demonym),
        ("not-names.txt", ListBits.Other),
    ];

    private static readonly (string File, string[] Columns, ListBits Lists)[] Tables =
    [
        ("places/places.tsv", ["name", "names"], ListBits.Place),
        ("actors/states.tsv", ["name", "names", "capitals"], ListBits.Place),
        ("actors/states.tsv", ["adjectives", "demonyms"], ListBits.Demonym),
        ("actors/organisations.tsv", ["name", "names"], ListBits.Organization),
        ("actors/groups.tsv", ["name", "names"], ListBits.Organization),
    ];

    /// <summary>Reads all lists of a language folder, and of a knowledge folder if one is given.</summary>
    public static NameListContent Read(string language, string? knowledge)
    {
        var entries = new List<(string[], ListBits)>();
        var faults = new List<string>();
        foreach (var (file, lists) in Files)
        {
            var path = Path.Combine(language, "names", file);
            foreach (var (text, line) in Lines(path, faults))
                Add(entries, faults, text, lists, $"{path}:{line}");
        }

        foreach (var (file, columns, lists) in knowledge is null ? [] : Tables)
            foreach (var (text, line) in Cells(Path.Combine(knowledge!, file), columns))
                Add(entries, [], text, lists, $"{file}:{line}");
        return new NameListContent(entries, faults);
    }

    private static IEnumerable<(string Text, int Line)> Lines(string path, List<string> faults)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var text in File.ReadLines(path))
        {
            number++;
            if (text.Length == 0 || text[0] == '#') continue;
            if (text != text.Trim() || text.Contains("  ", StringComparison.Ordinal)) faults.Add($"{path}:{number}: blanks around or doubled within '{text}'");
            else if (text.Any(char.IsControl)) faults.Add($"{path}:{number}: a control character in '{text}'");
            else if (!seen.Add(text)) faults.Add($"{path}:{number}: '{text}' stands in this file already");
            else yield return (text, number);
        }
    }

    private static void Add(List<(string[] Words, ListBits Lists)> entries, List<string> faults, string text, ListBits lists, string where)
    {
        var words = Words(text);
        if (words.Length > NameLists.LongestPhrase)
        {
            faults.Add($"{where}: '{text}' has {words.Length} words, {NameLists.LongestPhrase} are the most");
            return;
        }

        entries.Add((words, lists));
        var folded = Diacritics.Folded(text);
        if (folded != text) entries.Add((Words(folded), lists));
    }

    private static string[] Words(string text)
    {
        var spans = new List<WordSpan>();
        Tokenizer.Tokenize(text, 0, text.Length, spans);
        return [.. spans.Select(s => text.Substring(s.Start, s.Length))];
    }

    private static IEnumerable<(string Text, int Line)> Cells(string path, string[] columns)
    {
        var wanted = Array.Empty<int>();
        var number = 0;
        foreach (var row in File.ReadLines(path))
        {
            number++;
            if (row.Length == 0 || row[0] == '#') continue;
            var cells = row.Split('\t');
            if (wanted.Length == 0)
            {
                wanted = [.. columns.Select(c => Array.IndexOf(cells, c)).Where(c => c >= 0)];
                continue;
            }

            foreach (var name in wanted.Where(c => c < cells.Length).SelectMany(c => cells[c].Split(';')).Select(n => n.Trim()))
                if (name.Length > 1) yield return (name, number);
        }
    }
}
