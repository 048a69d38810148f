using System.Collections.Immutable;

namespace Entente.Analysis.Affinity;

/// <summary>The affinity of many dyads over time, kept densely.</summary>
public sealed class AffinityTable
{
    private readonly ImmutableArray<(int One, int Other, int First, int Start)> dyads;
    private readonly float[] numbers;
    private readonly int last;
    private readonly Lazy<Dictionary<(string, string), int>> places;

    private AffinityTable(ImmutableArray<string> parties, ImmutableArray<(int One, int Other, int First, int Start)> dyads, float[] numbers, int last)
    {
        (Parties, this.dyads, this.numbers, this.last) = (parties, dyads, numbers, last);
        places = new(() => dyads.Select((d, i) => ((parties[d.One], parties[d.Other]), i)).ToDictionary(p => p.Item1, p => p.i));
    }

    /// <summary>A table without dyads.</summary>
    public static AffinityTable Empty { get; } = new([], [], [], 0);

    /// <summary>Names of the parties.</summary>
    public ImmutableArray<string> Parties { get; }

    /// <summary>Number of dyads.</summary>
    public int Count => dyads.Length;

    /// <summary>Number of estimates of all dyads together.</summary>
    public int Estimates => numbers.Length / 4;

    /// <summary>A dyad: its parties, and its first and last period with an estimate.</summary>
    public (string One, string Other, int First, int Last) Dyad(int index) => (Parties[dyads[index].One], Parties[dyads[index].Other], dyads[index].First, last);

    /// <summary>A dyad's estimate in a period; null before its first and after the last one.</summary>
    public AffinityEstimate? At(int index, int period)
    {
        var (_, _, first, start) = dyads[index];
        if (period < first || period > last) return null;
        var at = (start + period - first) * 4;
        return new AffinityEstimate(numbers[at], numbers[at + 1], numbers[at + 2], numbers[at + 3]);
    }

    /// <summary>The place of a dyad, in whichever order its parties are named; −1 when there is none.</summary>
    public int Find(string one, string other)
    {
        if (places.Value.TryGetValue((one, other), out var place) || places.Value.TryGetValue((other, one), out place)) return place;
        return -1;
    }

    /// <summary>Fills a table.</summary>
    internal sealed class Builder(ImmutableArray<string> parties, int last)
    {
        private readonly ImmutableArray<(int, int, int, int)>.Builder dyads = ImmutableArray.CreateBuilder<(int, int, int, int)>();
        private readonly List<float> numbers = [];

        public void Begin(int one, int other, int first) => dyads.Add((one, other, first, numbers.Count / 4));

        public void Add(AffinityEstimate e)
        {
            numbers.Add((float)e.Mean);
            numbers.Add((float)e.Low);
            numbers.Add((float)e.High);
            numbers.Add((float)e.Weight);
        }

        public AffinityTable Finish() => new(parties, dyads.ToImmutable(), [.. numbers], last);
    }
}
