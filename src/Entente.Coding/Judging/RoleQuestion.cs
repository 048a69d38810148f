using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Clauses;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Judging;

/// <summary>Somebody of a sentence who may take part in an act.</summary>
/// <param name="Head">Head word of the phrase.</param>
/// <param name="Parties">Whom it names.</param>
/// <param name="Told">Role that frames and operators tell: <c>A</c>, <c>R</c> or <c>N</c>.</param>
internal sealed record RoleCandidate(int Head, ImmutableArray<ActorReference> Parties, string Told);

/// <summary>Asks which part somebody of the sentence takes in an act: actor, recipient or none.</summary>
/// <param name="reading">The sentence.</param>
internal sealed class RoleQuestion(SentenceReading reading)
{
    /// <summary>The classes.</summary>
    public static readonly ImmutableArray<string> Labels = ["N", "A", "R"];

    private const int LongestPath = 7;
    private const int MostCandidates = 30;

    private readonly SentenceView view = reading.View;
    private ImmutableArray<(int Head, ImmutableArray<ActorReference> Parties)>? mentions;

    /// <summary>Who may take part: all whom the sentence names, and whom frames tell.</summary>
    public ImmutableArray<RoleCandidate> Candidates(Draft draft)
    {
        var found = ImmutableArray.CreateBuilder<RoleCandidate>();
        foreach (var (head, parties) in mentions ??= [.. Mentions().Take(MostCandidates)])
            found.Add(new RoleCandidate(head, parties, Told(draft, parties)));
        foreach (var party in draft.Actor.Concat(draft.Recipient))
        {
            if (party.Range.Length == 0 || found.Any(f => f.Parties.Any(p => p.Range.Overlaps(party.Range)))) continue;
            if (NounPhrase.Head(view, party.Range) is >= 0 and var head) found.Add(new RoleCandidate(head, [party], Told(draft, [party])));
        }

        found.Sort((a, b) => a.Head.CompareTo(b.Head));
        return found.ToImmutable();
    }

    private IEnumerable<(int Head, ImmutableArray<ActorReference> Parties)> Mentions()
    {
        for (var i = view.Begin; i < view.Count; i++)
        {
            if (!view.IsNominal(i) || reading.Actors.At(i) is not { IsEmpty: false } parties)
            {
                // Where it happened may be whom it hit: "missiles at Riyadh"; and "Russian" in "Russian positions".
                if (view.NameAt(i) is not { } place || place.Last != i) continue;
                if (reading.Actors.Country(i) is { } country) yield return (i, [country]);
                else if (reading.Actors.Nationality(i) is { IsEmpty: false } nation) yield return (i, nation);
                continue;
            }

            if (view.NameAt(i) is { } name && name.Last != i && name.First <= i && reading.Actors.At(name.Last) is { IsEmpty: false } whole && whole[0].Range == parties[0].Range) continue;
            yield return (i, parties);
        }
    }

    private static string Told(Draft draft, ImmutableArray<ActorReference> parties)
    {
        if (draft.Actor.Any(a => a.Range.Length > 0 && parties.Any(p => p.Range.Overlaps(a.Range)))) return "A";
        return draft.Recipient.Any(a => a.Range.Length > 0 && parties.Any(p => p.Range.Overlaps(a.Range))) ? "R" : "N";
    }

