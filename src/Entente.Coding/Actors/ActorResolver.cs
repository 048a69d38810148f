using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Actors;

/// <summary>
/// Says whom the noun phrases of a sentence name: by listed name, by role and nationality, by apposition, by what the document
/// named before. Works through the sentence from left to right, so that its memory follows the text.
/// </summary>
internal sealed class ActorResolver
{
    private static readonly HashSet<string> OwningParticiples =
        new(["lead", "claim", "control", "hold", "run", "own", "occupy", "make", "build", "issue", "impose"], StringComparer.Ordinal);

    private readonly SentenceView view;
    private readonly DocumentMemory memory;
    private readonly ImmutableArray<ActorReference>[] found;
    private readonly ActorReference?[] places;
    private readonly Coreferee?[] meant;
    private readonly RolePhrase roles;
    private readonly EntityNaming naming;
    private readonly MentionKeeper keeper;
    private readonly PlacePhrase slots;
    private readonly CorefereeFinder coreferees;
    private readonly UnlistedNames unlisted;
    private readonly Speakers speakers;
    private readonly Papers papers;
    private readonly MarkedPair? marked;

    public ActorResolver(SentenceView view, DocumentMemory memory, MarkedPair? marked = null)
    {
        this.view = view;
        this.marked = marked;
        this.memory = memory;
        roles = new RolePhrase(view, memory.Day);
        naming = new EntityNaming(view, memory.Day);
        keeper = new MentionKeeper(view, memory, roles);
        slots = new PlacePhrase(view, memory.Day, roles, naming);
        coreferees = new CorefereeFinder(view, memory);
        unlisted = new UnlistedNames(view, memory, roles, At);
        speakers = new Speakers(view, At);
        papers = new Papers(view, memory, At);
        found = new ImmutableArray<ActorReference>[view.Count];
        places = new ActorReference?[view.Count];
        meant = new Coreferee?[view.Count];
        for (var i = 0; i < view.Count; i++)
        {
            if (!IsMention(i)) continue;
            At(i);
            Keep(i);
            papers.Keep(i);
        }
    }

    /// <summary>Whom the phrase headed by a word names; empty when nobody.</summary>
    public ImmutableArray<ActorReference> At(int head)
    {
        if (!found[head].IsDefault) return found[head];

        // A phrase that is asked for while it is being read names nobody: names that reach across the tree could ask for ever.
        found[head] = [];
        return found[head] = marked is { } pair && pair.SideOf(view[head].Range) is var side and not PairSide.None
            ? Marked(head, side)
            : Resolve(head, 0);
    }

    private ActorReference Sided(ActorReference actor, int word) => marked is null ? actor : actor with { Side = marked.SideOf(view[word].Range) };

    /// <summary>Words of a marked phrase stand for its side, named or not.</summary>
    private ImmutableArray<ActorReference> Marked(int head, PairSide side)
    {
        if (!view.IsNominal(head)) return [];
        var known = Resolve(head, 0);
        return known.IsEmpty ? [Unnamed(head) with { Side = side }] : [.. known.Select(k => k with { Side = side })];
    }

    /// <summary>All mentions of the sentence that name somebody or some place, in order.</summary>
    public IEnumerable<Mention> Mentions()
    {
        for (var i = 0; i < view.Count; i++)
        {
            if (!IsMention(i)) continue;
            if (!found[i].IsDefaultOrEmpty) yield return new Mention(view.Sentence.Number, view[i].Range, NounPhrase.Range(view, i), found[i]);
            else if (places[i] is { } place) yield return new Mention(view.Sentence.Number, view[i].Range, NounPhrase.Range(view, i), [place]);
        }
    }

