using Entente.Store;
using Entente.Store.Incidents;
using Xunit;

namespace Entente.Tests.Store.Incidents;

/// <summary>How well incidents put together what tells the same act, measured on pairs of articles of which half are near misses.</summary>
public sealed class IncidentPairsTests
{
    [Fact]
    public void Given_the_right_events_the_same_acts_are_found_and_near_misses_are_not()
    {
        using var scratch = new Scratch();
        using var store = EventStore.OpenOrCreate(scratch.Store);
        IncidentPairs.Fill(store);
        new IncidentTable(store, IncidentPairs.Knowledge).Rebuild();
        var (precision, recall, wrong) = IncidentPairs.Measure(IncidentPairs.Joined(store));
        Assert.True(precision >= 0.97 && recall >= 0.85, $"precision {precision:F2}, recall {recall:F2}: {wrong}");
    }

    [Fact]
    public void From_end_to_end_hardly_a_near_miss_is_joined()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("pairs.jsonl", IncidentPairs.Articles));
        using var store = EventStore.Open(scratch.Store);
        var (precision, recall, wrong) = IncidentPairs.Measure(IncidentPairs.Joined(store));
        Assert.True(precision >= 0.90 && recall >= 0.20, $"precision {precision:F2}, recall {recall:F2}: {wrong}");
    }
}
