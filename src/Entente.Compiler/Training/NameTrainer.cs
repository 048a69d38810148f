using Entente.Language.Learning;
using Entente.Language.Naming;
using Entente.Language.Parsing;
using Entente.Language.Tagging;

namespace Entente.Compiler.Training;

/// <summary>Trains the name tagger on the examples that have names.</summary>
internal static class NameTrainer
{
    /// <summary>Trains on predicted tags and the treebank's trees.</summary>
    public static TrainingModel Train(IReadOnlyList<Example> examples, TransitionSet transitions, TagSet tags, IScorer tagger, HashTable clusters, int epochs,
        int seed)
    {
        var model = new TrainingModel(NameTagger.Tags.Length, 2);
        var named = examples.Where(e => e.Names is not null).ToArray();
        var random = new Random(seed);
        var frame = new Frame();
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(named);
            for (var k = 0; k < named.Length; k++)
            {
                var example = named[k];
                var forms = Variants.Of(example.Forms, k);
                frame.Load(forms, clusters);
                if (ReferenceEquals(forms, example.Forms))
                    for (var i = 1; i <= frame.Count; i++) Tagger.Set(frame, i, example.Predicted[i - 1], tags);
                else
                    Tagger.Tag(frame, tags, tagger);
                for (var i = 1; i <= frame.Count; i++)
                    (frame.Heads[i], frame.Labels[i]) = (example.Heads[i - 1], Math.Max(0, Array.IndexOf(transitions.Labels, example.Labels[i - 1])));
                TrainSentence(model, frame, example.Names!);
            }
        }

        return model;
    }

    private static void TrainSentence(TrainingModel model, Frame frame, string[] names)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[NameTagger.Tags.Length];
        for (var i = 1; i <= frame.Count; i++)
        {
            frame.Names[i] = 0;
            if (!NameFeatures.CanBeName(frame, i)) continue;
            var gold = Array.IndexOf(NameTagger.Tags, names[i - 1]);
            var used = features[..NameFeatures.Fill(frame, i, features)];
            model.Score(used, scores);
            var best = NameTagger.Best(scores, frame.Names[i - 1]);
            if (best != gold)
            {
                model.Update(used, gold, 1);
                model.Update(used, best, -1);
            }

            model.Tick();
            frame.Names[i] = best;
        }
    }
}
