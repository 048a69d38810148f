using System.Collections.Immutable;
using System.Globalization;

namespace Entente.Coding;

/// <summary>Joins what is told more than once, and gives the events of a document their ids.</summary>
internal static class DocumentMerger
{
    /// <summary>Further tellings beyond so many prove nothing more.</summary>
    private const int MostEvidence = 100;

    /// <summary>Of acts of one sentence that say the same, the fullest; a poorer reading of the same act is dropped.</summary>
    public static List<CodedEvent> WithinSentence(List<CodedEvent> events)
    {
        var kept = new List<CodedEvent>();
        foreach (var one in events.OrderByDescending(Fullness))
            if (!kept.Exists(other => IsPoorer(one, other))) kept.Add(one);
        return [.. kept.OrderBy(e => e.Evidence[0].Trigger.Start).ThenBy(e => e.Event, StringComparer.Ordinal)];
    }

    /// <summary>The events of a document, each once, with stable ids.</summary>
    public static ImmutableArray<CodedEvent> Merge(List<CodedEvent> events)
    {
        var merged = new List<CodedEvent>();
        var places = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        foreach (var one in events)
        {
            var key = Key(one);
            if (!places.TryGetValue(key, out var alike)) places[key] = alike = [];
            var at = alike.FindIndex(m => SameAct(merged[m], one));
            if (at >= 0)
            {
                merged[alike[at]] = Join(merged[alike[at]], one);
                continue;
            }

            // Only the latest few can be told again, so that a long document costs no more than its length.
            if (alike.Count >= 16) alike.RemoveAt(0);
            alike.Add(merged.Count);
            merged.Add(one);
        }

        var numbers = new Dictionary<int, int>();
        return [.. merged.Select(e =>
        {
            var number = numbers[e.Sentence] = numbers.GetValueOrDefault(e.Sentence) + 1;
            return e with { Id = string.Create(CultureInfo.InvariantCulture, $"{e.Document}:{e.Sentence}:{number}") };
        })];
    }

    private static string Key(CodedEvent e) =>
        $"{e.Event}|{e.Mode}|{e.Status}|{string.Join(',', e.Actor.Select(a => a.Code))}|{string.Join(',', e.Recipient.Select(a => a.Code))}";

    private static double Fullness(CodedEvent e) => e.Actor.Length * 2 + e.Recipient.Length * 2 + e.Confidence + (e.Content is null ? 0 : 0.5);

    private static bool IsPoorer(CodedEvent one, CodedEvent fuller) =>
        one.Event == fuller.Event
        && (one.Status == fuller.Status || one.Evidence[0].Trigger == fuller.Evidence[0].Trigger)
        && Within(one.Actor, [.. fuller.Actor, .. fuller.Recipient]) && Within(one.Recipient, [.. fuller.Recipient, .. fuller.Actor])
        && !SuffersElsewhere(one, fuller);

    /// <summary>"Six were killed in bombings while <b>another 47</b> died in raids by Chad": whom nobody is said to have harmed is not whom somebody else harmed.</summary>
    private static bool SuffersElsewhere(CodedEvent one, CodedEvent fuller) =>
        one.Actor is [{ Sectors: ["UNK"], Range.Length: 0 }] && fuller.Actor.Any(a => a.Range.Length > 0) && !one.Recipient.Any(s => fuller.Recipient.Any(r => r.Range.Overlaps(s.Range)));

    private static bool Within(ImmutableArray<ActorReference> some, ImmutableArray<ActorReference> all) =>
        some.All(s => s.Sectors is ["UNK"] || all.Any(a => a.SameAs(s) || (a.Code == s.Code && s.Code is not null)));

    private static bool SameAct(CodedEvent one, CodedEvent other) =>
        one.Event == other.Event && one.Mode == other.Mode && one.Status == other.Status && SameDate(one.Date, other.Date)
        && one.Content == other.Content && Same(one.Actor, other.Actor) && Same(one.Recipient, other.Recipient)
        && (one.Actor.Length > 0 && one.Recipient.Length > 0 || one.Actor.Length > 1)
        && (one.Place is null || other.Place is null || one.Place.Name == other.Place.Name);

    internal static bool SameDate(EventDate? one, EventDate? other) =>
        one is null || other is null || (one.Start == other.Start && one.End == other.End);

    private static bool Same(ImmutableArray<ActorReference> one, ImmutableArray<ActorReference> other) =>
        one.Length == other.Length && one.All(a => other.Any(a.SameAs));

    internal static CodedEvent Join(CodedEvent lead, CodedEvent more) => lead with
    {
        Evidence = lead.Evidence.Length >= MostEvidence ? lead.Evidence : lead.Evidence.AddRange(more.Evidence.Where(e => !lead.Evidence.Contains(e))),
        Attribution = JoinedClaims(lead.Attribution, more.Attribution),
        Place = lead.Place ?? more.Place,
        Confidence = Math.Round(1 - ((1 - lead.Confidence) * (1 - (more.Confidence * 0.5))), 3),
    };

    /// <summary>Claims of both tellings; where the article itself tells the act once, only denials and doubts remain.</summary>
    private static ImmutableArray<Attribution> JoinedClaims(ImmutableArray<Attribution> lead, ImmutableArray<Attribution> more)
    {
        var all = lead.AddRange(more.Where(c => !lead.Any(o => o.Stance == c.Stance && o.Actor?.Code == c.Actor?.Code)));
        return lead.IsEmpty || more.IsEmpty ? [.. all.Where(c => c.Stance != Stance.Asserts)] : all;
    }
}
