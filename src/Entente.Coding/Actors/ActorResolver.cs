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
    private readonly RolePhrase roles;
    private readonly CorefereeFinder coreferees;

    public ActorResolver(SentenceView view, DocumentMemory memory)
    {
        this.view = view;
        this.memory = memory;
        roles = new RolePhrase(view);
        coreferees = new CorefereeFinder(view, memory);
        found = new ImmutableArray<ActorReference>[view.Count];
        for (var i = 0; i < view.Count; i++)
        {
            if (!IsHead(i)) continue;
            At(i);
            Remember(i);
        }
    }

    /// <summary>Whom the phrase headed by a word names; empty when nobody.</summary>
    public ImmutableArray<ActorReference> At(int head)
    {
        if (!found[head].IsDefault) return found[head];

        // A phrase that is asked for while it is being read names nobody: names that reach across the tree could ask for ever.
        found[head] = [];
        return found[head] = Resolve(head, 0);
    }

    /// <summary>All mentions of the sentence that name somebody, in order.</summary>
    public IEnumerable<Mention> Mentions()
    {
        for (var i = 0; i < view.Count; i++)
            if (!found[i].IsDefaultOrEmpty && IsHead(i)) yield return new Mention(view.Sentence.Number, view[i].Range, NounPhrase.Range(view, i), found[i]);
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
        foreach (var child in view.Children(head))
            if (child < head && view[child].Deprel == "nmod:poss" && At(child) is { IsEmpty: false } possessor) return possessor;
        if (NationalityOwners(head) is { IsEmpty: false } nations) return nations;
        if (ParticipleOwner(head) is { IsEmpty: false } makers) return makers;
        foreach (var preposition in acting ? (ReadOnlySpan<string>)["by", "of", "from"] : ["by", "of", "from", "against", "on", "in", "to", "for", "with"])
        {
            foreach (var child in view.Children(head))
            {
                if (child < head || !view.Is(child, "nmod") || view.Case(child) != preposition) continue;
                var owners = view.Coordinated(child).SelectMany(c => At(c)).ToImmutableArray();
                if (owners.IsEmpty) owners = Owner(child, acting, depth + 1);
                if (!owners.IsEmpty) return owners;
                if (!acting && roles.PlaceCountry(child) is { } inPlace) return [inPlace];
            }
        }

        return [];
    }

    /// <summary>Whom a nationality before a noun names ("the <b>Russian</b> invasion"); empty for other words.</summary>
    public ImmutableArray<ActorReference> Nationality(int index) =>
        view[index].Upos is Upos.ADJ or Upos.PROPN && roles.Nation(index) is { } nation ? [OfNation(nation)] : [];

    /// <summary>The country of a place, as the one whom an act there concerns; null when the word names no place.</summary>
    public ActorReference? Country(int head) => roles.PlaceCountry(head);

    /// <summary>The words of a phrase that names nobody known.</summary>
    public ActorReference Unnamed(int head)
    {
        var range = NounPhrase.Range(view, head);
        return new ActorReference { Text = view.Text(range), Range = range, How = Recognition.Title, Confidence = 0.4 };
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

    private bool IsHead(int i) => view.IsNominal(i) && !view.Is(i, "flat") && !view.Is(i, "fixed") && !view.Is(i, "goeswith");

    private ImmutableArray<ActorReference> Resolve(int head, int depth)
    {
        if (depth > 4) return [];
        if (view[head].Upos == Upos.PRON) return coreferees.Pronoun(head);
        var phrase = new PhraseParts(view, head);
        if (phrase.Name is { } name && Named(head, phrase, name) is { IsEmpty: false } named) return named;
        if (view.Knowledge.Quantities.Contains(view.Lemma(head)) && roles.Counted(head) is var counted and >= 0)
            return Widened(head, counted, Resolve(counted, depth + 1));
        if (coreferees.Together(head) is { IsEmpty: false } together) return together;
        if (roles.Find(head) is { } role) return WithRole(head, role, depth);
        if (view[head].Upos == Upos.PROPN) return UnlistedPerson(head, depth);
        return [];
    }

    private ImmutableArray<ActorReference> Named(int head, PhraseParts phrase, NameMatch name)
    {
        var asPlace = view.Case(head) is "in" or "at" or "near" or "outside" or "around" or "inside" or "across" or "into" or "through" or "over" or "off";
        if (EntityChoice.Best(name.Names, memory.Day, asPlace) is not { } entity || entity.Kind == EntityKind.Place) return [];
        if (entity.Kind == EntityKind.Adjective && view[head].Upos is not (Upos.PROPN or Upos.NOUN)) return [];
        if (entity.Kind == EntityKind.Leader) return [Leader(head, phrase, entity)];
        if (name.Last < head) return [];
        return
        [
            new ActorReference
            {
                Code = entity.Code,
                Country = entity.Country,
                Sectors = entity.Kind == EntityKind.Capital ? ["GOV"] : entity.Sectors,
                Name = entity.Kind is EntityKind.Institution ? StateName(entity) : entity.Kind is EntityKind.Adjective or EntityKind.Demonym or EntityKind.Capital ? StateName(entity) : entity.Name,
                Title = entity.Kind == EntityKind.Institution ? entity.Name : null,
                Text = view.Text(NounPhrase.Range(view, head)),
                Range = NounPhrase.Range(view, head),
                How = entity.Kind is EntityKind.Adjective or EntityKind.Demonym ? Recognition.Nationality : Recognition.Listed,
                Confidence = asPlace ? 0.85 : name.Names.Count > 1 && entity.Kind != EntityKind.State ? 0.9 : 0.98,
            },
        ];
    }

    private ActorReference Leader(int head, PhraseParts phrase, Entity leader)
    {
        var inOffice = memory.Day is not { } day || leader.On(day);
        var role = phrase.RoleBefore ?? phrase.RoleBehind;
        var range = NounPhrase.Range(view, head);
        return new ActorReference
        {
            Code = leader.Code,
            Country = leader.Country,
            Sectors = inOffice || role is { Former: false } ? leader.Sectors : ["ELI"],
            Name = StateName(leader),
            Person = leader.Name,
            Title = role is { } told ? told.Noun : inOffice ? leader.Title : "former " + leader.Title,
            Text = view.Text(range),
            Range = range,
            How = Recognition.Listed,
            Confidence = inOffice ? 0.97 : 0.85,
        };
    }

    private string? StateName(Entity entity) =>
        entity.Code is { } code && view.Knowledge.States.TryGetValue(code, out var state) ? state.Name : entity.Name;

    private ImmutableArray<ActorReference> WithRole(int head, Role role, int depth)
    {
        var former = roles.IsFormer(head);
        var sectors = former && role.Kind == RoleKind.Person ? ["ELI"] : role.Sectors;
        var title = role.Kind == RoleKind.Person ? (former ? "former " : "") + role.Noun : null;
        if (roles.Person(head) is { } person && NameOf(person) is { } leader)
        {
            var known = Leader(head, new PhraseParts(view, head), leader);
            return [known with { Title = title ?? known.Title, Sectors = former ? ["ELI"] : known.Sectors }];
        }

        if (role.Kind != RoleKind.Person && roles.Person(head) is var apposed and >= 0 && view.NameAt(apposed) is { } listed && Named(apposed, new PhraseParts(view, apposed), listed) is { IsEmpty: false } group)
        {
            var whole = new Sources.TextRange(NounPhrase.Range(view, head).Start, group[0].Range.End);
            return [.. group.Select(g => g with { Text = view.Text(whole), Range = whole })];
        }

        var personName = role.Kind != RoleKind.Person ? null : roles.Person(head) is { } named and >= 0 ? NameText(named) : null;
        var countries = roles.Countries(head, At, depth);
        if (countries.IsEmpty)
        {
            if (Remembered(head, role) is { } remembered) return [remembered with { Person = personName ?? remembered.Person }];
            var range = NounPhrase.Range(view, head);
            return [new ActorReference { Sectors = sectors, Person = personName, Title = title, Text = view.Text(range), Range = range, How = Recognition.Title, Confidence = 0.7 }];
        }

        return [.. countries.Select((country, i) => new ActorReference
        {
            Code = country.Code,
            Country = country.Country,
            Sectors = country.International ? [.. sectors.Prepend("IGO").Distinct()] : sectors,
            Name = country.Name,
            Person = personName,
            Title = title,
            Text = view.Text(country.Range(i)),
            Range = country.Range(i),
            How = country.How,
            Confidence = country.Confidence,
        })];
    }

    private ActorReference? Remembered(int head, Role role)
    {
        if (!roles.IsDefinite(head) || memory.Role(role.Noun) is not { } before) return null;
        var range = NounPhrase.Range(view, head);
        return before with { Text = view.Text(range), Range = range, How = Recognition.Coreference, Confidence = 0.65 };
    }

    private ImmutableArray<ActorReference> UnlistedPerson(int head, int depth)
    {
        var parts = new PhraseParts(view, head);
        var range = NounPhrase.Range(view, head);
        if (parts.RoleBefore is { } role || (parts.RoleBehind is { } behind && (role = behind) is not null))
        {
            var countries = roles.Countries(role.Head, At, depth + 1);
            if (countries.IsEmpty) countries = roles.Countries(head, At, depth + 1);
            var country = countries.IsEmpty ? null : countries[0];
            return
            [
                new ActorReference
                {
                    Code = country?.Code,
                    Country = country?.Country,
                    Sectors = role.Former ? ["ELI"] : country is { International: true } ? [.. role.Sectors.Prepend("IGO").Distinct()] : role.Sectors,
                    Name = country?.Name,
                    Person = NameText(head),
                    Title = role.Noun,
                    Text = view.Text(range),
                    Range = range,
                    How = Recognition.Title,
                    Confidence = 0.85,
                },
            ];
        }

        var surname = view[NounPhrase.Last(view, head)].Form;
        var known = memory.Person(NameText(head)) ?? memory.Person(surname);
        if (known?.Person is null) return Unknown(head, range);
        return [known with { Text = view.Text(range), Range = range, How = Recognition.Memory, Confidence = 0.85 }];
    }

    /// <summary>Somebody with a name that nobody lists: kept with the words alone.</summary>
    private ImmutableArray<ActorReference> Unknown(int head, Sources.TextRange range)
    {
        var tag = view[head].Name;
        if (view.Capitals || !(tag.EndsWith("PERSON", StringComparison.Ordinal) || tag.EndsWith("ORGANIZATION", StringComparison.Ordinal)) || view.NameAt(head) is not null) return [];
        var person = tag.EndsWith("PERSON", StringComparison.Ordinal);
        return [new ActorReference { Person = person ? NameText(head) : null, Name = person ? null : NameText(head), Text = view.Text(range), Range = range, How = Recognition.Listed, Confidence = 0.5 }];
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
                owners.Add(OfNation(nation));
            }
        }

        return owners.ToImmutable();
    }

    private ActorReference OfNation(RoleCountry nation) => new()
    {
        Code = nation.Code,
        Country = nation.Country,
        Sectors = nation.Sectors,
        Name = nation.Name,
        Text = view.Text(nation.Words),
        Range = nation.Words,
        How = Recognition.Nationality,
        Confidence = 0.9,
    };

    private Entity? NameOf(int head)
    {
        if (head < 0 || view.NameAt(head) is not { } name || !name.Has(EntityKind.Leader)) return null;
        return EntityChoice.Best(name.Names, memory.Day, place: false) is { Kind: EntityKind.Leader } leader ? leader : null;
    }

    private string NameText(int head)
    {
        var first = head;
        foreach (var child in view.Children(head))
            if (child < head && view[child].Upos == Upos.PROPN && (view.Is(child, "compound") || view.Is(child, "flat"))
                && view.NameAt(child) is null && view.Knowledge.Roles.Find(view.Lemma(child)) is null) first = Math.Min(first, child);
        return view.Text(view.Range(first, NounPhrase.Last(view, head)));
    }

    private void Remember(int head)
    {
        foreach (var actor in found[head])
        {
            var role = roles.Find(head);
            var kind = actor.Person is not null || role is { Kind: RoleKind.Person } && view[head].Upos != Upos.PRON && !roles.IsPlural(head)
                ? MemoryKind.Person
                : role is { Kind: RoleKind.People } || roles.IsPlural(head) ? MemoryKind.People : MemoryKind.Body;
            var gender = NameOf(head)?.Gender;
            memory.Add(actor, kind, role?.Noun ?? actor.Title, gender, new MemoryPlace(view.Sentence.Number, view.Is(head, "nsubj")));
        }
    }
}
