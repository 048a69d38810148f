using System.Collections.Immutable;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Actors;

/// <summary>Whose words a report, statement or other paper holds: "the ministry published its white paper. … <b>The document</b> calls Chad a threat".</summary>
internal sealed class Papers(SentenceView view, DocumentMemory memory, Func<int, ImmutableArray<ActorReference>> at)
{
    /// <summary>So many sentences after it was told of "the document" still means a paper.</summary>
    private const int Reach = 5;

    private const string Paper = "paper";
    private const string Publishing = "publishing";

    /// <summary>Who speaks through a paper that is subject of what it says; nobody when its author is not known.</summary>
    public ImmutableArray<ActorReference> Authors(int noun)
    {
        if (!IsPaper(noun) || view[noun].Deprel != "nsubj" || !IsBare(noun) || memory.LastPaper is not { } paper) return [];
        if (view.Sentence.Number - paper.Sentence is <= 0 or > Reach) return [];
        var range = NounPhrase.Range(view, noun);
        return [.. paper.Authors.Select(a => a with { Text = view.Text(range), Range = range, How = Recognition.Coreference, Confidence = Math.Round(a.Confidence * 0.8, 3) })];
    }

    /// <summary>Remembers who publishes a paper; that of somebody unknown lets the one before be forgotten.</summary>
    public void Keep(int noun)
    {
        if (!IsPaper(noun) || (IsBare(noun) && view.Is(noun, "nsubj"))) return;
        var verb = view[noun].Head;
        if (!view.Is(noun, "obj") || verb < 0 || !view.Knowledge.Classes.Holds(Publishing, view.Lemma(verb)) || view.Child(verb, "nsubj") is not (>= 0 and var subject)) return;
        var authors = at(subject).Where(a => (a.Code is not null || a.Country is not null) && a.Sectors is not ["JRN" or "BUS" or "MNC", ..]).ToImmutableArray();
        memory.LastPaper = authors.IsEmpty ? null : (authors, view.Sentence.Number);
    }

    private bool IsPaper(int noun) => view[noun].Upos is Upos.NOUN or Upos.PROPN && view.NameAt(noun) is null && view.Knowledge.Classes.Holds(Paper, view.Lemma(noun));

    /// <summary>"The document", "the white paper", not "the report of the bank" or "Kenya's report".</summary>
    private bool IsBare(int noun)
    {
        var definite = false;
        foreach (var child in view.Children(noun))
        {
            if (view.Is(child, "nmod") || view.Is(child, "acl")) return false;
            definite |= view.Is(child, "det") && view.Lemma(child) is "the" or "this";
        }

        return definite;
    }
}
