using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>Frames by predicate, in the order in which they are tried.</summary>
internal sealed class FrameTable(Dictionary<string, Frame[]> frames)
{
    private readonly Dictionary<string, string[]> types = frames.ToDictionary(f => f.Key, f => f.Value.Select(x => x.Event).Distinct().ToArray(), StringComparer.Ordinal);

    /// <summary>Number of frames.</summary>
    public int Count { get; } = frames.Values.Sum(f => f.Length);

    /// <summary>Number of distinct predicates.</summary>
    public int Predicates => frames.Count;

    /// <summary>All frames.</summary>
    public IEnumerable<Frame> All => frames.Values.SelectMany(f => f);

    /// <summary>The types that frames of <c>lemma.pos</c> tell, <c>NONE</c> included; empty when there are no frames.</summary>
    public IReadOnlyList<string> TypesOf(string predicate) => types.GetValueOrDefault(predicate) ?? [];

    /// <summary>The frames of <c>lemma.pos</c>, those with most conditions first; empty when none.</summary>
    public ReadOnlySpan<Frame> Of(string predicate) => frames.GetValueOrDefault(predicate);
}

/// <summary>Reads events/frames/*.tsv.</summary>
internal static class FrameReader
{
    private static readonly HashSet<string> Relations = new(["subj", "obj", "iobj", "comp", "xcomp", "self"], StringComparer.Ordinal);

    /// <summary>Reads all frames and checks them against the ontology and the classes.</summary>
    public static FrameTable Read(KnowledgeFolder folder, OntologyTables ontology, LemmaClasses classes)
    {
        var frames = new Dictionary<string, List<Frame>>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("events/frames/*.tsv", ["predicate", "event"], r => r["predicate"] + "|" + r["event"] + "|" + r["when"]))
        {
            var conditions = row.List("when").Select(SlotCondition.Parse).ToImmutableArray();
            var actor = SlotPath.Parse(row["actor"]);
            var recipient = SlotPath.Parse(row["recipient"]);
            if (Fault(row, conditions, [actor, recipient], ontology, classes) is { } fault)
            {
                folder.Report(row, fault);
                continue;
            }

            var predicate = row["predicate"].Replace('-', ' ');
            if (!frames.TryGetValue(predicate, out var list)) frames[predicate] = list = [];
            list.Add(new Frame
            {
                Predicate = predicate[..^2],
                Pos = predicate[^1],
                Event = row["event"],
                Mode = row.Optional("mode"),
                Cameo = row["cameo"] is { Length: > 0 } cameo ? cameo : row["event"] == "NONE" ? "" : ontology.Cameo(row["event"]),
                Actor = actor,
                Recipient = recipient,
                When = conditions,
            });
        }

        // OrderBy is stable: among frames with as many conditions, as exact, the file's order stands.
        return new FrameTable(frames.ToDictionary(f => f.Key, f => f.Value.OrderByDescending(x => x.When.Length).ThenByDescending(x => x.When.Sum(w => w.Exactness)).ToArray(), StringComparer.Ordinal));
    }

    private static string? Fault(KnowledgeRow row, ImmutableArray<SlotCondition> conditions, ReadOnlySpan<SlotPath> paths, OntologyTables ontology, LemmaClasses classes)
    {
        var predicate = row["predicate"];
        if (predicate.Length < 3 || predicate[^2] != '.' || predicate[^1] is not ('v' or 'n' or 'a'))
            return $"predicate '{predicate}' must end in .v, .n or .a";
        var type = row["event"];
        if (type != "NONE" && !ontology.HasType(type)) return $"there is no type {type}";
        if (row.Optional("mode") is { } mode && !ontology.HasMode(type, mode)) return $"{type} has no mode {mode}";
        if (row.Optional("cameo") is { } cameo && !ontology.HasCameo(cameo)) return $"there is no CAMEO code {cameo}";
        foreach (var condition in conditions)
        {
            if (!IsSlot(condition.Slot)) return $"'{condition.Slot}' is no slot";
            if (condition.Classes.FirstOrDefault(c => !classes.Has(c)) is { } missing) return $"there is no class @{missing}";
        }

        foreach (var path in paths)
        {
            foreach (var alternative in path.Alternatives)
            {
                foreach (var slot in alternative)
                    if (!IsSlot(slot)) return $"'{slot}' is no slot";
            }
        }

        return null;
    }

    private static bool IsSlot(string slot) =>
        Relations.Contains(slot) || (slot.Length > 1 && slot.All(c => char.IsAsciiLetterLower(c) || c is ' ' or '-' or '_'));
}