    /// <summary>
    /// Whom something belongs to that is no actor itself: "Ukrainian tanks", "the decision of Moscow", "imports from China".
    /// </summary>
    /// <param name="head">Head of the phrase.</param>
    /// <param name="acting">Whether the owner is asked for as the one who acts: then whom something is against or where it is does not count.</param>
    /// <param name="depth">How deep the question is nested already.</param>
    public ImmutableArray<ActorReference> Owner(int head, bool acting = false, int depth = 0)
    {
        if (depth > 2) return [];
        if (OwnerBefore(head) is { IsEmpty: false } before) return before;
        if (ParticipleOwner(head) is { IsEmpty: false } makers) return makers;
        foreach (var preposition in acting ? (ReadOnlySpan<string>)["by", "of", "from"] : ["by", "of", "from", "between", "against", "on", "in", "to", "for", "with", "including"])
        {
            foreach (var child in view.Children(head))
            {
                if (child < head || !view.Is(child, "nmod") || view.Case(child) != preposition) continue;
                var owners = view.Coordinated(child).SelectMany(c => At(c)).ToImmutableArray();
                if (owners.IsEmpty) owners = Owner(child, acting, depth + 1);
                if (!owners.IsEmpty) return owners;
                if (!acting && Country(child) is { } inPlace) return [inPlace];
            }
        }

        return acting ? [] : Behind(head, depth);
    }

    /// <summary>Whom a clause behind the noun names: "those affected <b>in Yemen</b>", "the arms that <b>Armenia</b> has obtained".</summary>
    private ImmutableArray<ActorReference> Behind(int head, int depth)
    {
        foreach (var clause in view.Children(head))
        {
            if (clause < head || !view.Is(clause, "acl")) continue;
            if (view.Knowledge.Classes.Holds("getting", view.Lemma(clause)) && view.Child(clause, "nsubj") is var getter and >= 0 && At(getter) is { IsEmpty: false } owners) return owners;
            if (!view.Knowledge.Classes.Holds("staying", view.Lemma(clause))) continue;
            foreach (var place in view.Children(clause))
                if (place > clause && view.Case(place) is "in" or "across" or "throughout") return Country(place) is { } country ? [country] : Owner(place, acting: false, depth + 1);
        }

        return [];
    }

    /// <summary>Whose something is by what stands before it: "<b>Serbia's</b> plan", "<b>French</b> companies".</summary>
    public ImmutableArray<ActorReference> OwnerBefore(int head)
    {
        foreach (var child in view.Children(head))
            if (child < head && view[child].Deprel == "nmod:poss" && At(child) is { IsEmpty: false } possessor) return possessor;
        return NationalityOwners(head);
    }

    /// <summary>Whom a nationality before a noun names ("the <b>Russian</b> invasion"); empty for other words.</summary>
    public ImmutableArray<ActorReference> Nationality(int index) =>
        view[index].Upos is Upos.ADJ or Upos.PROPN && roles.Nation(index) is { } nation ? [Sided(naming.OfNation(nation), index)] : [];

    /// <summary>The country of a place, as the one whom an act there concerns; null when the word names no place.</summary>
    public ActorReference? Country(int head) => roles.PlaceCountry(head) is { } country ? Sided(country, head) : null;

    /// <summary>The words of a phrase that names nobody known.</summary>
    public ActorReference Unnamed(int head)
    {
        var range = NounPhrase.Range(view, head);
        return Sided(new ActorReference { Text = view.Text(range), Range = range, How = Recognition.Title, Confidence = 0.4 }, head);
    }

    /// <summary>Whoever does what a participle beside the noun tells: "missiles fired <b>by Israel</b>", "<b>Taliban</b>-claimed bomb".</summary>
    private ImmutableArray<ActorReference> ParticipleOwner(int head)
    {
        foreach (var child in view.Children(head))
        {
            if (view.Is(child, "acl") && child > head && view.ChildExactly(child, "obl:agent") is var agent and >= 0 && At(agent) is { IsEmpty: false } maker) return maker;
            if (child > head || !view.Is(child, "amod") || view[child].Upos != Upos.VERB || !OwningParticiples.Contains(view.Lemma(child))) continue;
            foreach (var inner in view.Children(child))
                if (inner < child && At(inner) is { IsEmpty: false } owner) return owner;
        }

        return [];
    }

