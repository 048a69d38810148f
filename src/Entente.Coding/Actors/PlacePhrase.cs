using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Actors;

/// <summary>Tells where the name of a state or capital means the place and not the state or its government.</summary>
internal sealed class PlacePhrase(SentenceView view, LocalDate? day, RolePhrase roles, EntityNaming naming)
{
    /// <summary>Whether a place is expected: behind "in", "near" …, and in "the province of Herat".</summary>
    public bool IsSlot(int head)
    {
        var preposition = view.Case(head);
        if (preposition is "in" or "at" or "near" or "outside" or "around" or "inside" or "across" or "into" or "through" or "over" or "off" or "toward" or "within" or "along") return true;
        var governor = view[head].Head;
        if (governor < 0) return IsDateline(head);

        // "The capital <b>Baghdad</b>".
        if (preposition.Length == 0 && view[head].Deprel is "appos" or "flat" or "compound" or "nmod:desc" && governor < head && IsPlaceNoun(governor)) return true;
        return preposition switch
        {
            "of" or "north of" or "south of" or "east of" or "west of" => IsPlaceNoun(governor) || preposition.Length > 2,
            "to" or "from" => view.Knowledge.Classes.Holds("motion", view.Lemma(governor)),
            _ => IsDateline(head),
        };
    }

    private bool IsPlaceNoun(int word) => view.Knowledge.Descriptions.GetValueOrDefault(view.Lemma(word), []).Contains("place");

    /// <summary>"NEW DELHI: …", where the reader of datelines left it in the sentence.</summary>
    private bool IsDateline(int head)
    {
        if (view.NameAt(head) is not { First: 0 } name || name.Last + 1 >= view.Count) return false;
        return view[name.Last + 1].Form is ":" or "-" or "–" or "—" or "(" or "--" && view[0].Form.Length > 1 && char.IsUpper(view[0].Form[1]);
    }

    /// <summary>"The northern <b>city of Mosul</b>" is the place, not its people.</summary>
    public ActorReference? CityOf(int head)
    {
        if (!view.Knowledge.Descriptions.GetValueOrDefault(view.Lemma(head), []).Contains("place")) return null;
        foreach (var child in view.Children(head))
        {
            if (child < head || !view.Is(child, "nmod") || view.Case(child) != "of" || view.NameAt(child) is not { } name) continue;
            if (EntityChoice.Best(name.Names, day, place: true, e => e.Kind is EntityKind.Place or EntityKind.Capital) is { } place)
                return naming.Place(place, NounPhrase.Range(view, head, child));
        }

        return null;
    }

    /// <summary>"A Bangkok meeting" is no meeting of Thailand's government; "Bangkok officials" are its own.</summary>
    public bool IsPlainModifier(int head) => view.Is(head, "compound") && view[head].Head is var noun and >= 0 && noun > head && (view[noun].Upos == Upos.NOUN || view.Knowledge.Times.Has(TimeKind.Weekday, view[noun].Form.ToLowerInvariant())) && roles.Find(noun) is null;
}
