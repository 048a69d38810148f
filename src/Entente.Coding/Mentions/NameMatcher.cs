using Entente.Coding.Knowledge;
using Entente.Language;

namespace Entente.Coding.Mentions;

/// <summary>Finds the listed names of a sentence, the longest at each place, from left to right.</summary>
internal static class NameMatcher
{
    private const int LongestName = 12;

    /// <summary>For each word the name that it is part of, null when none.</summary>
    public static NameMatch?[] Match(SentenceView view)
    {
        var found = new NameMatch?[view.Count];
        for (var first = 0; first < view.Count; first++)
        {
            if (LongestAt(view, first) is not { } match) continue;
            for (var i = match.First; i <= match.Last; i++) found[i] = match;
            first = match.Last;
        }

        NameNarrower.Narrow(view, found);
        return found;
    }

    private static NameMatch? LongestAt(SentenceView view, int first)
    {
        if (view[first].Upos is Upos.PUNCT || !char.IsLetterOrDigit(view[first].Form[0]) && view[first].Form[0] is not ('\'' or '’')) return null;
        var index = view.Knowledge.Names;
        var node = 0;
        NameMatch? longest = null;
        var skipped = false;
        for (var at = first; at < view.Count && at < first + LongestName; at++)
        {
            var next = index.Walk(node, view[at].Form);
            if (next < 0)
            {
                // "Colin <b>L.</b> Powell": an initial inside a person's name counts for nothing.
                if (at == first || skipped || !IsInitial(view[at].Form)) return longest;
                skipped = true;
                continue;
            }

            node = next;

            var names = index.At(node);
            if (names.Count == 0 || view[at].Upos == Upos.PUNCT) continue;
            List<ListedName>? fitting = null;
            foreach (var name in names)
                if ((!skipped || name.Entity.Kind == EntityKind.Leader) && Fits(view, name, first, at)) (fitting ??= new List<ListedName>(names.Count)).Add(name);
            if (fitting is not null) longest = new NameMatch(first, at, fitting);
        }

        return longest;
    }

    private static bool Fits(SentenceView view, ListedName name, int first, int last)
    {
        var token = view[first];
        if (name.Uncertain && !token.Name.EndsWith("PERSON", StringComparison.Ordinal)) return false;
        if (!view.Capitals && (name.Short || name.Entity.Kind == EntityKind.Place) && InsideOrganisation(view, first, last)) return false;
        if (view.Capitals && name.Short) return first < last || (token.Upos == Upos.PROPN && !(first > 0 && view[first - 1].Upos == Upos.DET));
        if (view.Capitals) return token.Upos is Upos.PROPN or Upos.NOUN or Upos.ADJ or Upos.X || first < last;
        if (name.Entity.Kind == EntityKind.Group && IsPartOfOther(view, name, first, last)) return false;
        if (first > 0 && view[first - 1].Form == "<" && (name.Acronym || name.Short)) return false; // a ticker: "Royal Bank of Canada <RT.TO>"
        if (name.Acronym) return IsUpper(view, first, last) && (token.Upos is not (Upos.PRON or Upos.DET) || !AmongCapitals(view, first, last));
        if (!name.Capital) return true;
        if (!char.IsUpper(token.Form[0]) && !char.IsDigit(token.Form[0])) return false;

        // "The Palestinian Islamic group" is not the Islamic Group.
        if (last > first && name.CapitalEnd && char.IsLower(view[last].Form[0])) return false;
        return !InsideAnotherName(view, name, first, last);
    }

    /// <summary>"<b>Miller</b> Tabak", "Chase <b>Manhattan</b>": part of what the sentence shows to be one organisation's name.</summary>
    private static bool InsideOrganisation(SentenceView view, int first, int last) =>
        view[first].Name.EndsWith("ORGANIZATION", StringComparison.Ordinal) && NameSpan.At(view, first) is { } span && (span.First < first || span.Last > last);

