using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using Entente.Language;
using Entente.Language.Conllu;
using Entente.Sources;

namespace Entente.Compiler.Coreference;

/// <summary>A mention of the gold annotation.</summary>
/// <param name="Chain">Number of its chain in the document.</param>
/// <param name="Kind">Kind of entity: <c>person</c>, <c>organization</c>, <c>place</c>, …</param>
/// <param name="Head">Index of its head word.</param>
/// <param name="First">Index of its first word.</param>
/// <param name="Last">Index of its last word.</param>
/// <param name="Upos">Part of speech of the head.</param>
/// <param name="Definite">Whether it begins with "the", "this", "that", "these" or "those".</param>
internal sealed record GoldMention(string Chain, string Kind, int Head, int First, int Last, string Upos, bool Definite)
{
    /// <summary>Whether a name heads it.</summary>
    public bool IsName => Upos == "PROPN";

    /// <summary>Whether it is a pronoun.</summary>
    public bool IsPronoun => Upos == "PRON";

    /// <summary>Whether it is a definite description: "the minister".</summary>
    public bool IsDescription => Upos == "NOUN" && Definite;
}

/// <summary>A document of a treebank with coreference: our parse of its words, and the gold mentions of each sentence.</summary>
internal sealed partial record CoreferenceText(string Id, Document Document, ImmutableArray<ImmutableArray<GoldMention>> Mentions)
{
    /// <summary>The gold mention that a word heads, null when it heads none.</summary>
    public GoldMention? At(int sentence, int head) => Mentions[sentence - 1].FirstOrDefault(m => m.Head == head);

    /// <summary>Whether a word heads a mention of a chain; that of "Chao and Yang" has the same head as that of "Chao".</summary>
    public bool IsOf(string chain, (int Sentence, int Head) place)
    {
        var mentions = Mentions[place.Sentence - 1];
        if (mentions.Any(m => m.Head == place.Head)) return mentions.Any(m => m.Head == place.Head && m.Chain == chain);

        // The two trees may disagree on the head of "Emperor Norton": then the shortest mention around the word counts.
        return mentions.Where(m => m.First <= place.Head && place.Head <= m.Last).MinBy(m => m.Last - m.First)?.Chain == chain;
    }

    /// <summary>Reads a treebank whose MISC column carries <c>Entity=</c>, as that of GUM does, or authored texts, and parses their words.</summary>
    public static IEnumerable<CoreferenceText> Read(string path, DocumentParser parser) =>
        path.EndsWith(".conllu", StringComparison.OrdinalIgnoreCase) ? ReadTreebank(path, parser) : AuthoredCoreference.Read(path, parser);

    private static IEnumerable<CoreferenceText> ReadTreebank(string path, DocumentParser parser)
    {
        using var file = File.OpenText(path);
        var sentences = new List<ConlluSentence>();
        var id = "";
        foreach (var sentence in ConlluReader.Read(file))
        {
            if (sentence.Comment("newdoc id") is { } next)
            {
                if (sentences.Count > 0) yield return Make(id, sentences, parser);
                sentences.Clear();
                id = next;
            }

            sentences.Add(sentence);
        }

        if (sentences.Count > 0) yield return Make(id, sentences, parser);
    }

    /// <summary>A text of parsed sentences, each on a line of its own.</summary>
    public static CoreferenceText Make(string id, ImmutableArray<ParsedSentence> parsed, ImmutableArray<ImmutableArray<GoldMention>> mentions)
    {
        var start = 0;
        var placed = ImmutableArray.CreateBuilder<ParsedSentence>();
        foreach (var sentence in parsed)
        {
            var at = start;
            var tokens = sentence.Tokens.Select(t => t with { Range = new TextRange(t.Range.Start + at, t.Range.End + at) }).ToImmutableArray();
            var end = tokens[^1].Range.End;
            placed.Add(new ParsedSentence(placed.Count + 1, new TextRange(at, end), tokens));
            start = end + 1;
        }

        var article = new Article { Id = id, Text = string.Join('\n', parsed.Select(s => string.Join(' ', s.Tokens.Select(t => t.Form)))) };
        return new CoreferenceText(id, new Document(article, placed.ToImmutable()), mentions);
    }

    private static CoreferenceText Make(string id, List<ConlluSentence> sentences, DocumentParser parser) =>
        Make(id, parser.ParseSentences([.. sentences.Select(s => s.Words.Select(w => w.Form).ToArray())]), [.. sentences.Select(Gold)]);

    private static ImmutableArray<GoldMention> Gold(ConlluSentence sentence)
    {
        var words = sentence.Words.ToArray();
        var open = new List<(string Chain, string Kind, int First)>();
        var mentions = ImmutableArray.CreateBuilder<GoldMention>();
        for (var i = 0; i < words.Length; i++)
        {
            var entity = words[i].Misc.Split('|').FirstOrDefault(m => m.StartsWith("Entity=", StringComparison.Ordinal));
            if (entity is null) continue;
            foreach (Match match in Brackets().Matches(entity[7..]))
            {
                if (match.Groups["chain"].Success) open.Add((match.Groups["chain"].Value, match.Groups["kind"].Value, i));
                if (!match.Groups["end"].Success) continue;
                var closing = match.Groups["closing"].Success ? match.Groups["closing"].Value : match.Groups["chain"].Value;
                var at = open.FindLastIndex(o => o.Chain == closing);
                if (at < 0) continue;
                mentions.Add(Mention(words, open[at].Chain, open[at].Kind, open[at].First, i));
                open.RemoveAt(at);
            }
        }

        return mentions.ToImmutable();
    }

    private static GoldMention Mention(ConlluLine[] words, string chain, string kind, int first, int last)
    {
        var head = first;
        for (var i = first; i <= last; i++)
        {
            var above = int.Parse(words[i].Head, CultureInfo.InvariantCulture) - 1;
            if (above >= first && above <= last) continue;
            head = i;
            break;
        }

        return new GoldMention(chain, kind, head, first, last, words[head].Upos, words[first].Form.ToLowerInvariant() is "the" or "this" or "that" or "these" or "those");
    }

    [GeneratedRegex(@"\((?<chain>[0-9]+)(?:\[[^\]]*\])?-(?<kind>[a-z]+)[^()]*(?<end>\))?|(?<closing>[0-9]+)(?:\[[^\]]*\])?(?<end>\))", RegexOptions.CultureInvariant)]
    private static partial Regex Brackets();
}
