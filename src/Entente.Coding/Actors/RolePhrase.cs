using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using Entente.Sources;

namespace Entente.Coding.Actors;

/// <summary>A country or organisation that a role phrase names ("the <b>Russian</b> minister", "the leaders of <b>Japan</b>").</summary>
internal sealed record RoleCountry(
    string? Code, string? Country, string? Name, ImmutableArray<string> Sectors, bool International, TextRange Words, TextRange Phrase, Recognition How, double Confidence)
{
    /// <summary>The words to show: the whole phrase for the first country, a further country's own words where they stand behind the role.</summary>
    public TextRange Range(int place) => place == 0 || Words.Start < Phrase.End && Words.Start >= Phrase.Start ? Phrase : Words;
}

/// <summary>Reads phrases headed by a role noun: the role itself, whom it serves, who holds it.</summary>
internal sealed class RolePhrase(SentenceView view, NodaTime.LocalDate? day)
{
    /// <summary>The role that a word heads, the longest ("prime minister" before "minister"), null when none.</summary>
    public Role? Find(int head)
    {
        if (view[head].Upos is not (Upos.NOUN or Upos.PROPN or Upos.ADJ)) return null;
        if (view.Lemma(head) is "head" or "figure" && !HasOwner(head)) return null;
        if (view.Lemma(head) == "opposition" && IsAttitude(head)) return null;
        var roles = view.Knowledge.Roles;
        var lemma = Singular(view.Lemma(head), roles);
        var first = head;
        Role? longest = roles.Find(lemma) ?? roles.Find(view[head].Form.ToLowerInvariant());
        var words = lemma;
        while (first > 0 && head - first < 3 && view[first - 1].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.VERB or Upos.ADP or Upos.PUNCT)
        {
            first--;
            if (view[first].Form is "-" or "–") continue; // "secretary-general" in three words
            words = (view[first].Upos is Upos.ADJ or Upos.VERB ? view[first].Form.ToLowerInvariant() : view.Lemma(first)) + " " + words;
            longest = roles.Find(words) ?? longest;
        }

        return longest;
    }

    /// <summary>"The head <b>of the police</b>", "<b>opposition</b> figures"; a head or figure alone is nobody.</summary>
    private bool HasOwner(int head)
    {
        foreach (var child in view.Children(head))
            if (view.Is(child, "nmod") && view.Case(child) is "of" or "" || (view.Is(child, "compound") && child < head)) return true;
        return false;
    }

    /// <summary>"His <b>opposition</b> to the tax", "fierce opposition by farmers": what somebody feels, no party.</summary>
    private bool IsAttitude(int head)
    {
        foreach (var child in view.Children(head))
            if (child > head && view.Is(child, "nmod") && view.Case(child) is "to" or "by" or "from" || (view[child].Deprel == "nmod:poss" && view[child].Upos == Upos.PRON)) return true;
        return false;
    }

    /// <summary>"Fellow member <b>Venezuela</b>", "hardliners <b>Britain and West Germany</b>": the states that a noun describes; empty when none stand behind it.</summary>
    public List<int> Apposed(int head)
    {
        if (Person(head) is not (>= 0 and var first) || first != head + 1 || view.NameAt(first) is not { } name || !name.Has(EntityKind.State) || name.Has(EntityKind.Leader)) return [];
        if (!IsPlural(head) && NameHint.Of(view, first) == NameHint.Kind.Person) return [];
        return view.Coordinated(first);
    }

    /// <summary>The role noun behind a plural that the lemmatiser keeps ("troops", "seamen").</summary>
    private static string Singular(string lemma, RoleTable roles)
    {
        if (lemma.Length <= 3 || roles.Find(lemma) is not null) return lemma;
        var singular = lemma[^1] == 's' ? lemma[..^1] : lemma.EndsWith("men", StringComparison.Ordinal) ? lemma[..^2] + "an" : lemma;
        return roles.Find(singular) is null ? lemma : singular;
    }

    /// <summary>Whether the holder has left office ("former president").</summary>
    public bool IsFormer(int head)
    {
        foreach (var child in view.Children(head))
            if (child < head && view.Lemma(child) is "former" or "ex" or "ex-" or "then" or "late" or "retired" or "ousted" or "deposed") return true;
        return false;
    }

