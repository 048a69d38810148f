using System.Collections.Immutable;
using System.Globalization;
using Entente.Language;

namespace Entente.Compiler.Coreference;

/// <summary>
/// Reads authored texts with their mentions marked (<c>knowledge/coreference/examples.txt</c>): a sentence a line, words parted by blanks, an
/// empty line between texts, <c>[1 Iran ]</c> around a mention of entity 1, <c>[0 it ]</c> around a pronoun that refers to nothing; lines
/// with <c>#</c> are comments.
/// </summary>
internal static class AuthoredCoreference
{
    /// <summary>The texts of a file, parsed.</summary>
    /// <exception cref="FormatException">A bracket is not closed or has no number; the message names the line.</exception>
    public static IEnumerable<CoreferenceText> Read(string path, DocumentParser parser)
    {
        var sentences = new List<(string[] Words, List<(string Chain, int First, int Last)> Mentions)>();
        int line = 0, count = 0;
        foreach (var text in File.ReadLines(path).Append(""))
        {
            line++;
            if (text.StartsWith('#')) continue;
            if (text.Trim().Length > 0)
            {
                sentences.Add(Sentence(text, $"{path}:{line}"));
                continue;
            }

            if (sentences.Count == 0) continue;
            var parsed = parser.ParseSentences([.. sentences.Select(s => s.Words)]);
            yield return CoreferenceText.Make(
                string.Create(CultureInfo.InvariantCulture, $"authored-{++count}"), parsed, [.. sentences.Select((s, i) => Mentions(s.Mentions, parsed[i]))]);
            sentences.Clear();
        }
    }

    private static (string[] Words, List<(string Chain, int First, int Last)> Mentions) Sentence(string text, string where)
    {
        var words = new List<string>();
        var open = new Stack<(string Chain, int First)>();
        var mentions = new List<(string, int, int)>();
        foreach (var token in text.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (token.Length > 1 && token[0] == '[' && token[1..].All(char.IsAsciiDigit))
            {
                open.Push((token[1..], words.Count));
            }
            else if (token == "]")
            {
                if (open.Count == 0) throw new FormatException($"{where}: a bracket closes that was not opened");
                var (chain, first) = open.Pop();
                mentions.Add((chain, first, words.Count - 1));
            }
            else
            {
                words.Add(token);
            }
        }

        return open.Count == 0 && words.Count > 0 ? ([.. words], mentions) : throw new FormatException($"{where}: a bracket is not closed");
    }

    private static ImmutableArray<GoldMention> Mentions(List<(string Chain, int First, int Last)> mentions, ParsedSentence sentence) =>
    [
        .. mentions.Where(m => m.Chain != "0" && m.Last >= m.First).Select(m =>
        {
            var head = m.First;
            for (var i = m.First; i <= m.Last; i++)
            {
                var above = sentence.Tokens[i].Head;
                if (above >= m.First && above <= m.Last) continue;
                head = i;
                break;
            }

            var definite = sentence.Tokens[m.First].Form.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those";
            return new GoldMention(m.Chain, "entity", head, m.First, m.Last, sentence.Tokens[head].Upos.ToString(), definite);
        }),
    ];
}