    /// <summary>"United-<b>Guardian</b>", "Keikichi <b>Honda</b>", "the chief <b>Economist</b>": a word that is also a listed group's name.</summary>
    private static bool IsPartOfOther(SentenceView view, ListedName name, int first, int last)
    {
        if (name.Entity.Name.StartsWith("The ", StringComparison.Ordinal) && view[first].Upos != Upos.DET
            && !(first > 0 && (view[first - 1].Form is "the" or "The" or "THE" || view[first - 1].Upos is Upos.PART or Upos.PUNCT or Upos.ADP))) return true;
        if (first < last) return false;
        if (name.Entity.Sectors.Contains("JRN") && (IsUnlistedBeyondHyphen(view, first, -1) || IsUnlistedBeyondHyphen(view, last, 1))) return true;
        if (!view[first].Name.EndsWith("PERSON", StringComparison.Ordinal) || NameSpan.At(view, first) is not { } span) return false;
        return (span.First < first && view[first - 1].Upos == Upos.PROPN && view.Knowledge.Names.Find(view[first - 1].Form).Count == 0)
            || (span.Last > last && view.Knowledge.Genders.ContainsKey(view[first].Form.ToLowerInvariant()));
    }

    private static bool IsUnlistedBeyondHyphen(SentenceView view, int index, int step)
    {
        var other = index + (2 * step);
        return other >= 0 && other < view.Count && IsHyphen(view, index + step) && view[other].Upos == Upos.PROPN && char.IsUpper(view[other].Form[0])
            && view.Knowledge.Names.Find(view[other].Form).Count == 0;
    }

    private static bool IsInitial(string form) => form.Length is 1 or 2 && char.IsUpper(form[0]) && (form.Length == 1 || form[1] == '.');

    private static bool IsUpper(SentenceView view, int first, int last)
    {
        for (var i = first; i <= last; i++)
        {
            foreach (var c in view[i].Form)
                if (char.IsLower(c)) return false;
        }

        return true;
    }

    /// <summary>Whether the words beside are in capitals too, so that capitals prove nothing ("TELL US NOW").</summary>
    private static bool AmongCapitals(SentenceView view, int first, int last) =>
        (first > 0 && view[first - 1].Form.Length > 1 && char.IsLetter(view[first - 1].Form[0]) && IsUpper(view, first - 1, first - 1))
        || (last + 1 < view.Count && view[last + 1].Form.Length > 1 && char.IsLetter(view[last + 1].Form[0]) && IsUpper(view, last + 1, last + 1));

    /// <summary>"Jordan" in "Michael Jordan", "Johnson" in "Alan Johnson": a listed name that is only part of somebody else's.</summary>
    private static bool InsideAnotherName(SentenceView view, ListedName name, int first, int last)
    {
        var kind = name.Entity.Kind;
        var oneWord = kind is EntityKind.State or EntityKind.Capital or EntityKind.Place;
        if (!name.Short && !(oneWord && first == last)) return false;
        if (name.Short && (IsHyphen(view, first - 1) || IsHyphen(view, last + 1))) return true;
        var before = first > 0 && IsNamePart(view, first - 1) && Joined(view, first - 1, first);
        var after = last + 1 < view.Count && IsNamePart(view, last + 1) && Joined(view, last, last + 1) && !view.Knowledge.Times.Has(TimeKind.Weekday, view[last + 1].Form.ToLowerInvariant());
        if (oneWord) return (before || after) && (IsPerson(view, first) || (after && IsPerson(view, last + 1)));
        return before || after;
    }

    /// <summary>"<b>Jean</b>-Bosco".</summary>
    private static bool IsHyphen(SentenceView view, int index) => index >= 0 && index < view.Count && view[index].Form is "-" or "–";

    private static bool IsPerson(SentenceView view, int index) => view[index].Name.EndsWith("PERSON", StringComparison.Ordinal);

    private static bool IsNamePart(SentenceView view, int index) =>
        view[index].Upos == Upos.PROPN && char.IsUpper(view[index].Form[0])
        && view.Knowledge.Roles.Find(view.Lemma(index)) is null && view.Knowledge.Names.Find(view[index].Form).Count == 0;

    private static bool Joined(SentenceView view, int left, int right) =>
        (view[right].Head == left && (view.Is(right, "flat") || view.Is(right, "compound")))
        || (view[left].Head == right && (view.Is(left, "flat") || view.Is(left, "compound")))
        || (view[left].Head == view[right].Head && view.Is(left, "flat") && view.Is(right, "flat"));
}
