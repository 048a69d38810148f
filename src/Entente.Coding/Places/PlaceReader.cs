using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;

namespace Entente.Coding.Places;

/// <summary>Finds where an act takes place: the nearest phrase of location in its clause, a place before a state.</summary>
internal static class PlaceReader
{
    private static readonly HashSet<string> Locating = new(
        ["in", "at", "near", "outside", "around", "inside", "across", "off", "over", "along", "within", "throughout", "close to", "north of", "south of", "east of", "west of"],
        StringComparer.Ordinal);

    /// <summary>The place of the act at a predicate, null when the clause names none.</summary>
    public static EventPlace? Of(SentenceView view, int predicate)
    {
        var best = Nearest(view, predicate);
        var head = view[predicate].Head;
        if (best is null && head >= 0 && !view.Is(predicate, "ccomp") && !view.Is(predicate, "acl") && !view.Is(predicate, "parataxis"))
            best = Nearest(view, head);
        return best;
    }

    private static EventPlace? Nearest(SentenceView view, int predicate)
    {
        EventPlace? state = null;
        var queue = new Queue<(int Index, int Depth)>([(predicate, 0)]);
        while (queue.TryDequeue(out var next))
        {
            foreach (var child in view.Children(next.Index))
            {
                if (!(view.Is(child, "obl") || view.Is(child, "nmod") || view.Is(child, "obj") || view.Is(child, "nsubj") || view.Is(child, "conj") && view.IsNominal(child))) continue;
                if (next.Depth < 3) queue.Enqueue((child, next.Depth + 1));
                if (!Locating.Contains(view.Case(child)) || Place(view, child) is not { } place) continue;
                if (place.Entity.Kind is EntityKind.Place or EntityKind.Capital) return place.Event;
                state ??= place.Event;
            }
        }

        return state;
    }

    private static (Entity Entity, EventPlace Event)? Place(SentenceView view, int index)
    {
        if (view.NameAt(index) is not { } match) return null;
        var entity = match.Names.Select(n => n.Entity).Where(e => e.Kind is EntityKind.Place or EntityKind.Capital or EntityKind.State).OrderBy(e => e.Kind == EntityKind.Place ? 0 : 1).FirstOrDefault();
        if (entity is null) return null;
        var range = view.Range(match.First, match.Last);
        var text = view.Text(range);
        return (entity, new EventPlace(entity.Kind == EntityKind.Capital ? text : entity.Name, entity.Country, entity.Latitude, entity.Longitude, text, range));
    }
}
