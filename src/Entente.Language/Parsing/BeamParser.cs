using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Parsing;

/// <summary>
/// A transition parser (arc-hybrid) with a beam. Builds exactly one tree over the words: the one word left on the stack is the root.
/// Holds the room it works in; one thread each.
/// </summary>
internal sealed class BeamParser
{
    private readonly TransitionSet transitions;
    private readonly IScorer scorer;
    private readonly Configuration[][] beams;
    private readonly (long Score, int From, int Class)[] candidates;
    private readonly List<(int Before, byte Class)> history = [];
    private readonly int[] scores;
    private int candidateCount;

    /// <summary>Makes a parser that keeps <paramref name="width"/> states.</summary>
    public BeamParser(TransitionSet transitions, IScorer scorer, int width)
    {
        this.transitions = transitions;
        this.scorer = scorer;
        beams = [States(width), States(width)];
        candidates = new (long, int, int)[width];
        scores = new int[scorer.ClassCount];
    }

    /// <summary>The features, loaded with the sentence last begun.</summary>
    public ParserFeatures Features { get; } = new();

    /// <summary>The states kept, best first.</summary>
    public ReadOnlySpan<Configuration> Beam => beams[0].AsSpan(0, Width);

    /// <summary>How many states are kept now.</summary>
    public int Width { get; private set; }

    /// <summary>Parses a tagged sentence and fills <see cref="Frame.Heads"/> and <see cref="Frame.Labels"/>.</summary>
    public void Parse(Frame frame)
    {
        Begin(frame);
        for (var step = 2 * frame.Count - 1; step > 0; step--) Advance();
        var best = beams[0][0];
        for (var i = 1; i <= frame.Count; i++)
        {
            frame.Heads[i] = best.Heads[i];
            frame.Labels[i] = best.Heads[i] == 0 ? 0 : best.Labels[i] - 1;
        }
    }

    /// <summary>Puts the first state of a sentence alone into the beam.</summary>
    public void Begin(Frame frame)
    {
        Features.Load(frame);
        history.Clear();
        beams[0][0].Reset(frame.Count);
        Width = 1;
    }

    /// <summary>Makes the next transition in every way that stays in the beam.</summary>
    public void Advance()
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        candidateCount = 0;
        for (var k = 0; k < Width; k++)
        {
            var state = beams[0][k];
            scorer.Score(features[..Features.Fill(state, features)], scores);
            Collect(state, k);
        }

        for (var k = 0; k < candidateCount; k++)
        {
            var (score, from, chosen) = candidates[k];
            var state = beams[1][k];
            state.CopyFrom(beams[0][from]);
            state.Apply(transitions.Transitions[chosen]);
            state.Score = score;
            history.Add((state.History, (byte)chosen));
            state.History = history.Count - 1;
        }

        Width = candidateCount;
        (beams[0], beams[1]) = (beams[1], beams[0]);
    }

    /// <summary>Writes the classes that led to <paramref name="state"/> into <paramref name="into"/>.</summary>
    public void Trace(Configuration state, List<byte> into)
    {
        into.Clear();
        for (var node = state.History; node >= 0; node = history[node].Before) into.Add(history[node].Class);
        into.Reverse();
    }

    private void Collect(Configuration state, int from)
    {
        Span<bool> allowed = [state.Allows(Move.Shift), state.Allows(Move.Left), state.Allows(Move.Right)];
        var all = transitions.Transitions;
        for (var i = 0; i < all.Length; i++)
        {
            if (!allowed[(int)all[i].Move]) continue;
            var score = state.Score + scores[i];
            if (candidateCount == candidates.Length && score <= candidates[^1].Score) continue;
            Insert(score, from, i);
        }
    }

    private void Insert(long score, int from, int chosen)
    {
        if (candidateCount < candidates.Length) candidateCount++;
        var place = candidateCount - 1;
        for (; place > 0 && candidates[place - 1].Score < score; place--) candidates[place] = candidates[place - 1];
        candidates[place] = (score, from, chosen);
    }

    private static Configuration[] States(int width)
    {
        var states = new Configuration[width];
        for (var i = 0; i < width; i++) states[i] = new Configuration();
        return states;
    }
}