    /// <summary>Whether a word heads a mention of its own: it is no inner word of a name and no title before one.</summary>
    private bool IsMention(int i)
    {
        if (i < view.Begin || !view.IsNominal(i) || view.Is(i, "flat") || view.Is(i, "fixed") || view.Is(i, "goeswith")) return false;
        var head = view[i].Head;
        if (head < 0) return true;
        if (view.NameAt(i) is { } name)
        {
            if (head >= name.First && head <= name.Last) return false;
            for (var j = i + 1; j <= name.Last; j++)
                if (view[j].Head == head && view[j].Deprel == view[i].Deprel) return false; // "Merrill Lynch Canada Inc": one name, its last word speaks for it
        }

        if (NameSpan.IsInner(view, i)) return false;
        if (i < head && view[head].Upos == Upos.PROPN && unlisted.IsAddress(i)) return false;
        if (view[head].Upos != Upos.PROPN || roles.Find(i) is not { Kind: RoleKind.Person } || roles.Find(head) is not null) return true;
        return i < head ? view[i].Deprel is not ("nmod:desc" or "compound") : !view.Is(i, "appos") || view[i].Upos == Upos.PROPN || !IsPersonName(head);
    }

    /// <summary>Whether a word is no part of a listed name other than a person's.</summary>
    private bool IsUnlisted(int index) => view.NameAt(index) is not { } name || name.Has(EntityKind.Leader);

    /// <summary>Whether a name is that of a person: a listed one, or one that the sentence shows to be one. Its office behind it is no second person.</summary>
    private bool IsPersonName(int head) => view.NameAt(head) is { } name ? name.Has(EntityKind.Leader) : NameHint.Of(view, head) == NameHint.Kind.Person;

    private ImmutableArray<ActorReference> Resolve(int head, int depth)
    {
        if (depth > 4) return [];
        if (head < view.Begin) return BehindDateline(head);
        if (coreferees.Together(head) is { IsEmpty: false } together) return together;
        if (view[head].Upos == Upos.PRON && view.NameAt(head) is null && view[head].Form.ToLowerInvariant() is "we" or "us" or "i" or "me") return speakers.OfWe(head);
        if (view[head].Upos == Upos.PRON && view.NameAt(head) is null && speakers.OfAnnouncement(head) is { IsEmpty: false } announcer) return announcer;
        if (view[head].Upos == Upos.PRON && view.NameAt(head) is null) return Referred(head, coreferees.Pronoun(head));
        if (NamedBefore(head) is { IsEmpty: false } before) return before;
        var phrase = new PhraseParts(view, head, memory.Day);
        if (phrase.Name is { } nothing && nothing.Has(EntityKind.Nothing)) return [];
        if (phrase.Name is { } name && Named(head, phrase, name) is { IsEmpty: false } named) return named;
        if (places[head] is not null) return [];
        if (view.Knowledge.Quantities.Contains(view.Lemma(head)) && roles.Counted(head) is var counted and >= 0)
            return Widened(head, counted, Resolve(counted, depth + 1));
        if (IsThing(head)) return [];
        if (roles.Bearer(head) is var bearer and >= 0 && At(bearer) is [{ Person: not null }] titled) return Widened(head, bearer, titled);
        if (roles.Find(head) is { } role) return WithRole(head, role, depth);
        if (papers.Authors(head) is { IsEmpty: false } authors) return authors;
        if (view[head].Upos == Upos.PROPN) return unlisted.Of(head, depth);
        if (view[head].Upos == Upos.NOUN && roles.IsDefinite(head) && view.Knowledge.Descriptions.ContainsKey(view.Lemma(head)))
            return Referred(head, coreferees.Description(head, null));
        return [];
    }

    /// <summary>"LIMA - <b>Chile</b>'s threat", where the parser makes the place of writing head of the name behind it.</summary>
    private ImmutableArray<ActorReference> BehindDateline(int head)
    {
        foreach (var child in view.Children(head))
            if (child >= view.Begin && view[child].Upos == Upos.PROPN && (view.Is(child, "flat") || view.Is(child, "compound") || view.Is(child, "appos"))) return At(child);
        return [];
    }

    /// <summary>Whom a pronoun or description means, with its own words; a name in the same sentence proves more and keeps its words.</summary>
    private ImmutableArray<ActorReference> Referred(int head, Coreferee? coreferee)
    {
        meant[head] = coreferee;
        if (coreferee is not { } found) return [];
        var range = view[head].Upos == Upos.PRON ? view.Range(head, head) : NounPhrase.Range(view, head);
        return
        [
            .. found.Referent.Actors.Select(a => a with
            {
                Text = InSentence(a) ? a.Text : view.Text(range),
                Range = InSentence(a) ? a.Range : range,
                How = Recognition.Coreference,
                Confidence = Math.Round(a.Confidence * found.Probability, 3),
            }),
        ];
    }