    /// <summary>The noun that a quantity counts ("dozens <b>of soldiers</b>"), -1 when none.</summary>
    public int Counted(int head)
    {
        foreach (var child in view.Children(head))
            if (child > head && view.Is(child, "nmod") && view.Case(child) == "of") return child;
        return -1;
    }

    /// <summary>Whether the phrase has "the", "its", "his".</summary>
    public bool IsDefinite(int head)
    {
        foreach (var child in view.Children(head))
            if (child < head && (view.Lemma(child) is "the" or "that" or "this")) return true;
        return false;
    }

    /// <summary>Whether the phrase means the one holder of an office: "the French president", "Russia's foreign minister"; "a French minister" does not.</summary>
    public bool IsTheOne(int head)
    {
        foreach (var child in view.Children(head))
        {
            if (child > head) continue;
            if (view[child].Deprel == "nmod:poss" || view.Lemma(child) == "the") return true;
        }

        return false;
    }

    /// <summary>Whether the word is plural.</summary>
    public bool IsPlural(int head) => view[head].Feats.Contains("Number=Plur", StringComparison.Ordinal);

    /// <summary>The person who holds the role: an apposition or the name behind it; -1 when none is named.</summary>
    public int Person(int head)
    {
        foreach (var child in view.Children(head))
        {
            if (child < head || view[child].Upos != Upos.PROPN || child > head + 4) continue;
            if (view.Is(child, "appos") || view.Is(child, "flat") || view[child].Deprel is "nmod:desc" or "compound" && child > head) return child;
        }

        return -1;
    }

    /// <summary>"Secretary of State <b>George Shultz</b>": the name that a title with <c>of</c> stands before; -1 when none does.</summary>
    public int Bearer(int head)
    {
        if (Find(head) is not { Kind: RoleKind.Person } || IsPlural(head)) return -1;
        foreach (var child in view.Children(head))
        {
            if (child < head || child > head + 4 || !view.Is(child, "nmod") || child + 1 >= view.Count || view[head + 1].Form != "of") continue;
            var name = view.Case(child) == "of" ? child + 1 : child;
            if (view[name].Upos != Upos.PROPN || view[name].Range.Start > view[name - 1].Range.End + 1 || !(view[name].Head == child || view[name].Head == head)) return -1;
            return view.NameAt(name) is { } listed ? listed.Has(EntityKind.Leader) ? name : -1 : NameHint.Of(view, name) == NameHint.Kind.Person ? name : -1;
        }

        return -1;
    }

    /// <summary>The nation or organisation that a word before a noun names ("Russian", "US", "NATO"), null when none.</summary>
    public RoleCountry? Nation(int index)
    {
        if (view.NameAt(index) is not { } match || IsBacker(match)) return null;
        if (EntityChoice.Best(match.Names, day, place: false, e => e.Kind is not (EntityKind.Leader or EntityKind.Place or EntityKind.Nothing)) is not { } entity) return null;

        if (entity.Kind == EntityKind.Capital && IsPlaceOfAct(index)) return null;
        if (entity.Kind == EntityKind.Organisation && match.First == match.Last && IsInCompany(index)) return null;

        // "Western National Life Insurance Co" is not the West's.
        if (entity.IsPeople && NameHint.Of(view, index) == NameHint.Kind.Organisation) return null;
        var words = view.Range(match.First, match.Last);
        return new RoleCountry(
            entity.Code, view.Knowledge.Territories.Country(entity, day), StateName(entity),
            entity.Kind is EntityKind.Institution or EntityKind.Organisation or EntityKind.Group ? entity.Sectors : [],
            entity.Kind == EntityKind.Organisation, words, words, Recognition.Nationality, 0.93);
    }

    /// <summary>"The <b>Paris</b> accord", "<b>London</b> talks": an act is named by the town where it happened, while "Paris officials" serve those who sit there.</summary>
    private bool IsPlaceOfAct(int index)
    {
        var act = view[index].Head;
        return act > index && view.Is(index, "compound") && view[act].Upos is Upos.NOUN or Upos.PROPN && Find(act) is null
            && view.Knowledge.Frames.TypesOf(view.Lemma(act) + ".n").Count > 0;
    }

