using Entente.Compiler.Neural;
using Entente.Language.Learning;
using Entente.Language.Naming;
using Entente.Language.Tagging;

namespace Entente.Compiler.Training;

/// <summary>A sentence with its tags, its tree and its names.</summary>
internal sealed record NameLesson(NetworkExample Parse, string[] Names);

/// <summary>Trains the two models of the name tagger on sentences whose names are marked.</summary>
internal sealed class NameTrainer(HashTable clusters, TagSet tags, HashTable phrases, NameLists lists)
{
    // Half of the features are left out at random each time, so that the common ones learn to carry names never seen before.
    private const double Kept = 0.5;

    // So often a list is taken away for a sentence, so that the models trust the lists without leaning on them alone.
    private const double Hidden = 0.2;

    private static readonly ListBits[] Kinds =
    [
        ListBits.Given, ListBits.Surname, ListBits.Place | ListBits.PlaceBegin | ListBits.PlaceInside,
        ListBits.Organization | ListBits.OrganizationBegin | ListBits.OrganizationInside, ListBits.Other | ListBits.OtherBegin | ListBits.OtherInside,
        ListBits.OrganizationWord, ListBits.PlaceWord, ListBits.Title, ListBits.Demonym,
    ];

    private readonly Frame frame = new();
    private Random random = new();

    /// <summary>Where names begin and end.</summary>
    public TrainingModel Boundaries { get; } = new(NameTagger.Boundaries, 2);

    /// <summary>What they are the names of.</summary>
    public TrainingModel Types { get; } = new(NameTagger.Types.Length, 2);

    /// <summary>Trains both.</summary>
    public void Train(NameLesson[] lessons, int epochs, int seed)
    {
        var named = lessons.ToArray();
        random = new Random(seed);
        for (var epoch = 0; epoch < epochs; epoch++)
        {
            random.Shuffle(named);
            for (var k = 0; k < named.Length; k++)
            {
                Load(named[k].Parse, k);
                MarkLists();
                TrainBoundaries(named[k].Names);
                TrainTypes(named[k].Names);
            }
        }
    }

    private void Load(NetworkExample example, int turn)
    {
        frame.Load(Variants.Of(example.Forms, turn), clusters);
        for (var i = 1; i <= frame.Count; i++)
        {
            Tagger.Set(frame, i, example.Tags![i - 1], tags);
            frame.Heads[i] = example.Heads![i - 1];
            frame.Labels[i] = example.Labels![i - 1];
        }
    }

    private void MarkLists()
    {
        lists.Mark(frame);
        var seen = ~ListBits.None;
        foreach (var kind in Kinds)
            if (random.NextDouble() < Hidden) seen &= ~kind;
        for (var i = 1; i <= frame.Count; i++) frame.Lists[i] &= seen;
    }

    private void TrainBoundaries(string[] names)
    {
        Span<uint> features = stackalloc uint[NameFeatures.Most];
        Span<int> scores = stackalloc int[NameTagger.Boundaries];
        for (var i = 1; i <= frame.Count; i++)
        {
            frame.Names[i] = 0;
            if (!NameFeatures.CanBeName(frame, i)) continue;
            var used = Thin(features[..NameFeatures.Fill(frame, i, features)]);
            Boundaries.Score(used, scores);
            frame.Names[i] = NameTagger.Best(scores, frame.Names[i - 1]);

            // A name whose beginning was missed begins late rather than never.
            var gold = names[i - 1][0] switch { 'B' => 1, 'I' => frame.Names[i - 1] == 0 ? 1 : 2, _ => 0 };
            Learn(Boundaries, used, gold, frame.Names[i]);
        }
    }

    private void TrainTypes(string[] names)
    {
        Span<uint> features = stackalloc uint[TypeFeatures.Most];
        Span<int> scores = stackalloc int[NameTagger.Types.Length];
        for (var i = 1; i <= frame.Count; i++)
        {
            if (names[i - 1][0] != 'B') continue;
            var end = i + 1;
            while (end <= frame.Count && names[end - 1][0] == 'I') end++;
            var used = Thin(features[..TypeFeatures.Fill(frame, i, end, phrases, features)]);
            Types.Score(used, scores);
            Learn(Types, used, Array.IndexOf(NameTagger.Types, names[i - 1][2..]), Tagger.Best(scores));
        }
    }

    private Span<uint> Thin(Span<uint> features)
    {
        var kept = 0;
        foreach (var feature in features)
            if (random.NextDouble() < Kept)
                features[kept++] = feature;
        return features[..kept];
    }

    private static void Learn(TrainingModel model, ReadOnlySpan<uint> features, int gold, int best)
    {
        if (best != gold)
        {
            model.Update(features, gold, 1);
            model.Update(features, best, -1);
        }

        model.Tick();
    }
}