    private bool InSentence(ActorReference actor) => view[0].Range.Start <= actor.Range.Start && view.Sentence.Range.Contains(actor.Range) && actor.Range.Length > 0;

    /// <summary>"Jordan" after "Michael Jordan": the document's own person stands before a state or place of the name.</summary>
    private ImmutableArray<ActorReference> NamedBefore(int head)
    {
        if (view.NameAt(head) is not { } name || name.First < name.Last) return [];
        if (NameHint.Of(view, head) != NameHint.Kind.Person && (slots.IsSlot(head) || !name.Names.All(n => n.Short || n.Entity.Kind == EntityKind.Place))) return [];
        if (name.Names.Any(n => n.Entity.Kind == EntityKind.Leader && !n.Short)) return [];
        var person = memory.Person(view[head].Form);
        if (person is null || person.Actors.IsEmpty) return [];
        var range = NounPhrase.Range(view, head);
        return [person.Actors[0] with { Text = view.Text(range), Range = range, How = Recognition.Memory, Confidence = 0.8 }];
    }

    private ImmutableArray<ActorReference> Named(int head, PhraseParts phrase, NameMatch name)
    {
        var asPlace = slots.IsSlot(head);
        if (EntityChoice.Best(name.Names, memory.Day, asPlace, hint: NameHint.Of(view, head)) is not { } entity) return [];
        var range = NounPhrase.Range(view, head, name);
        if (entity.IsRegion && slots.IsPlainModifier(head)) return []; // "the West coast"
        if (entity.Kind == EntityKind.Place || (entity.Kind == EntityKind.Capital && slots.IsPlainModifier(head)))
        {
            if (name.Last >= head && (asPlace || NameHint.Of(view, head) != NameHint.Kind.Person)) places[head] = naming.Place(entity, range);
            return [];
        }

        if (entity.Kind == EntityKind.Adjective && (entity.IsPeople || view[head].Upos is not (Upos.PROPN or Upos.NOUN))) return [];
        if (entity.Kind == EntityKind.Leader) return [naming.Leader(range, phrase.RoleBefore ?? phrase.RoleBehind, entity, name.Names)];
        if (name.Last < head) return [];
        if (entity.Kind == EntityKind.Institution && roles.Countries(head, At, 3) is [{ Country: { } owner } other, ..] && owner != entity.Country && other.Code == owner)
            return [naming.OfOther(entity, other, range)];
        if (entity is { Kind: EntityKind.Group or EntityKind.Organisation, Country: null } && !entity.Sectors.Contains("IGO") && roles.Countries(head, At, 3) is [{ Country: { } of }, ..])
            return [.. naming.Of(entity, range, 0.85).Select(a => a with { Country = of })]; // "Iraq's Sunnis"
        if (entity is { IsPartyOrUnion: true, Country: { } home } && PartyElsewhere(name, entity, home) is { } here)
            return [naming.OfOther(entity, here, range) with { How = Recognition.Coreference, Confidence = 0.6 }];
        return naming.Of(entity, range, asPlace ? 0.85 : name.Names.Count > 1 && entity.Kind != EntityKind.State ? 0.9 : 0.98);
    }

    /// <summary>
    /// "Labour" in a story of New Zealand, "NUM" in one of South Africa: the state whose party or union of that name is meant, if the document goes on about one and does not
    /// mention that of the listed party.
    /// </summary>
    private RoleCountry? PartyElsewhere(NameMatch name, Entity listed, string home)
    {
        if (name.Last > name.First + 1 && !listed.Sectors.Contains("LAB")) return null;
        ActorReference? other = null;
        foreach (var mention in memory.Mentions)
        {
            if (mention.Pronoun || mention.Referent.Actors is not [{ Country: { } country } actor]) continue;
            if (country == home) return null;
            if (mention.Referent.Mentions > 1 && actor.Code == country) other = actor;
        }

        return other is null ? null : new RoleCountry(other.Code, other.Country, other.Name, [], false, other.Range, other.Range, Recognition.Coreference, 0.6);
    }

