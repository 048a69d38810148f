using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Parsing;

/// <summary>
/// A transition parser (arc-hybrid) with a beam. Builds exactly one tree over the words: the one word left on the stack is the root.
/// Holds the room it works in; one thread each.
/// </summary>
internal sealed class BeamParser
{
    // More than any score: a transition so marked is made only when there is no other.
    private const long Penalty = 1L << 40;

    private readonly TransitionSet transitions;
    private readonly IScorer scorer;
    private readonly Configuration[][] beams;
    private readonly (long Score, int From, int Class)[] candidates;
    private readonly List<(int Before, byte Class)> history = [];
    private readonly int[] scores;
    private readonly int punct;
    private readonly bool isStrict;
    private Frame frame = new();
    private int candidateCount;

    /// <summary>Makes a parser that keeps <paramref name="width"/> states.</summary>
    /// <param name="transitions">What it chooses from.</param>
    /// <param name="scorer">The weights.</param>
    /// <param name="width">Size of the beam.</param>
    /// <param name="isStrict">Whether punctuation is held to the relation <c>punct</c> and to having no dependents, wherever there is a choice.</param>
    public BeamParser(TransitionSet transitions, IScorer scorer, int width, bool isStrict)
    {
        this.isStrict = isStrict;
        punct = Array.IndexOf(transitions.Labels, "punct");
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
    public void Parse(Frame sentence)
    {
        Begin(sentence);
        for (var step = 2 * frame.Count - 1; step > 0; step--) Advance();
        var best = beams[0][0];
        for (var i = 1; i <= frame.Count; i++)
        {
            frame.Heads[i] = best.Heads[i];
            frame.Labels[i] = best.Heads[i] == 0 ? 0 : best.Labels[i] - 1;
        }

        TreeRepair.Run(frame, punct);
    }

    /// <summary>Puts the first state of a sentence alone into the beam.</summary>
    public void Begin(Frame sentence)
    {
        frame = sentence;
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
        Span<bool> headless = [false, IsPunctuation(state.Buffer(0)), IsPunctuation(state.Stack(1))];
        var childIsMark = IsPunctuation(state.Stack(0));
        var all = transitions.Transitions;
        for (var i = 0; i < all.Length; i++)
        {
            var (move, label) = (all[i].Move, all[i].Label);
            if (!allowed[(int)move]) continue;
            var score = state.Score + scores[i];
            if (isStrict && move != Move.Shift && (headless[(int)move] || childIsMark != (label == punct))) score -= Penalty;
            if (candidateCount == candidates.Length && score <= candidates[^1].Score) continue;
            Insert(score, from, i);
        }
    }

    private bool IsPunctuation(int word) => frame.Parts[word] == (uint)Upos.PUNCT + 1;

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
