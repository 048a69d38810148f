using System.Text.RegularExpressions;
using Entente.Language.Conllu;

namespace Entente.Compiler.Training;

/// <summary>
/// Reads the names of persons, organisations and places out of GUM's entity annotation: entities headed by a proper noun, cut to
/// the run of proper nouns and capitalised words around the head. Other entities so headed
/// are names of type OTHER. Of nested names the outer one counts.
/// </summary>
internal static partial class GoldNames
{
    private static readonly Dictionary<string, string> Types =
        new() { ["person"] = "PERSON", ["organization"] = "ORGANIZATION", ["place"] = "PLACE" };

    /// <summary>Name tags of a sentence.</summary>
    public static string[] Tags(ConlluLine[] words)
    {
        var tags = new string[words.Length];
        Array.Fill(tags, "O");
        foreach (var (type, first, last) in Spans(words).OrderByDescending(s => s.Last - s.First).ThenBy(s => s.First))
        {
            if (tags.AsSpan(first, last - first + 1).ContainsAnyExcept("O")) continue;
            for (var i = first; i <= last; i++) tags[i] = (i == first ? "B-" : "I-") + type;
        }

        return tags;
    }

    private static IEnumerable<(string Type, int First, int Last)> Spans(ConlluLine[] words)
    {
        var open = new List<(string[] Fields, int Start)>();
        for (var at = 0; at < words.Length; at++)
        {
            var entity = words[at].Misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal))?[7..] ?? "";
            foreach (var part in Parts().Matches(entity).Select(m => m.Value))
            {
                if (part[0] == '(') open.Add((part[1..].TrimEnd(')').Split('-'), at));
                if (part[^1] != ')') continue;
                var id = part.Trim('(', ')').Split('-')[0];
                var spot = open.FindLastIndex(o => o.Fields[0] == id);
                if (spot < 0) continue;
                var (fields, start) = open[spot];
                open.RemoveAt(spot);
                if (fields.Length > 1 && Name(words, start, at) is var (first, last))
                    yield return (Types.GetValueOrDefault(fields[1], "OTHER"), first, last);
            }
        }
    }

    private static (int First, int Last)? Name(ConlluLine[] words, int start, int end)
    {
        var head = -1;
        for (var i = start; i <= end && head < 0; i++)
        {
            var h = int.Parse(words[i].Head, System.Globalization.CultureInfo.InvariantCulture) - 1;
            if (h < start || h > end) head = i;
        }

        if (head < 0 || words[head].Upos != "PROPN") return null;
        var first = Reach(words, start, end, head, -1);
        var last = Reach(words, start, end, head, 1);
        while (first < last && IsEdge(words[first])) first++;
        while (last > first && IsEdge(words[last])) last--;
        return (first, last);
    }

    private static int Reach(ConlluLine[] words, int start, int end, int at, int step)
    {
        while (true)
        {
            var found = false;
            for (var n = 1; n <= 3 && !found; n++)
            {
                var ahead = at + step * n;
                if (ahead < start || ahead > end) break;
                if (IsProper(words[ahead]))
                {
                    at = ahead;
                    found = true;
                }
                else if (words[ahead].Upos is not ("ADP" or "DET" or "CCONJ" or "PART"))
                {
                    break;
                }
            }

            if (!found) return at;
        }
    }

    private static bool IsProper(ConlluLine word) =>
        word.Upos is "PROPN" or "NUM" || (char.IsUpper(word.Form[0]) && word.Upos is ("ADJ" or "NOUN" or "VERB"));

    private static bool IsEdge(ConlluLine word) => word.Upos is "DET" or "PUNCT" or "PART" or "ADP";

    [GeneratedRegex(@"\([^()]*\)?|[^()]+\)")]
    private static partial Regex Parts();
}
