using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Actors;

/// <summary>Keeps what a document mentions: gives every mention its referent, so that later ones find it.</summary>
internal sealed class MentionKeeper(SentenceView view, DocumentMemory memory, RolePhrase roles)
{
    private static readonly char[] Blank = [' '];

    /// <summary>Remembers a pronoun or description whose referent is known.</summary>
    public void KeepReference(int head, Referent referent, bool pronoun)
    {
        if (pronoun) referent.Gender ??= CorefereeFinder.GenderOf(view[head].Form);
        if (!pronoun && referent.Actors.Length > 0 && roles.Find(head) is { } role) referent.Call(role.Noun);
        Add(head, referent, pronoun);
    }

    /// <summary>Remembers a phrase that names actors, and returns them with the number of their referent.</summary>
    public ImmutableArray<ActorReference> KeepActors(int head, ImmutableArray<ActorReference> actors, string? gender, bool located)
    {
        var kept = ImmutableArray.CreateBuilder<ActorReference>(actors.Length);
        foreach (var actor in actors)
        {
            var referent = Find(head, actor);
            referent.Actors = [actor with { Chain = referent.Number }];
            referent.Gender ??= gender ?? GenderOf(actor);
            Call(head, referent, actor);
            kept.Add(referent.Actors[0]);
            Add(head, referent, pronoun: false, located);
        }

        if (kept.Count > 1) KeepGroup(head, "G|" + string.Join('|', kept.Select(a => a.Chain)), kept.ToImmutable());
        return kept.MoveToImmutable();
    }

    /// <summary>Remembers "Russia and China" as those whom "they" may mean.</summary>
    public void KeepCoordination(int head, ImmutableArray<ActorReference> actors) =>
        KeepGroup(head, "G|" + string.Join('|', actors.Select(a => a.Chain)), actors);

    /// <summary>Remembers a phrase that names no actor, so that a pronoun can mean it, and a place.</summary>
    public int KeepOther(int head, ActorReference? place)
    {
        var plural = roles.IsPlural(head);
        var noun = view.Lemma(head);
        var key = place is not null ? "L|" + place.Name : view[head].Upos == Upos.PROPN ? "N|" + noun : roles.IsDefinite(head) ? $"T|{noun}|{plural}" : null;
        var referent = (key is null ? null : memory.Known(key))
            ?? memory.New(place is not null ? ReferentKind.Place : view[head].Upos == Upos.PROPN ? ReferentKind.Name : ReferentKind.Thing, key);
        referent.Plural = plural;
        referent.Indefinite = IsIndefinite(head);
        referent.Named |= view[head].Upos == Upos.PROPN;
        referent.Call(noun);
        if (key is null) memory.Alias($"T|{noun}|{plural}", referent);
        Add(head, referent, pronoun: false);
        return referent.Number;
    }

    private void KeepGroup(int head, string key, ImmutableArray<ActorReference> actors)
    {
        var group = memory.Known(key) ?? memory.New(ReferentKind.People, key);
        group.Actors = actors;
        group.Plural = true;
        group.Named = true;
        if (view[head].Upos == Upos.NOUN) memory.Alias(DocumentMemory.TogetherKey(view.Lemma(head)), group);
        Add(head, group, pronoun: false);
    }

    private void Add(int head, Referent referent, bool pronoun, bool located = false)
    {
        if (!pronoun) referent.Anchor = (view.Sentence.Number, head);
        memory.Add(new MentionPlace(referent, view.Sentence.Number, head, AnaphorTree.RoleOf(view, head), pronoun, located, AnaphorTree.IsMainSubject(view, head)));
    }

    private Referent Find(int head, ActorReference actor)
    {
        if (actor.Person is { } person)
        {
            var known = memory.Person(person) ?? (person.Contains(' ', StringComparison.Ordinal) ? null : memory.Person(view[head].Form));
            if (known is { Kind: ReferentKind.Person } && Agree(known, person)) return known;
            return memory.New(ReferentKind.Person);
        }

        var plural = roles.IsPlural(head);
        var role = roles.Find(head);
        var key = Key(actor, role, plural);
        if (memory.Known(key) is { } before) return before;
        if (actor is { Code: null, Country: null, Name: not null } && role is null && NameHint.Of(view, head) == NameHint.Kind.Person) return PerhapsPerson(key, actor.Name);
        var kind = role is { Kind: RoleKind.Person } && !plural
            ? ReferentKind.Person
            : role is { Kind: RoleKind.People or RoleKind.Person } || plural && actor.How != Recognition.Listed
                ? ReferentKind.People
                : actor.Sectors.IsEmpty && actor.Code is { } code && view.Knowledge.States.ContainsKey(code) ? ReferentKind.State : ReferentKind.Body;
        return memory.New(kind, key);
    }