    /// <summary>The features of one who may take part.</summary>
    public FeatureList Of(Draft draft, RoleCandidate candidate)
    {
        var features = new FeatureList();
        var head = candidate.Head;
        var party = candidate.Parties[0];
        var type = draft.Event;
        var inner = draft.Content is { } content ? type + "/" + content.Event : type;
        var told = candidate.Told;
        var empty = (draft.Actor.All(a => a.Range.Length == 0) ? "a" : "") + (draft.Recipient.IsEmpty ? "r" : "");
        var sort = Sort(party);
        var lemma = view[head].Upos == Upos.PROPN ? "PROPN" : view[head].Upos == Upos.PRON ? view[head].Form.ToLowerInvariant() : view.Lemma(head);
        var predicate = view.Lemma(draft.Predicate);
        var path = Path(draft.Predicate, head);
        var last = draft.Last == draft.Predicate ? path : Path(draft.Last, head);
        var within = draft.Content is { } act ? Path(act.Predicate, head) : "";
        var order = head < draft.First ? "<" : head > draft.Last ? ">" : "=";
        var distance = Math.Abs(head - draft.Predicate) switch { <= 2 => "2", <= 5 => "5", <= 10 => "10", <= 18 => "18", _ => "far" };
        var own = view.Is(head, "obl") || view.Is(head, "nmod") ? view[head].Deprel + ":" + view.Case(head) : view[head].Deprel;
        var governor = view[head].Head is >= 0 and var above ? view[above].Upos == Upos.PROPN ? "PROPN" : view.Lemma(above) : "ROOT";
        var same = Same(party, draft.Actor) ? "a" : Same(party, draft.Recipient) ? "r" : "";
        var inside = Inside(head, draft.Actor) ? "a" : Inside(head, draft.Recipient) ? "r" : "";
        var pos = draft.Pos.ToString();
        var where = told + "," + empty;

        var kind = view.IsNominal(head) && !reading.Actors.At(head).IsEmpty ? "party" : view[head].Upos == Upos.ADJ ? "nation" : "place";
        features.Add("K", kind, where, type);
        features.Add("Kw", kind, own, where);
        features.Add("Ko", kind, own, type);
        features.Add("Kg", kind, governor);
        features.Add("t", told);
        features.Add("te", where);
        features.Add("tet", where, type);
        features.Add("tei", where, inner);
        features.Add("p", path, pos);
        features.Add("pt", path, where);
        features.Add("pe", path, type, where);
        features.Add("pp", path, predicate);
        features.Add("pi", path, inner);
        features.Add("l", last, pos);
        features.Add("lt", last, type, where);
        features.Add("lp", last, view.Lemma(draft.Last));
        features.Add("c", within, inner);
        features.Add("ct", within, inner, where);
        features.Add("s", sort, where);
        features.Add("st", sort, type, where);
        features.Add("sp", sort, path);
        features.Add("h", lemma, where);
        features.Add("ht", lemma, type);
        features.Add("o", order, distance, where);
        features.Add("ot", order, type, where);
        features.Add("w", own, where);
        features.Add("wt", own, type, where);
        features.Add("g", governor, own);
        features.Add("gt", governor, own, type);
        features.Add("gp", governor, own, predicate);
        features.Add("x", same, where);
        features.Add("xt", same, type, where);
        features.Add("i", inside, own, where);
        features.Add("r", draft.Rule, told);
        features.Add("rw", draft.Rule, path);
        features.Add("v", Voice(draft.Predicate), path);
        foreach (var group in view.Knowledge.Classes.Of(predicate)) features.Add("k", group, path);
        foreach (var group in view.Knowledge.Classes.Of(view.Lemma(head))) features.Add("hk", group, where);
        return features;
    }

    private string Voice(int predicate)
    {
        if (view[predicate].Upos != Upos.VERB) return "n";
        return view.ChildExactly(predicate, "aux:pass") >= 0 || view.ChildExactly(predicate, "nsubj:pass") >= 0 ? "p" : view.Child(predicate, "nsubj") >= 0 ? "s" : "-";
    }

    private static string Sort(ActorReference party) =>
        party.Code is null && party.Country is null ? "?" + (party.Sectors.IsEmpty ? "" : party.Sectors[0]) : party.Sectors.IsEmpty ? "STATE" : party.Sectors[0];

    private static bool Same(ActorReference party, ImmutableArray<ActorReference> side) => party.Country is { } country && side.Any(s => s.Country == country && s.Range != party.Range);

    private bool Inside(int head, ImmutableArray<ActorReference> side)
    {
        for (int at = view[head].Head, steps = 0; at >= 0 && steps < 4; at = view[at].Head, steps++)
            if (side.Any(s => s.Range.Length > 0 && s.Range.Overlaps(view[at].Range))) return true;
        return false;
    }

    /// <summary>The way from a predicate to a phrase; those coordinated with one stand where it stands.</summary>
    private string Path(int from, int to)
    {
        var up = new List<int>();
        for (var at = from; at >= 0 && up.Count <= LongestPath; at = view[at].Head) up.Add(at);
        var down = new List<string>();
        for (var at = to; at >= 0 && down.Count <= LongestPath; at = view[at].Head)
        {
            if (up.IndexOf(at) is >= 0 and var rise)
            {
                var rising = up.Take(rise).Select(u => view[u].Deprel == "conj" ? "&" : view[u].Deprel);
                return string.Join('^', rising) + "_" + string.Join('v', Enumerable.Reverse(down));
            }

            if (view.Is(at, "conj")) continue;
            down.Add(view.Is(at, "obl") || view.Is(at, "nmod") ? view[at].Deprel + ":" + view.Case(at) : view[at].Deprel);
        }

        return (to < from ? "<" : ">") + "far" + Math.Min(9, up.Count).ToString(CultureInfo.InvariantCulture);
    }
}
