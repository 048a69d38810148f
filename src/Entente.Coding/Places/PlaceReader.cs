using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Sources;
using NodaTime;

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

    /// <summary>The place that the dateline names, null when there is none or it is not known.</summary>
    public static EventPlace? OfDateline(Article article, KnowledgeBase knowledge)
    {
        if (article.Dateline is not { } dateline) return null;
        var end = dateline.AsSpan().IndexOfAny(",;(–—");
        var name = (end < 0 ? dateline : dateline[..end]).Trim();
        var start = article.DatelineRange is { } range ? article.Text.IndexOf(name, range.Start, StringComparison.Ordinal) : -1;
        if (name.Length == 0 || start < 0) return null;
        return Choose(knowledge.Names.Find(name), knowledge, article.Published, name, new TextRange(start, start + name.Length))?.Event;
    }

    /// <summary>
    /// Whether an act that names no place may have happened where the story was filed: near its beginning, and nobody from elsewhere
    /// takes part, since who writes from Washington tells of the whole world.
    /// </summary>
    public static bool IsLocal(EventPlace dateline, CodedEvent act) =>
        act.Sentence <= 3 && act.Status == EventStatus.Actual && dateline.Country is not null
        && act.Actor.Concat(act.Recipient).All(a => a.Country is null ? a.Code is null : a.Country == dateline.Country);

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
        var range = view.Range(match.First, match.Last);
        return Choose(match.Names, view.Knowledge, view.Document.Article.Published, view.Text(range), range);
    }

    /// <summary>Of those with the name a place before a state, and the first of the knowledge.</summary>
    private static (Entity Entity, EventPlace Event)? Choose(IReadOnlyList<ListedName> names, KnowledgeBase knowledge, LocalDate? day, string text, TextRange range)
    {
        Entity? best = null;
        foreach (var name in names)
        {
            if (name.Entity.Kind is EntityKind.Place && best is not { Kind: EntityKind.Place }) best = name.Entity;
            else if (name.Entity.Kind is EntityKind.Capital or EntityKind.State && (best is null || !Exists(best, day))) best = name.Entity;
        }

        if (best is null) return null;
        var country = knowledge.Territories.Country(best, day);
        return (best, new EventPlace(best.Kind == EntityKind.Capital ? text : best.Name, country, best.Latitude, best.Longitude, text, range));
    }

    private static bool Exists(Entity entity, LocalDate? day) => day is not { } on || entity.On(on);
}
