using System.Collections.Immutable;
using Entente.Coding.Clauses;
using Entente.Coding.Knowledge;
using Entente.Coding.Places;
using Entente.Language;

namespace Entente.Coding.Actors;

/// <summary>How a state is named.</summary>
internal enum StateMentionKind
{
    /// <summary>Somebody of it, or it itself, as a party.</summary>
    Party,

    /// <summary>An adjective or a name before a noun: "<b>Russian</b> tanks".</summary>
    Nationality,

    /// <summary>Only where something is.</summary>
    Place,

    /// <summary>Where the story was filed.</summary>
    Dateline,

    /// <summary>In the title.</summary>
    Title,
}

/// <summary>A place of the document that names a state.</summary>
/// <param name="Code">ISO 3166-1 alpha-3.</param>
/// <param name="Sentence">Number of the sentence, from 1; 0 for dateline and title.</param>
/// <param name="Word">Head word in it.</param>
/// <param name="Kind">How.</param>
internal readonly record struct StateMention(string Code, int Sentence, int Word, StateMentionKind Kind);

/// <summary>Which states a document names, and where: whose "the government" is when nobody says.</summary>
internal sealed class DocumentStates
{
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);
    private readonly ILookup<int, StateMention> bySentence;
    private readonly Dictionary<(string Noun, string Code), int> bearers = [];
    private readonly Dictionary<(string Sector, string Code), int> sectors = [];
    private readonly Dictionary<int, int> firsts = [];
    private int parties;
    private int companies;

    public DocumentStates(DocumentReading document, KnowledgeBase knowledge)
    {
        var found = new List<StateMention>();
        var article = document.Document.Article;
        if (PlaceReader.OfDateline(article, knowledge)?.Country is { } filed) found.Add(new(filed, 0, 0, StateMentionKind.Dateline));
        if (article.Title is { Length: > 0 and < 300 } title) found.AddRange(OfTitle(title, knowledge));
        foreach (var reading in document.Sentences) found.AddRange(Of(reading, knowledge));
        All = [.. found];
        foreach (var mention in All) counts[mention.Code] = counts.GetValueOrDefault(mention.Code) + 1;
        bySentence = All.ToLookup(m => m.Sentence);
        Ranked = [.. counts.OrderByDescending(c => c.Value).ThenBy(c => All.First(m => m.Code == c.Key).Sentence).ThenBy(c => c.Key, StringComparer.Ordinal).Select(c => c.Key)];
    }

    /// <summary>All mentions in text order.</summary>
    public ImmutableArray<StateMention> All { get; }

    /// <summary>The states, the one named most first.</summary>
    public ImmutableArray<string> Ranked { get; }

    /// <summary>Share of companies among the parties that the document names, 0 to 1; 0 where it names none.</summary>
    public double Business => parties == 0 ? 0 : (double)companies / parties;

    /// <summary>How often a state is named.</summary>
    public int Count(string code) => counts.GetValueOrDefault(code);

    /// <summary>The mentions of one sentence.</summary>
    public IEnumerable<StateMention> In(int sentence) => bySentence[sentence];

    /// <summary>How often the document gives this state to somebody of this noun: "<b>Turkish troops</b>" before "the troops".</summary>
    public int Bearing(string noun, string code) => bearers.GetValueOrDefault((noun, code));

    /// <summary>How often the document gives this state to somebody of this sector.</summary>
    public int BearingSector(string sector, string code) => sectors.GetValueOrDefault((sector, code));

    /// <summary>The sentence that first mentions a chain, 0 when none does.</summary>
    public int First(int chain) => firsts.GetValueOrDefault(chain);

    private IEnumerable<StateMention> Of(SentenceReading reading, KnowledgeBase knowledge)
    {
        var view = reading.View;
        var number = view.Sentence.Number;
        for (var i = view.Begin; i < view.Count; i++)
        {
            if (view[i].Upos is Upos.PUNCT or Upos.PRON) continue;
            var kind = StateMentionKind.Party;
            var actors = view.IsNominal(i) ? reading.Actors.At(i) : [];
            foreach (var actor in actors)
            {
                parties++;
                if (actor.Sectors.Contains("BUS") || actor.Sectors.Contains("MNC")) companies++;
                if (actor.Chain > 0) firsts.TryAdd(actor.Chain, number);
                if (actor.Country is not { } bearing || actor.Sectors.IsEmpty) continue;
                bearers[(view.Lemma(i), bearing)] = Bearing(view.Lemma(i), bearing) + 1;
                sectors[(actor.Sectors[0], bearing)] = BearingSector(actor.Sectors[0], bearing) + 1;
            }

            if (actors.IsEmpty)
            {
                actors = reading.Actors.Nationality(i);
                kind = StateMentionKind.Nationality;
            }

            if (actors.IsEmpty && view.NameAt(i) is { } name && name.Last == i && reading.Actors.Country(i) is { } place)
            {
                actors = [place];
                kind = StateMentionKind.Place;
            }

            foreach (var code in actors.Where(a => a.How is Recognition.Listed or Recognition.Nationality or Recognition.Title).Select(a => a.Country).OfType<string>().Distinct())
                if (knowledge.States.ContainsKey(code)) yield return new(code, number, i, kind);
        }
    }

    private static IEnumerable<StateMention> OfTitle(string title, KnowledgeBase knowledge)
    {
        var words = title.Split([' ', ',', ':', ';', '(', ')', '"'], StringSplitOptions.RemoveEmptyEntries);
        for (var i = 0; i < words.Length; i++)
        {
            for (var length = Math.Min(3, words.Length - i); length > 0; length--)
            {
                var name = string.Join(' ', words[i..(i + length)]);
                if (name.EndsWith("'s", StringComparison.OrdinalIgnoreCase)) name = name[..^2];
                var entity = knowledge.Names.Find(name).Select(n => n.Entity).FirstOrDefault(e => e.Kind is EntityKind.State or EntityKind.Adjective or EntityKind.Demonym or EntityKind.Capital or EntityKind.Leader);
                if (entity?.Country is not { } code || !knowledge.States.ContainsKey(code)) continue;
                yield return new(code, 0, i, StateMentionKind.Title);
                i += length - 1;
                break;
            }
        }
    }
}
