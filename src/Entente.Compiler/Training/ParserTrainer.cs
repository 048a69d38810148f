using Entente.Language.Learning;
using Entente.Language.Parsing;
using Entente.Language.Tagging;

namespace Entente.Compiler.Training;

/// <summary>Trains the parser on predicted tags: structured perceptron, beam search, updates where the beam was most wrong.</summary>
internal sealed class ParserTrainer
{
    private readonly TransitionSet transitions;
    private readonly TagSet tags;
    private readonly HashTable clusters;
    private readonly TrainingModel model;
    private readonly BeamParser parser;
    private readonly Frame frame = new();
    private readonly Configuration gold = new();
    private readonly Configuration replay = new();
    private readonly List<byte> wrong = [];
    private readonly List<byte> trace = [];

    private ParserTrainer(TransitionSet transitions, TagSet tags, HashTable clusters, int width)
    {
        (this.transitions, this.tags, this.clusters) = (transitions, tags, clusters);
        model = new TrainingModel(transitions.Transitions.Length, 3);
        parser = new BeamParser(transitions, model, width, isStrict: false);
    }

    /// <summary>Trains on examples whose tags were predicted.</summary>
    public static TrainingModel Train(IReadOnlyList<Example> examples, TransitionSet transitions, TagSet tags, HashTable clusters, int width, int epochs,
        int seed, TextWriter log)
    {
        var trainer = new ParserTrainer(transitions, tags, clusters, width);
        var sequences = examples.Select(e => Oracle.Sequence(e, transitions)).ToArray();
        var order = Enumerable.Range(0, examples.Count).ToArray();
        var random = new Random(seed);
        for (var epoch = 1; epoch <= epochs; epoch++)
        {
            random.Shuffle(order);
            var (right, clock) = (0, System.Diagnostics.Stopwatch.StartNew());
            foreach (var k in order)
                if (sequences[k] is { } sequence && trainer.TrainSentence(examples[k], sequence))
                    right++;
            log.WriteLine($"  parser, round {epoch}: {100.0 * right / examples.Count:F1} % of the sentences right, {clock.Elapsed.TotalSeconds:F0} s");
        }

        return trainer.model;
    }

    private bool TrainSentence(Example example, byte[] sequence)
    {
        frame.Load(example.Forms, clusters);
        for (var i = 1; i <= frame.Count; i++) Tagger.Set(frame, i, example.Predicted[i - 1], tags);
        parser.Begin(frame);
        gold.Reset(frame.Count);
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        Span<int> scores = stackalloc int[model.ClassCount];
        long worst = 0;
        var inBeam = true;
        wrong.Clear();
        for (var step = 0; step < sequence.Length; step++)
        {
            model.Score(features[..parser.Features.Fill(gold, features)], scores);
            var score = gold.Score + scores[sequence[step]];
            gold.Apply(transitions.Transitions[sequence[step]]);
            gold.Score = score;
            parser.Advance();
            inBeam = inBeam && parser.Beam[^1].Score <= score;
            var best = parser.Beam[0];
            if (step + 1 < sequence.Length && (inBeam || best.Score - score < worst)) continue;
            parser.Trace(best, trace);
            if (step + 1 == sequence.Length && (best.Score - score < worst || trace.SequenceEqual(sequence))) continue;
            worst = best.Score - score;
            wrong.Clear();
            wrong.AddRange(trace);
        }

        if (wrong.Count > 0) Update(sequence);
        model.Tick();
        return wrong.Count == 0;
    }

    private void Update(byte[] sequence)
    {
        var first = 0;
        while (first < wrong.Count && wrong[first] == sequence[first]) first++;
        Adjust(sequence.AsSpan(0, wrong.Count), first, 1);
        Adjust(wrong.ToArray(), first, -1);
    }

    private void Adjust(ReadOnlySpan<byte> sequence, int first, int delta)
    {
        Span<uint> features = stackalloc uint[ParserFeatures.Most];
        replay.Reset(frame.Count);
        for (var step = 0; step < sequence.Length; step++)
        {
            if (step >= first) model.Update(features[..parser.Features.Fill(replay, features)], sequence[step], delta);
            replay.Apply(transitions.Transitions[sequence[step]]);
        }
    }
}
