using Entente.Coding.Knowledge;
using Entente.Language;

namespace Entente.Coding.Mentions;

/// <summary>
/// The place of writing before the first words of a report, where the reader of datelines left it in the sentence: "BAGHDAD US warplanes
/// fired", "Press Agency - LIMA, Peru (AP) - Rebels overran". It takes no part in what the sentence tells.
/// </summary>
internal static class LeadingPlace
{
    /// <summary>Most words of an agency, a place and a day before the dash.</summary>
    private const int Longest = 12;

    /// <summary>How many words at the beginning of a sentence tell where it was written, 0 where none do.</summary>
    public static int Length(SentenceView view)
    {
        if (view.Capitals || view.Sentence.Number > 2) return 0;
        var dash = -1;
        for (var i = 0; i + 1 < view.Count && i <= Longest; i++)
        {
            if (IsDash(view, i) && IsCapital(view[i + 1].Form) && IsPlaceBefore(view, i)) dash = i;
            else if (!IsDash(view, i) && !IsPart(view, i)) break;
        }

        return dash >= 0 ? dash + 1 : Bare(view);
    }

    /// <summary>"FLORENCE Interior ministers have agreed": a town in capitals before a word with one.</summary>
    private static int Bare(SentenceView view)
    {
        if (view.NameAt(0) is not { First: 0 } name || !IsTown(name) || name.Has(EntityKind.State) || !IsUpper(view, name)) return 0;
        var end = name.Last + 1;
        if (end + 1 < view.Count && view[end].Form == "," && view.NameAt(end + 1) is { } region && (IsTown(region) || region.Has(EntityKind.State))) end = region.Last + 1;
        return end < view.Count && IsCapital(view[end].Form) && view[end].Upos is not (Upos.VERB or Upos.AUX) ? end : 0;
    }

    private static bool IsPlaceBefore(SentenceView view, int dash)
    {
        for (var i = 0; i < dash; i++)
        {
            if (view.NameAt(i) is not { } name || name.First != i || !IsTown(name)) continue;
            if (i == 0 && name.Last == dash - 1 && !name.Has(EntityKind.State)) return true; // "Ouagadougou - …"
            if (IsUpper(view, name)) return true;
        }

        return false;
    }

    private static bool IsTown(NameMatch name) => name.Has(EntityKind.Capital) || name.Has(EntityKind.Place);

    private static bool IsUpper(SentenceView view, NameMatch name)
    {
        var text = view.Text(view.Range(name.First, name.Last));
        return text.Length > 3 && !text.Any(char.IsLower);
    }

    private static bool IsPart(SentenceView view, int i) =>
        view[i].Upos is Upos.PROPN or Upos.NUM or Upos.PUNCT or Upos.X || IsCapital(view[i].Form) && view[i].Upos is Upos.NOUN or Upos.ADJ;

    private static bool IsDash(SentenceView view, int i) =>
        view[i].Form is "-" or "–" or "—" or "--" && i > 0 && view[i - 1].Range.End < view[i].Range.Start && i + 1 < view.Count && view[i].Range.End < view[i + 1].Range.Start;

    private static bool IsCapital(string form) => char.IsUpper(form[0]) || char.IsDigit(form[0]) || form[0] is '"' or '“';
}