    /// <summary>A name that may be a person's: what is said of it is no proof, but "he" may mean it.</summary>
    private Referent PerhapsPerson(string key, string name)
    {
        var person = memory.New(ReferentKind.Person, key);
        memory.Call(person, name);
        return person;
    }

    /// <summary>"Omar al-Bashir" and "Bashir" are one, "Alan Johnson" and "Boris Johnson" two.</summary>
    private static bool Agree(Referent known, string person)
    {
        if (known.Actors.IsEmpty || known.Actors[0].Person is not { } before || before == person) return true;
        var some = person.Split(Blank);
        var others = before.Split(Blank);
        return some.Length == 1 || others.Length == 1 || some[0] == others[0] || some.All(s => others.Contains(s)) || others.All(o => some.Contains(o));
    }

    private static string Key(ActorReference actor, Role? role, bool plural) => actor switch
    {
        { Code: null, Country: null } when role is not null => $"R|{actor.Name ?? actor.Text.ToLowerInvariant()}|{role.Noun}|{plural}",
        { Code: null, Country: null } => $"N|{(actor.Name ?? actor.Text).ToLowerInvariant()}",
        _ when role is { Kind: RoleKind.Person } => $"R|{actor.Code}|{actor.Country}|{role.Noun}|{plural}",
        _ => $"A|{actor.Code}|{actor.Country}|{actor.Title}|{string.Join(',', actor.Sectors)}",
    };

    private void Call(int head, Referent referent, ActorReference actor)
    {
        var role = roles.Find(head);
        referent.Plural = roles.IsPlural(head) && referent.Kind == ReferentKind.People;
        referent.Named |= actor.Person is not null || role is null;
        referent.Indefinite = IsIndefinite(head);
        referent.Call(role?.Noun);
        referent.Call(view.Lemma(head));
        if (actor.Title is { } title && referent.Kind == ReferentKind.Person)
        {
            referent.Call(title);
            referent.Call(title[(title.LastIndexOf(' ') + 1)..]);
            CallOffices(head, referent);
            if (actor.Country is not null && title.StartsWith("former ", StringComparison.Ordinal)) referent.Call(title[7..]);
        }

        if (actor.Person is { } person)
        {
            memory.Call(referent, person);
            memory.Call(referent, view[NounPhrase.Last(view, head)].Form);
        }
        else if (actor.Name is { } name && role is null)
        {
            referent.Call(name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant());
            if (actor.Code is null) Acronym(name, referent);
        }

        if (role is not null && actor.Country is not null) memory.Office(role.Noun, referent);
    }

    /// <summary>A listed person may be called by any of the offices of the day: president and party leader.</summary>
    private void CallOffices(int head, Referent referent)
    {
        if (memory.Day is not { } day || view.NameAt(head) is not { } name) return;
        foreach (var listed in name.Names)
        {
            if (listed.Entity is not { Kind: EntityKind.Leader, Title: { } office } leader || !leader.On(day) || leader.Name != referent.Actors[0].Person) continue;
            referent.Call(office);
            referent.Call(office[(office.LastIndexOf(' ') + 1)..]);
        }
    }

    /// <summary>"Highland Reform Front" may be called "HRF" later.</summary>
    private void Acronym(string name, Referent referent)
    {
        var initials = string.Concat(name.Split(Blank, StringSplitOptions.RemoveEmptyEntries).Where(w => char.IsUpper(w[0])).Select(w => w[0]));
        if (initials.Length >= 3) memory.Alias("N|" + initials.ToLowerInvariant(), referent);
    }

    private string? GenderOf(ActorReference actor)
    {
        if (Address(actor) is { } address) return address;
        if (actor.Title is { } title && Told(title[(title.LastIndexOf(' ') + 1)..]) is { } told) return told;
        return actor.Person is { } person && person.IndexOf(' ', StringComparison.Ordinal) is > 0 and var blank ? Told(Diacriticless(person[..blank])) : null;
    }

    private string? Told(string word) => view.Knowledge.Genders.GetValueOrDefault(word) is { } gender && gender is "f" or "m" ? gender : null;

    /// <summary>"<b>Mrs.</b> Ochoa".</summary>
    private string? Address(ActorReference actor)
    {
        if (actor.Person is null) return null;
        var first = actor.Text.AsSpan();
        if (first.IndexOf(' ') is var blank and > 0) first = first[..blank];
        return view.Knowledge.Titles.GetValueOrDefault(first.TrimEnd('.').ToString().ToLowerInvariant())?.Gender;
    }

    private static string Diacriticless(string name) => Language.Naming.Diacritics.Folded(name).ToLowerInvariant();

    private bool IsIndefinite(int head)
    {
        foreach (var child in view.Children(head))
            if (child < head && view.Lemma(child) is "a" or "an" or "some" or "another" or "several") return true;
        return false;
    }
}
