using Entente.Coding.Knowledge;

namespace Entente.Coding.Mentions;

/// <summary>
/// Drops readings of names that their surroundings rule out: "Lebanon, Ohio" is no state, "Atlanta, Georgia" lies in America, "a Georgia
/// court" is no court of the state in the Caucasus, "BNP" is no party where the text says that it stands for a bank.
/// </summary>
internal static class NameNarrower
{
    /// <summary>Narrows the names of a sentence in place.</summary>
    public static void Narrow(SentenceView view, NameMatch?[] names)
    {
        for (var i = 0; i < names.Length; i++)
        {
            if (names[i] is not { } match || match.First != i) continue;
            if (Namesakes.Subsidiary(view, names, match) is { } subsidiary)
            {
                Put(names, subsidiary, subsidiary);
                continue;
            }

            if (Meant(view, names, match) is { } meant)
            {
                match = match with { Names = meant };
                Put(names, match, meant.Count > 0 ? match : null);
                if (meant.Count == 0) continue;
            }

            if ((Before(view, names, match) ?? Behind(view, names, match) ?? Homonym(view, match)) is { } narrowed) Put(names, match, narrowed);
        }
    }

    private static void Put(NameMatch?[] names, NameMatch words, NameMatch? match) => names.AsSpan(words.First, words.Last - words.First + 1).Fill(match);

    /// <summary>Whom a name can mean in its document; null where nothing speaks against those listed.</summary>
    private static List<ListedName>? Meant(SentenceView view, NameMatch?[] names, NameMatch match)
    {
        List<ListedName>? meant = null;
        for (var i = 0; i < match.Names.Count; i++)
        {
            var name = match.Names[i];
            var other = Namesakes.Instead(view, names, match, name);
            if (other is null)
            {
                meant?.Add(name);
                continue;
            }

            meant ??= [.. match.Names.Take(i)];
            meant.AddRange(other.Where(o => !meant.Contains(o)));
        }

        return meant;
    }

    /// <summary>"<b>Lebanon</b>, Ohio": a province behind the comma tells where the place before it lies.</summary>
    private static NameMatch? Before(SentenceView view, NameMatch?[] names, NameMatch match)
    {
        if (match.Last + 2 >= names.Length || view[match.Last + 1].Form != "," || names[match.Last + 2] is not { } next || next.Has(EntityKind.State)) return null;
        if (!match.Has(EntityKind.State) && !match.Has(EntityKind.Capital)) return null;
        var province = next.Names.Select(n => n.Entity).FirstOrDefault(e => e is { Kind: EntityKind.Place, PlaceKind: "province", Country: not null });
        if (province is null || match.Names.Any(n => n.Entity.Kind is EntityKind.Capital && n.Entity.Country == province.Country)) return null;
        return Placed(view, match, province.Country!);
    }

    /// <summary>"Atlanta, <b>Georgia</b>": of two readings the one in the country of the place before.</summary>
    private static NameMatch? Behind(SentenceView view, NameMatch?[] names, NameMatch match)
    {
        if (match.First < 2 || view[match.First - 1].Form != "," || names[match.First - 2] is not { } before || !match.Has(EntityKind.State)) return null;
        var place = before.Names.Select(n => n.Entity).FirstOrDefault(e => e is { Kind: EntityKind.Place, Country: not null });
        if (place is null || before.Has(EntityKind.State) || !match.Names.Any(n => n.Entity.Kind == EntityKind.Place && n.Entity.Country == place.Country)) return null;
        return Placed(view, match, place.Country!);
    }

    private static NameMatch? Homonym(SentenceView view, NameMatch match)
    {
        if (!(match.Has(EntityKind.State) || match.Has(EntityKind.Capital) || match.Has(EntityKind.Place)) || view.Knowledge.Homonyms.Find(match.Names[0].Surface) is not { } homonym) return null;
        var head = view[match.Last].Head;
        var modifies = homonym.Modifier && head > match.Last && view.Is(match.Last, "compound") && view.Knowledge.Roles.Find(view.Lemma(head)) is not null;
        return modifies || homonym.IsNear(Namesakes.Around(view, match)) ? Placed(view, match, homonym.Country) : null;
    }

    /// <summary>The name as one of a place in a country: the listed one, else one of which only the country is known.</summary>
    private static NameMatch Placed(SentenceView view, NameMatch match, string country)
    {
        var listed = match.Names.Where(n => n.Entity.Kind == EntityKind.Place && n.Entity.Country == country).ToList();
        if (listed.Count > 0) return match with { Names = listed };
        var text = view.Text(view.Range(match.First, match.Last));
        return match with { Names = [new ListedName(new Entity { Kind = EntityKind.Place, Name = text, Country = country, PlaceKind = "city" }, text, Short: false)] };
    }
}
