using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Knowledge;

namespace Entente.Store.Incidents;

/// <summary>What is known about telling one act from another (knowledge/incidents/, and the places of knowledge/places/).</summary>
public sealed record IncidentKnowledge
{
    /// <summary>Kinds of places in which other places lie; two of them can be one although their middles are far apart.</summary>
    private static readonly FrozenSet<string> WideKinds = FrozenSet.Create(
        StringComparer.Ordinal, "province", "region", "island", "sea", "strait", "canal", "river", "lake", "mountain", "desert", "line");

    private static readonly string[] StateNames = ["name", "names", "adjectives", "demonyms", "capitals"];

    /// <summary>Usual English names of states: a place that is no more than a state.</summary>
    public required FrozenSet<string> States { get; init; }

    /// <summary>Names of places that other places lie in: provinces, seas, mountains.</summary>
    public required FrozenSet<string> WidePlaces { get; init; }

    /// <summary>Codes of states by the words of their names, people and capitals, which tell parties rather than what sets an act apart.</summary>
    public required FrozenDictionary<string, string> StateWords { get; init; }

    /// <summary>Words of the names of places that are no words of states and no common ones.</summary>
    public required FrozenSet<string> PlaceWords { get; init; }

    /// <summary>Pairs of types that one act is told as, each in both orders.</summary>
    public required FrozenSet<(string, string)> Neighbours { get; init; }

    /// <summary>Share of news texts that have a word (stem), 0 to 1; words that are not listed are rare.</summary>
    public required FrozenDictionary<string, double> Words { get; init; }

    /// <summary>Weight of each feature of two reports, in units of log odds.</summary>
    public required FrozenDictionary<string, double> Weights { get; init; }

    /// <summary>Faults of the files; the rows they name are left out.</summary>
    public required ImmutableArray<KnowledgeFault> Faults { get; init; }

    /// <summary>Reads the tables, own rows over the built-in ones.</summary>
    /// <param name="options">Where they lie.</param>
    public static IncidentKnowledge Read(KnowledgeOptions options)
    {
        var folder = new KnowledgeFolder([options.Base, .. options.Overlays]);
        var pairs = folder.Rows("incidents/neighbours.tsv", ["type", "other"], r => r["type"] + " " + r["other"]).Select(r => (r["type"], r["other"])).ToList();
        var states = folder.Rows("actors/states.tsv", ["code", "name"], r => r["code"]);
        var places = folder.Rows("places/places.tsv", ["name", "kind"], r => r["name"] + " " + r["country"]);
        var common = Numbers(folder, "incidents/words.tsv", "stem", "share");
        var ofStates = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var row in states)
            foreach (var word in StateNames.SelectMany(c => row.List(c)).SelectMany(IncidentWords.Stems).Where(w => w.Length > 2)) ofStates.TryAdd(word, row["code"]);
        return new IncidentKnowledge
        {
            States = states.Select(r => r["name"]).ToFrozenSet(StringComparer.Ordinal),
            WidePlaces = places.Where(r => WideKinds.Contains(r["kind"])).Select(r => r["name"]).ToFrozenSet(StringComparer.Ordinal),
            StateWords = ofStates.ToFrozenDictionary(StringComparer.Ordinal),
            PlaceWords = places.SelectMany(r => r.List("names").Append(r["name"])).SelectMany(n => Telling(n, common)).Where(w => !ofStates.ContainsKey(w)).ToFrozenSet(StringComparer.Ordinal),
            Neighbours = pairs.Concat(pairs.Select(p => (p.Item2, p.Item1))).ToFrozenSet(),
            Words = common.ToFrozenDictionary(w => w.Key, w => w.Value / 1000, StringComparer.Ordinal),
            Weights = Numbers(folder, "incidents/weights.tsv", "feature", "weight").ToFrozenDictionary(StringComparer.Ordinal),
            Faults = [.. folder.Faults],
        };
    }

    /// <summary>A name of one word, or those words of a longer name that are not common ("Port Vila": Vila).</summary>
    private static IEnumerable<string> Telling(string name, Dictionary<string, double> common)
    {
        var words = IncidentWords.Stems(name);
        return words.Where(w => w.Length > 2 && (words.Count == 1 || !common.ContainsKey(w)));
    }

    private static Dictionary<string, double> Numbers(KnowledgeFolder folder, string table, string key, string number)
    {
        var all = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var row in folder.Rows(table, [key, number], r => r[key]))
        {
            if (double.TryParse(row[number], NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var value)) all[row[key]] = value;
            else folder.Report(row, $"'{row[number]}' in column {number} is no number");
        }

        return all;
    }
}