    /// <summary>"A state of emergency" is no state: classes of words list the phrase.</summary>
    private bool IsThing(int head)
    {
        if (view[head].Upos != Upos.NOUN) return false;
        foreach (var child in view.Children(head))
            if (child > head && view.Is(child, "nmod") && view.Case(child) == "of" && view.Knowledge.Classes.Of($"{view.Lemma(head)} of {view.Lemma(child)}").Count > 0) return true;
        return false;
    }

    private ImmutableArray<ActorReference> WithRole(int head, Role role, int depth)
    {
        if (slots.CityOf(head) is { } city)
        {
            places[head] = city;
            return [];
        }

        var former = roles.IsFormer(head);
        var sectors = former && role.Kind == RoleKind.Person ? ["ELI"] : role.Sectors;
        var title = role.Kind == RoleKind.Person ? (former ? "former " : "") + role.Noun : null;
        if (roles.Apposed(head) is { Count: > 0 } states) return [.. states.SelectMany(s => At(s))];
        if (roles.Person(head) is { } person && NameOf(person) is { } leader)
        {
            var parts = new PhraseParts(view, head, memory.Day);
            var known = naming.Leader(NounPhrase.Range(view, head), parts.RoleBefore ?? parts.RoleBehind, leader, view.NameAt(person)!.Names);
            return [known with { Title = title ?? known.Title, Sectors = former ? ["ELI"] : known.Sectors }];
        }

        if (role.Kind != RoleKind.Person && roles.Person(head) is var apposed and >= 0 && view.NameAt(apposed) is { } listed && Named(apposed, new PhraseParts(view, apposed, memory.Day), listed) is { IsEmpty: false } group)
        {
            var whole = new Sources.TextRange(NounPhrase.Range(view, head).Start, group[0].Range.End);
            return [.. group.Select(g => g with { Text = view.Text(whole), Range = whole })];
        }

        var personName = role.Kind == RoleKind.Person && !roles.IsPlural(head) && roles.Person(head) is { } named and >= 0 && IsUnlisted(named) ? unlisted.PersonName(named, role.Sectors) : null;
        var countries = roles.Countries(head, At, depth);
        if (countries.IsEmpty && personName is not null) countries = CountriesBehind(head, depth);
        if (countries.IsEmpty)
        {
            if (personName is not null && memory.Person(personName) is { Actors: [{ Code: not null } known] })
                return [known with { Title = title, Text = view.Text(NounPhrase.Range(view, head)), Range = NounPhrase.Range(view, head), How = Recognition.Memory, Confidence = 0.8 }];
            if (personName is null && roles.IsDefinite(head) && Referred(head, coreferees.Description(head, role)) is { IsEmpty: false } referred) return referred;
            meant[head] = null;
            if (view.Knowledge.Descriptions.GetValueOrDefault(view.Lemma(head), []).Contains("state") && roles.IsDefinite(head) && !roles.IsPlural(head)) return []; // "the country": which one, nobody knows
            var range = NounPhrase.Range(view, head);
            return [new ActorReference { Sectors = sectors, Person = personName, Title = title, Text = view.Text(range), Range = range, How = Recognition.Title, Confidence = 0.7 }];
        }

        var holder = personName is null && !former && role.Kind == RoleKind.Person && countries.Length == 1 && !roles.IsPlural(head) && roles.IsTheOne(head)
            && memory.Day is { } day && countries[0].Code is { } code ? OfficeHolder(code, role.Noun, day) : null;
        return [.. countries.Select((country, i) => new ActorReference
        {
            Identifier = holder?.Identifier,
            Code = country.Code,
            Country = country.Country,
            Sectors = Serving(country, sectors, former, role),
            Name = country.Name,
            Person = personName ?? holder?.Name,
            Title = title,
            Text = view.Text(country.Range(i)),
            Range = country.Range(i),
            How = country.How,
            Confidence = country.Confidence,
        })];
    }

    /// <summary>"Colonel Ahmadu Sarki, a spokesman <b>for the Nigerian army</b>": what the office behind the name tells.</summary>
    private ImmutableArray<RoleCountry> CountriesBehind(int head, int depth)
    {
        foreach (var child in view.Children(head))
            if (child > head && view.Is(child, "appos") && roles.Find(child) is not null && roles.Countries(child, At, depth + 1) is { IsEmpty: false } countries) return countries;
        return [];
    }

