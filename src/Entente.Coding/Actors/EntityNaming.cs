using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Sources;
using NodaTime;

namespace Entente.Coding.Actors;

/// <summary>Makes references to listed actors, as of the day of the document.</summary>
internal sealed class EntityNaming(SentenceView view, LocalDate? day)
{
    /// <summary>A region with more members than this ("Western countries") is named by its own code, a smaller one by its members.</summary>
    private const int MostNamedMembers = 8;

    /// <summary>The state of an entity on the day, as the chosen view sees it.</summary>
    public string? Country(Entity entity) => view.Knowledge.Territories.Country(entity, day);

    /// <summary>Name of the state that an entity's code stands for, else its own.</summary>
    public string? StateName(Entity entity) =>
        entity.Code is { } code && view.Knowledge.States.TryGetValue(code, out var state) ? state.Name : entity.Name;

    /// <summary>The actors that an entity is: itself, or the members of a small region such as "the Baltic states".</summary>
    public ImmutableArray<ActorReference> Of(Entity entity, TextRange range, double confidence)
    {
        var text = view.Text(range);
        if (entity.IsRegion && entity.MembersOn(day) is { Length: > 0 and <= MostNamedMembers } members)
        {
            return
            [
                .. members.Select(code => view.Knowledge.States.GetValueOrDefault(code)).OfType<Entity>().Select(state => new ActorReference
                {
                    Code = state.Code,
                    Country = Country(state),
                    Name = state.Name,
                    Identifier = state.Identifier,
                    Text = text,
                    Range = range,
                    How = Recognition.Listed,
                    Confidence = confidence * 0.9,
                }),
            ];
        }

        var people = entity.Kind is EntityKind.Adjective or EntityKind.Demonym;
        return
        [
            new ActorReference
            {
                Code = entity.Code,
                Country = Country(entity),
                Sectors = entity.Kind == EntityKind.Capital ? ["GOV"] : entity.Sectors,
                Name = people || entity.Kind is EntityKind.Institution or EntityKind.Capital ? StateName(entity) : entity.Name,
                Title = entity.Kind == EntityKind.Institution ? entity.Name : null,
                Identifier = entity.Kind == EntityKind.Institution ? null : entity.Identifier,
                Text = text,
                Range = range,
                How = people ? Recognition.Nationality : Recognition.Listed,
                Confidence = confidence,
            },
        ];
    }

    /// <summary>A listed person with the office of the day, or the one that the text tells.</summary>
    /// <param name="range">The words.</param>
    /// <param name="role">The role beside the name, null when none.</param>
    /// <param name="leader">The term of office that the day makes likeliest.</param>
    /// <param name="names">All entries of the name: the term whose office the text tells comes before it.</param>
    public ActorReference Leader(TextRange range, RoleBeside? role, Entity leader, IReadOnlyList<ListedName> names)
    {
        leader = role is null ? leader : Told(role, leader, names);
        var inOffice = day is not { } on || leader.On(on);
        var isAhead = day is { } then && leader.From > then;
        return new ActorReference
        {
            Code = isAhead && !view.Knowledge.States.ContainsKey(leader.Code ?? "") ? null : leader.Code, // nobody serves what he will join years later
            Country = Country(leader),
            Sectors = role is { Former: true } ? ["ELI"] : inOffice ? leader.Sectors : role is not null ? role.Sectors : isAhead ? [] : ["ELI"],
            Name = StateName(leader),
            Person = leader.Name,
            Title = role is not null ? Told(role) : inOffice ? leader.Title : isAhead ? null : Former(leader.Title!),
            Identifier = leader.Identifier,
            Text = view.Text(range),
            Range = range,
            How = Recognition.Listed,
            Confidence = inOffice ? 0.97 : 0.85,
        };
    }

    /// <summary>"Former prime minister Tony Blair" in his time as an envoy of others.</summary>
    private static Entity Told(RoleBeside role, Entity leader, IReadOnlyList<ListedName> names)
    {
        if (leader.Title == role.Noun) return leader;
        foreach (var name in names)
            if (name.Entity is { Kind: EntityKind.Leader } other && other.Name == leader.Name && other.Title == role.Noun && other.Code != leader.Code) return other;
        return leader;
    }

    private static string Told(RoleBeside role) => role.Former ? Former(role.Noun) : role.Noun;

    private static string Former(string title) => title.StartsWith("former", StringComparison.Ordinal) ? title : "former " + title;

    /// <summary>The state whose nationality a word tells.</summary>
    public ActorReference OfNation(RoleCountry nation) => new()
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

    /// <summary>"Pakistan's Joint Chiefs of Staff": an organ like the listed one, of the state that the text names.</summary>
    public ActorReference OfOther(Entity institution, RoleCountry state, TextRange range) => new()
    {
        Code = state.Code,
        Country = state.Country,
        Sectors = institution.Sectors,
        Name = state.Name,
        Title = institution.Name,
        Text = view.Text(range),
        Range = range,
        How = Recognition.Title,
        Confidence = 0.85,
    };

    /// <summary>A place as a mention: it is no actor, but tells a country.</summary>
    public ActorReference Place(Entity place, TextRange range) => new()
    {
        Country = Country(place),
        Name = place.Name,
        Identifier = place.Identifier,
        Text = view.Text(range),
        Range = range,
        How = Recognition.Listed,
        Confidence = 0.85,
    };
}
