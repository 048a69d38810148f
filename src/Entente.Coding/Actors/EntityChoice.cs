using System.Collections.Frozen;
using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Coding.Actors;

/// <summary>Chooses among the entities that share a name.</summary>
internal static class EntityChoice
{
    private const int YearsBefore = 2;
    private const int YearsAfter = 15;

    /// <summary>The entity that the name most likely stands for on a day.</summary>
    /// <param name="names">Entries of the name, at least one.</param>
    /// <param name="day">The day, null for today's knowledge.</param>
    /// <param name="hint">What the sentence makes the name out to be.</param>
    /// <param name="allowed">Which entities count, all when null.</param>
    /// <param name="place">Whether the words stand where a place is expected.</param>
    public static Entity? Best(IReadOnlyList<ListedName> names, LocalDate? day, bool place, Func<Entity, bool>? allowed = null, NameHint.Kind hint = NameHint.Kind.None)
    {
        Entity? best = null;
        var bestRank = int.MaxValue;
        foreach (var name in names)
        {
            if (allowed is not null && !allowed(name.Entity)) continue;
            if (IsStillToCome(name.Entity, day)) continue;
            if (name.Short && day is { } on && IsFarFromOffice(name.Entity, on)) continue;
            var rank = Rank(name.Entity, day, place) + (Against(name, hint) * 2000);
            if (rank >= bestRank) continue;
            best = name.Entity;
            bestRank = rank;
        }

        return best;
    }

    /// <summary>All entities of a name, the likeliest first.</summary>
    public static IEnumerable<Entity> Ordered(IReadOnlyList<ListedName> names, LocalDate? day) =>
        names.OrderBy(n => n.Short && day is { } on && IsFarFromOffice(n.Entity, on)).ThenBy(n => Rank(n.Entity, day, place: false)).Select(n => n.Entity).Distinct();

    /// <summary>What will be founded years later cannot be meant; a person may be, a state under an older name too.</summary>
    private static bool IsStillToCome(Entity entity, LocalDate? day) =>
        day is { } on && entity.From is { } from && entity.Kind is EntityKind.Organisation or EntityKind.Group or EntityKind.Institution && from > on.PlusYears(1);

    /// <summary>By so many years who never led is less likely meant in an undated text.</summary>
    private const int Lesser = 200;

    private static readonly FrozenSet<string> Leading = new[]
    {
        "president", "prime minister", "premier", "chancellor", "king", "queen", "emperor", "emir", "sultan", "supreme leader", "leader", "general secretary", "secretary-general", "secretary general", "pope", "crown prince", "taoiseach",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>A surname alone names an office holder only around the time in office.</summary>
    private static bool IsFarFromOffice(Entity entity, LocalDate day) =>
        (entity.From is { } from && from.PlusYears(-YearsBefore) > day) || (entity.Until is { } until && until.PlusYears(YearsAfter) < day);

    /// <summary>How much what the sentence says speaks against a reading, in ranks.</summary>
    private static int Against(ListedName name, NameHint.Kind hint) => (hint, name.Entity.Kind) switch
    {
        (NameHint.Kind.Place, EntityKind.Leader) when name.Short => 25,
        (NameHint.Kind.Organisation, EntityKind.Leader) when name.Short => 15,
        (NameHint.Kind.Person, EntityKind.Place) => 20,
        (NameHint.Kind.Person, EntityKind.Group or EntityKind.Institution) => 10,
        _ => 0,
    };

    private static int Rank(Entity entity, LocalDate? day, bool place)
    {
        var rank = entity.Kind switch
        {
            EntityKind.State => 0,
            EntityKind.Adjective => 10,
            EntityKind.Demonym => 11,
            EntityKind.Capital => place ? 60 : 20,
            EntityKind.Institution => 30,
            EntityKind.Organisation => 31,
            EntityKind.Leader => 32,
            EntityKind.Group => 40,
            _ => place ? 15 : 50,
        };

        // Of two that may be meant the one whose time is told and fits is likelier: "South Yemen" in 1980.
        return (rank * 1000 + Distance(entity, day)) * 2 + (entity.From is null && entity.Until is null ? 1 : 0);
    }

    /// <summary>0 on the day itself; otherwise how far the entity's time lies from it, in years, at most 900, the future counting more.</summary>
    private static int Distance(Entity entity, LocalDate? day)
    {
        if (day is not { } on)
        {
            // Without a day "Clinton" is who led the state, not who ran for it or was sent somewhere later.
            var lesser = entity.Kind == EntityKind.Leader && !Leading.Contains(entity.Title ?? "") ? Lesser : 0;
            return lesser + (entity.Until is null ? 0 : Math.Clamp(2100 - entity.Until.Value.Year, 1, 900 - Lesser));
        }

        if (entity.On(on)) return 0;
        return entity.Until is { } until && until < on
            ? Math.Min(900, 1 + on.Year - until.Year)
            : Math.Min(900, 50 + entity.From!.Value.Year - on.Year);
    }
}
