using Entente.Coding.Knowledge;

namespace Entente.Coding.Mentions;

/// <summary>Tells that a listed group or organisation is not the one that a document means by the same name.</summary>
internal static class HomonymousGroup
{
    /// <summary>So many words before a short name may tell whose it is.</summary>
    private const int Reach = 3;

    private const int LongestDefinition = 10;

    /// <summary>So many characters before and behind a name are searched, so that a long document costs no more than its length.</summary>
    public const int Surroundings = 20_000;

    /// <summary>"the Iraqi news agency <b>INA</b>", "the Melbourne <b>Sun newspaper</b>": the words before name another country than that of the listed one.</summary>
    public static bool IsForeign(SentenceView view, NameMatch?[] names, NameMatch match, ListedName name)
    {
        if (name.Entity is not { Kind: EntityKind.Group, Country: { } home }) return false;
        var reach = name.Acronym ? Reach : 1;
        for (var i = match.First - 1; i >= 0 && i >= match.First - reach; i--)
        {
            if (view[i].Upos is not (Language.Upos.ADJ or Language.Upos.NOUN or Language.Upos.PROPN)) return false;
            if (names[i] is not { } before) continue;
            var places = before.Names.Where(n => n.Entity.Kind is EntityKind.Adjective || (i == match.First - 1 && name.Entity.Sectors.Contains("JRN") && n.Entity.Kind is EntityKind.State or EntityKind.Place or EntityKind.Capital)).ToList();
            return places.Count > 0 && places.TrueForAll(n => n.Entity.Country is { } country && country != home && n.Entity.Code != home);
        }

        return false;
    }

    /// <summary>
    /// "Banque Nationale de Paris (<b>BNP</b>)": the document says what the letters stand for, and it is not the listed one. How the listed one
    /// is spelt out must be known, and more than the spelling of a word must differ (organisation, organization).
    /// </summary>
    /// <returns>Whom the letters name here: others who are listed, nobody listed, or null where the document does not say otherwise.</returns>
    public static IReadOnlyList<ListedName>? DefinedOtherwise(SentenceView view, NameMatch match, ListedName name)
    {
        if (!name.Acronym || name.Surface.Length < 3) return null;
        if (Definition(Around(view, match), name.Surface) is not { } definition) return null;
        if (view.Knowledge.Names.Find(string.Join(' ', definition)) is { Count: > 0 } listed) return listed.Any(l => l.Entity.Code == name.Entity.Code) ? null : listed;
        var spelt = Capitals(name.Entity.Name);
        var words = definition.Where(w => char.IsUpper(w[0])).ToList();
        if (!Initials(spelt).Equals(name.Surface, StringComparison.Ordinal)) return null;
        return words.TrueForAll(w => spelt.Exists(s => Agree(w, s))) ? null : [];
    }

    /// <summary>Whether two words are one, as far as their beginnings tell: "Cooperation", "Co-operation".</summary>
    private static bool Agree(string one, string other)
    {
        var length = Math.Min(Math.Min(one.Length, other.Length), 4);
        return one.AsSpan(0, length).Equals(other.AsSpan(0, length), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The text of the document around a name.</summary>
    public static ReadOnlySpan<char> Around(SentenceView view, NameMatch match)
    {
        var text = view.Document.Article.Text;
        var at = view[match.First].Range.Start;
        var start = Math.Max(0, at - Surroundings);
        return text.AsSpan(start, Math.Min(text.Length, at + Surroundings) - start);
    }

    /// <summary>The words before the first "(ACR)" whose capitals spell it, null when there are none.</summary>
    private static List<string>? Definition(ReadOnlySpan<char> text, string acronym)
    {
        var at = text.IndexOf("(" + acronym + ")", StringComparison.Ordinal);
        if (at <= 0) return null;
        var start = Math.Max(0, at - 200);
        var words = text[start..at].ToString().Split([' ', '\n', '\r', '\t', '-'], StringSplitOptions.RemoveEmptyEntries);
        var left = acronym.Length;
        for (var i = words.Length - 1; i >= 0 && i >= words.Length - LongestDefinition; i--)
        {
            if (!char.IsLetter(words[i][0])) return null;
            if (!char.IsUpper(words[i][0])) continue;
            if (words[i][0] != acronym[left - 1]) return null;
            if (--left == 0) return [.. words[i..]];
        }

        return null;
    }

    private static List<string> Capitals(string name) => [.. name.Split(' ', '-').Where(w => w.Length > 0 && char.IsUpper(w[0]))];

    private static string Initials(List<string> words) => string.Concat(words.Select(w => w[0]));
}