    /// <summary>"<b>Commonwealth</b> Bank", "<b>Alliance</b> Corp": a word of a company's name.</summary>
    private bool IsInCompany(int index) =>
        view[index].Head is var name && name > index && view[name].Upos == Upos.PROPN && view[index].Form.Any(char.IsLower)
        && (view.Knowledge.Roles.Find(view.Lemma(name))?.Sectors ?? view.Knowledge.Endings.GetValueOrDefault(view[name].Form.TrimEnd('.').ToLowerInvariant(), [])) is ["BUS" or "MNC", ..];

    /// <summary>"The <b>Assad</b> regime", "the <b>Bush</b> administration": the country that the named one rules.</summary>
    private RoleCountry? Rule(int head, int index)
    {
        if (Find(head) is not { Kind: RoleKind.Body } || view.NameAt(index) is not { } match) return null;
        var leader = match.Names.Select(n => n.Entity).Where(e => e is { Kind: EntityKind.Leader, Country: not null }).MaxBy(e => e.Until ?? NodaTime.LocalDate.MaxIsoValue);
        if (leader is null) return null;
        var words = view.Range(match.First, match.Last);
        return new RoleCountry(leader.Code, leader.Country, StateName(leader), [], false, words, words, Recognition.Title, 0.85);
    }

    /// <summary>"A <b>Texas</b> senator", "<b>Gaza</b> officials": the country of the place that a body or its people are named by.</summary>
    private RoleCountry? PlaceBefore(int head, int index)
    {
        if (Find(head) is not { } role || role.Sectors is ["UNK" or "CVL", ..] || !view.Is(index, "compound") || view.NameAt(index) is not { } match || match.Has(EntityKind.State) || PlaceCountry(index) is not { } place) return null;
        var words = view.Range(match.First, match.Last);
        return new RoleCountry(place.Code, place.Country, place.Name, [], false, words, words, Recognition.Title, 0.8);
    }

    /// <summary>"<b>US</b>-backed fighters" are not American; "US-led forces" are.</summary>
    private bool IsBacker(NameMatch match)
    {
        var participle = match.Last + 2;
        return participle < view.Count && view[match.Last + 1].Form is "-" or "–" && participle < view.Count
            && view[participle].Form.EndsWith("ed", StringComparison.OrdinalIgnoreCase) && view.Lemma(participle) is not ("lead" or "occupy" or "control" or "claim" or "own");
    }

    /// <summary>The country that a place lies in, as an actor of its people; null when the word is no place.</summary>
    public ActorReference? PlaceCountry(int index)
    {
        if (view.NameAt(index) is not { } match) return null;
        foreach (var name in match.Names)
        {
            if (name.Entity.Kind is not (EntityKind.Place or EntityKind.State or EntityKind.Capital)) continue;
            if (view.Knowledge.Territories.Country(name.Entity, day) is not { } country || !view.Knowledge.States.TryGetValue(country, out var state)) continue;
            var words = view.Range(match.First, match.Last);
            return new ActorReference
            {
                Code = country,
                Country = country,
                Name = state.Name,
                Text = view.Text(words),
                Range = words,
                How = Recognition.Listed,
                Confidence = 0.7,
            };
        }

        return null;
    }

    /// <summary>Whom the role serves.</summary>
    /// <param name="head">The role noun.</param>
    /// <param name="resolve">Resolves a noun phrase of the sentence.</param>
    /// <param name="depth">How deep the reading is nested already.</param>
    public ImmutableArray<RoleCountry> Countries(int head, Func<int, ImmutableArray<ActorReference>> resolve, int depth)
    {
        var before = ImmutableArray.CreateBuilder<RoleCountry>();
        var relational = view.Knowledge.Relations.Contains(view.Lemma(head)) || (Find(head) is { } role && view.Knowledge.Relations.Contains(role.Noun));
        Before(head, resolve, before, relational, 0);
        if (before.Count > 0)
        {
            // "Their U.S. network": a nationality says more than whose it is.
            // "Its U.N. diplomats": a state's people at an international body remain its own.
            if (before.Any(b => b.How != Recognition.Nationality && b.Country is not null)) before.RemoveAll(b => b is { How: Recognition.Nationality, International: true });
            if (before.Any(b => b.How == Recognition.Nationality) && before.Any(b => b.How != Recognition.Nationality)) before.RemoveAll(b => b.How != Recognition.Nationality);
            var phrase = NounPhrase.Range(view, head);
            return [.. before.DistinctBy(c => (c.Code, c.Country)).Select(c => c with { Phrase = phrase, Words = phrase })];
        }

        if (depth > 2) return [];
        foreach (var preposition in (ReadOnlySpan<string>)["of", "for", "from", "in", "to", "at"])
        {
            if (relational && preposition != "from") continue; // Kenya's ally is not Kenya's, but "allies from Kenya" are

            foreach (var child in view.Children(head))
            {
                if (child < head || !view.Is(child, "nmod") || view.Case(child) != preposition) continue;
                if (Behind(head, child, resolve) is { IsEmpty: false } behind) return behind;
            }
        }

        return [];
    }

