using System.Collections.Immutable;

namespace Entente.Analysis.Networks;

/// <summary>
/// Who stands with whom and against whom: actors and the ties between them, positive or negative, of any strength, the same in both
/// directions. Immutable. Holds all n² weights, so it is meant for up to some thousand actors.
/// </summary>
public sealed class SignedGraph
{
    private readonly double[] weights;

    private SignedGraph(ImmutableArray<string> names, double[] weights) => (Names, this.weights) = (names, weights);

    /// <summary>The actors' names; an actor's place here is its index everywhere.</summary>
    public ImmutableArray<string> Names { get; }

    /// <summary>Number of actors.</summary>
    public int Count => Names.Length;

    /// <summary>The weight of the tie between two actors: above 0 friendly, below 0 hostile, 0 where there is none.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such actor.</exception>
    public double this[int i, int j] => (uint)i >= (uint)Count
        ? throw new ArgumentOutOfRangeException(nameof(i), i, "No such actor.")
        : (uint)j < (uint)Count ? weights[(i * Count) + j] : throw new ArgumentOutOfRangeException(nameof(j), j, "No such actor.");

    /// <summary>All ties, each once, with i &lt; j, in ascending order.</summary>
    public IEnumerable<(int I, int J, double Weight)> Ties
    {
        get
        {
            for (var i = 0; i < Count; i++)
                for (var j = i + 1; j < Count; j++)
                    if (this[i, j] is not 0 and var weight) yield return (i, j, weight);
        }
    }

    /// <summary>Weights of an actor's ties with all actors, its own place 0.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such actor.</exception>
    public ReadOnlySpan<double> Row(int actor) => weights.AsSpan(actor * Count, Count);

    /// <summary>
    /// Of named actors and ties between their indices. Ties of the same two actors are added up, in whichever direction they are told.
    /// </summary>
    /// <exception cref="ArgumentException">A name occurs twice, a tie has an actor with itself, or a weight is no finite number.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A tie has an index that is no actor's.</exception>
    public static SignedGraph Of(ImmutableArray<string> names, IEnumerable<(int I, int J, double Weight)> ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        if (names.IsDefault) names = [];
        if (names.Distinct(StringComparer.Ordinal).Count() != names.Length) throw new ArgumentException("A name occurs twice.", nameof(names));
        var (count, weights) = (names.Length, new double[names.Length * names.Length]);
        foreach (var (i, j, weight) in ties)
        {
            if ((uint)i >= (uint)count || (uint)j >= (uint)count) throw new ArgumentOutOfRangeException(nameof(ties), (i, j), "No such actor.");
            if (i == j) throw new ArgumentException($"{names[i]} has a tie with itself.", nameof(ties));
            var sum = weights[(i * count) + j] + weight;
            if (!double.IsFinite(sum)) throw new ArgumentException($"The tie of {names[i]} and {names[j]} has no finite weight.", nameof(ties));
            weights[(i * count) + j] = weights[(j * count) + i] = sum;
        }

        return new SignedGraph(names, weights);
    }

    /// <summary>Of ties between names; the actors stand in the order in which they occur.</summary>
    /// <exception cref="ArgumentException">A tie has an actor with itself, or a weight is no finite number.</exception>
    public static SignedGraph Of(IEnumerable<(string From, string To, double Weight)> ties)
    {
        ArgumentNullException.ThrowIfNull(ties);
        var (names, places, edges) = (ImmutableArray.CreateBuilder<string>(), new Dictionary<string, int>(StringComparer.Ordinal), new List<(int, int, double)>());
        foreach (var (from, to, weight) in ties) edges.Add((Place(from), Place(to), weight));
        return Of(names.ToImmutable(), edges);

        int Place(string name)
        {
            if (places.TryGetValue(name, out var place)) return place;
            names.Add(name);
            return places[name] = places.Count;
        }
    }

    /// <summary>The index of a name, −1 where there is no such actor.</summary>
    public int IndexOf(string name) => Names.IndexOf(name, 0, Count, StringComparer.Ordinal);

    /// <summary>The same ties with weights +1 and −1.</summary>
    public SignedGraph Signs() => new(Names, [.. weights.Select(w => (double)Math.Sign(w))]);

    /// <summary>Whether an actor has any tie.</summary>
    /// <exception cref="ArgumentOutOfRangeException">There is no such actor.</exception>
    public bool IsTied(int actor) => Row(actor).ContainsAnyExcept(0);
}
