using Entente.Coding.Knowledge;

namespace Entente.Coding.Mentions;

/// <summary>Tells that somebody listed is not the one whom a document means by the same name.</summary>
internal static class Namesakes
{
    /// <summary>So many words before a short name may tell whose it is.</summary>
    private const int Reach = 3;

    private const int LongestDefinition = 10;

    /// <summary>So many characters before and behind a name are searched, so that a long document costs no more than its length.</summary>
    private const int Surroundings = 20_000;

    /// <summary>Whom a name means in its document instead of the listed one: others who are listed, nobody listed, or null where nothing speaks against it.</summary>
    public static IReadOnlyList<ListedName>? Instead(SentenceView view, NameMatch?[] names, NameMatch match, ListedName name) => name.Entity.Kind switch
    {
        EntityKind.Group or EntityKind.Organisation => IsForeign(view, names, match, name) ? [] : DefinedOtherwise(view, match, name),
        EntityKind.Leader => IsCompany(view, match, name) ? [] : null,
        _ => null,
    };

    /// <summary>"the Iraqi news agency <b>INA</b>", "the Melbourne <b>Sun newspaper</b>": the words before name another country than that of the listed one.</summary>
    private static bool IsForeign(SentenceView view, NameMatch?[] names, NameMatch match, ListedName name)
    {
        if (name.Entity is not { Kind: EntityKind.Group, Country: { } home }) return false;
        var reach = name.Acronym || name.Entity.IsPartyOrUnion ? Reach : 1;
        for (var i = match.First - 1; i >= 0 && i >= match.First - reach; i--)
        {
            if (view[i].Upos is not (Language.Upos.ADJ or Language.Upos.NOUN or Language.Upos.PROPN or Language.Upos.PART)) return false;
            if (names[i] is not { } before) continue;
            var owner = name.Entity.IsPartyOrUnion && view[i + 1].Upos == Language.Upos.PART;
            var beside = i == match.First - 1 && name.Entity.Sectors.Contains("JRN");
            var places = before.Names.Where(n => n.Entity.Kind is EntityKind.Adjective || (owner && n.Entity.Kind is EntityKind.State) || (beside && n.Entity.Kind is EntityKind.State or EntityKind.Place or EntityKind.Capital)).ToList();
            return places.Count > 0 && places.TrueForAll(n => n.Entity.Country is { } country && country != home && n.Entity.Code != home);
        }

        return false;
    }

    /// <summary>"<b>Merrill Lynch Canada</b>": the company of another state that bears a listed company's name; null where no state stands behind.</summary>
    public static NameMatch? Subsidiary(SentenceView view, NameMatch?[] names, NameMatch match)
    {
        if (match.Last + 1 >= names.Length || names[match.Last + 1] is not { } behind || behind.First != match.Last + 1) return null;
        var company = match.Names.Select(n => n.Entity).FirstOrDefault(e => e is { IsCompany: true, Country: not null });
        var state = behind.Names.Select(n => n.Entity).FirstOrDefault(e => e.Kind == EntityKind.State);
        if (company is null || state is null || state.Code == company.Country) return null;
        var name = company.Name + " " + state.Name;
        var there = new Entity { Kind = EntityKind.Group, Name = name, Code = state.Code, Country = state.Country, Sectors = company.Sectors };
        var last = behind.Last;
        while (last + 1 < names.Length && names[last + 1] is null && view.Knowledge.IsForm(view[last + 1].Form)) last++;
        return new NameMatch(match.First, last, [new ListedName(there, name, Short: false)]);
    }

    /// <summary>"Belo" in a story of the Belo Corp: a surname that the document gives to a company, and nowhere to the listed person.</summary>
    private static bool IsCompany(SentenceView view, NameMatch match, ListedName name)
    {
        if (!name.Short || match.First != match.Last) return false;
        var text = Around(view, match);
        if (text.Contains(name.Entity.Name, StringComparison.Ordinal)) return false;
        for (var at = text.IndexOf(name.Surface, StringComparison.Ordinal); at >= 0;)
        {
            var behind = text[(at + name.Surface.Length)..];
            if (behind.Length > 1 && behind[0] == ' ' && char.IsUpper(behind[1]))
            {
                var word = behind[1..];
                var end = word.IndexOfAny(' ', '\n', ',');
                if (view.Knowledge.IsForm(word[..(end < 0 ? word.Length : end)])) return true;
            }

            var next = behind.IndexOf(name.Surface, StringComparison.Ordinal);
            at = next < 0 ? -1 : at + name.Surface.Length + next;
        }

        return false;
    }

    /// <summary>
    /// "Banque Nationale de Paris (<b>BNP</b>)": the document says what the letters stand for, and it is not the listed one. How the listed one
    /// is spelt out must be known, and more than the spelling of a word must differ (organisation, organization).
    /// </summary>
    private static IReadOnlyList<ListedName>? DefinedOtherwise(SentenceView view, NameMatch match, ListedName name)
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