    private void Before(int head, Func<int, ImmutableArray<ActorReference>> resolve, ImmutableArray<RoleCountry>.Builder found, bool relational, int depth)
    {
        if (depth > 3) return;
        foreach (var child in view.Children(head))
        {
            if (child >= head || view.Is(child, "det") || view.Is(child, "case") || view.Is(child, "acl")) continue;
            if (relational && (view[child].Deprel == "nmod:poss" || (view.Is(child, "compound") && view.NameAt(child) is { } name && !name.Has(EntityKind.Organisation)))) continue;
            if (view[child].Deprel == "nmod:poss")
            {
                foreach (var owner in view.Coordinated(child).SelectMany(c => resolve(c)))
                    found.Add(new RoleCountry(
                        owner.Code, owner.Country, owner.Name, owner.Sectors, owner.Country is null && owner.Sectors.Contains("IGO"), owner.Range, owner.Range,
                        Recognition.Title, owner.Confidence * 0.95));
                continue;
            }

            foreach (var part in view.Coordinated(child))
            {
                if (IsOfTitle(head, part)) continue;
                if (part < head && (Nation(part) ?? Rule(head, part) ?? PlaceBefore(head, part)) is { } nation) found.Add(nation);
                else if (part < head && Leader(part) is { } leading) found.Add(leading);
                else if (part < head && view[part].Upos is Upos.NOUN or Upos.PROPN or Upos.ADJ) Before(part, resolve, found, relational, depth + 1);
            }
        }
    }

    /// <summary>"<b>Labour</b> minister, Alfredo Ruiz", "<b>Labour</b> Minister Ruiz": a word of the office, while "a Labour minister" is of the party.</summary>
    private bool IsOfTitle(int head, int part) =>
        part == head - 1 && (part == view.Begin || char.IsUpper(view[head].Form[0])) && view.NameAt(part)?.Has(EntityKind.Organisation) != true && Find(head) is { } role
        && role.Noun == $"{view[part].Form.ToLowerInvariant()} {Singular(view.Lemma(head), view.Knowledge.Roles)}";

    /// <summary>"<b>NATO</b>-led troops": whose they are, wherever they stand.</summary>
    private RoleCountry? Leader(int participle)
    {
        if (view[participle].Upos != Upos.VERB || view.Lemma(participle) != "lead") return null;
        foreach (var child in view.Children(participle))
            if (child < participle && Nation(child) is { } nation) return nation;
        return null;
    }

    private ImmutableArray<RoleCountry> Behind(int head, int child, Func<int, ImmutableArray<ActorReference>> resolve)
    {
        var found = ImmutableArray.CreateBuilder<RoleCountry>();
        var phrase = NounPhrase.Range(view, head, NounPhrase.Last(view, child));
        foreach (var part in view.Coordinated(child))
        {
            var actors = resolve(part);
            if (actors.IsEmpty && PlaceCountry(part) is { } place) actors = [place];
            foreach (var actor in actors)
            {
                if (actor.Code is null && actor.Country is null) continue;
                found.Add(new RoleCountry(
                    actor.Code ?? actor.Country, actor.Country, actor.Name, actor.Sectors, actor.Country is null, NounPhrase.Range(view, part), phrase,
                    actor.How == Recognition.Coreference ? Recognition.Coreference : Recognition.Title, actor.Confidence * 0.98));
            }
        }

        return found.ToImmutable();
    }

    private string? StateName(Entity entity) =>
        entity.Code is { } code && view.Knowledge.States.TryGetValue(code, out var state) ? state.Name : entity.Name;
}