    /// <summary>
    /// Who holds an office on the day; nobody where the state and a larger one that bears its name both have such an office: "the Russian
    /// president" of August 1991.
    /// </summary>
    private Entity? OfficeHolder(string code, string title, NodaTime.LocalDate day)
    {
        foreach (var part in view.Knowledge.States.Values)
        {
            if (!part.PartOf.Any(p => p.Code == code && p.On(day)) || !view.Knowledge.Names.Find(part.Name).Any(n => n.Entity.Code == code)) continue;
            if (view.Knowledge.Offices.Holder(part.Code!, title, day) is not null) return null;
        }

        return view.Knowledge.Offices.Holder(code, title, day);
    }

    /// <summary>Who serves a group or an organ of state is of its sector: "a Hamas spokesman", "a Pentagon official".</summary>
    private static ImmutableArray<string> Serving(RoleCountry body, ImmutableArray<string> sectors, bool former, Role role)
    {
        if (body.International) return [.. sectors.Prepend("IGO").Distinct()];
        if (former || body.Sectors.IsEmpty || role.Kind == RoleKind.Body) return sectors;
        return sectors.IsEmpty || sectors[0] is "GOV" or "UNK" or "IGO" || (sectors[0] == "MIL" && body.Sectors[0] is "REB" or "PRM" or "UAF" or "CRM") ? body.Sectors : sectors;
    }

    /// <summary>"Dozens of Russian peacekeepers": the actors of the counted noun with the words of the whole phrase.</summary>
    private ImmutableArray<ActorReference> Widened(int head, int counted, ImmutableArray<ActorReference> actors)
    {
        var range = new Sources.TextRange(NounPhrase.Range(view, head).Start, NounPhrase.Range(view, counted).End);
        return [.. actors.Select(a => a with { Text = view.Text(range), Range = range })];
    }

    /// <summary>Nationalities and names that stand before a head: "US sanctions", "Russian and Chinese forces".</summary>
    private ImmutableArray<ActorReference> NationalityOwners(int head)
    {
        var owners = ImmutableArray.CreateBuilder<ActorReference>();
        foreach (var child in view.Children(head))
        {
            if (child >= head || !(view.Is(child, "amod") || view.Is(child, "compound") || view[child].Deprel is "nmod" or "nmod:desc")) continue;
            foreach (var part in view.Coordinated(child))
            {
                if (roles.Nation(part) is not { } nation) continue;
                owners.Add(Sided(naming.OfNation(nation), part));
            }
        }

        return owners.ToImmutable();
    }

    private Entity? NameOf(int head)
    {
        if (head < 0 || view.NameAt(head) is not { } name || !name.Has(EntityKind.Leader)) return null;
        return EntityChoice.Best(name.Names, memory.Day, place: false, hint: NameHint.Of(view, head)) is { Kind: EntityKind.Leader } leader ? leader : null;
    }

    private void Keep(int head)
    {
        if (meant[head] is { } coreferee)
        {
            keeper.KeepReference(head, coreferee.Referent, view[head].Upos == Upos.PRON);
            return;
        }

        if (view[head].Upos == Upos.PRON && found[head].IsEmpty) return;
        if (!found[head].IsEmpty) found[head] = keeper.KeepActors(head, found[head], NameOf(head)?.Gender, slots.IsSlot(head));
        else if (keeper.KeepOther(head, places[head]) is var chain && places[head] is { } place) places[head] = place with { Chain = chain };
        KeepCoordination(head);
    }

    /// <summary>At the last of several that stand side by side, all of them together are what "they" may mean.</summary>
    private void KeepCoordination(int head)
    {
        if (!view.Is(head, "conj") || view[head].Head < 0) return;
        var first = view[head].Head;
        var all = view.Coordinated(first);
        if (all.Max() != head) return;
        var actors = all.Where(c => !found[c].IsDefaultOrEmpty).SelectMany(c => found[c]).ToImmutableArray();
        if (actors.Length > 1) keeper.KeepCoordination(first, actors);
    }
}
