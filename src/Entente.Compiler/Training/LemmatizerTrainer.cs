using Entente.Language.Learning;
using Entente.Language.Lemmatising;
using Entente.Language.Tagging;

namespace Entente.Compiler.Training;

/// <summary>Trains the lemmatiser: the edits by endings and tag, then a list of the words that they get wrong.</summary>
internal static class LemmatizerTrainer
{
    /// <summary>Trains and returns the lemmatiser's part of the model file.</summary>
    public static byte[] Train(IReadOnlyList<Example> examples, TagSet tags, HashTable clusters, int seed)
    {
        var numbers = Annotation.NumbersOf(tags);
        var scripts = examples.SelectMany(e => e.Forms.Zip(e.Lemmas, LemmaScript.Between)).GroupBy(s => s.ToString(), StringComparer.Ordinal)
            .Where(g => g.Count() >= 4).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).Select(g => g.Key).Take(250).ToArray();
        var words = Words(examples, numbers, scripts);
        var model = new TrainingModel(scripts.Length, 2);
        var random = new Random(seed);
        var frame = new Frame();
        Span<uint> features = stackalloc uint[LemmaFeatures.Most];
        Span<int> scores = stackalloc int[scripts.Length];
        for (var epoch = 0; epoch < 5; epoch++)
        {
            random.Shuffle(words);
            foreach (var (form, tag, script, _) in words)
            {
                if (script < 0) continue;
                frame.Load([form], clusters);
                Tagger.Set(frame, 1, tag, tags);
                var used = features[..LemmaFeatures.Fill(frame, 1, features)];
                model.Score(used, scores);
                var best = Tagger.Best(scores);
                if (best != script)
                {
                    model.Update(used, script, 1);
                    model.Update(used, best, -1);
                }

                model.Tick();
            }
        }

        using var memory = new MemoryStream();
        using (var writer = new ModelWriter(memory)) Write(writer, words, scripts, Finished.Bytes(model, 60_000), tags, clusters);
        return memory.ToArray();
    }

    private static (string Form, int Tag, int Script, string Lemma)[] Words(IReadOnlyList<Example> examples, Dictionary<string, int> numbers, string[] scripts)
    {
        var known = Enumerable.Range(0, scripts.Length).ToDictionary(i => scripts[i], i => i, StringComparer.Ordinal);
        return [.. examples.SelectMany(e => Enumerable.Range(0, e.Forms.Length)
            .Where(i => numbers.ContainsKey(e.Tags[i]) && e.Lemmas[i] != "_" && !e.Forms[i].Any(char.IsAsciiDigit))
            .Select(i => (e.Forms[i], numbers[e.Tags[i]], known.GetValueOrDefault(LemmaScript.Between(e.Forms[i], e.Lemmas[i]).ToString(), -1), e.Lemmas[i])))];
    }

    private static void Write(ModelWriter writer, (string Form, int Tag, int Script, string Lemma)[] words, string[] scripts, byte[] weights, TagSet tags,
        HashTable clusters)
    {
        var reader = new ModelReader(weights);
        var plain = new Lemmatizer(LinearModel.Read(ref reader), scripts, new HashTable([]), [], clusters);
        var frame = new Frame();
        var lemmas = new Dictionary<string, int>(StringComparer.Ordinal);
        var exceptions = new List<KeyValuePair<uint, int>>();
        var groups = words.GroupBy(w => Key(w.Form, w.Tag, frame, tags, clusters));
        foreach (var group in groups.OrderBy(g => g.Key))
        {
            var (form, tag, _, _) = group.MinBy(w => w.Form, StringComparer.Ordinal);
            var lemma = group.GroupBy(w => w.Lemma, StringComparer.Ordinal).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal).First();
            Key(form, tag, frame, tags, clusters);
            if (plain.Lemma(frame, 1) == lemma.Key || lemma.Count() * 2 <= group.Count()) continue;
            if (!lemmas.TryGetValue(lemma.Key, out var number)) lemmas[lemma.Key] = number = lemmas.Count;
            exceptions.Add(new(group.Key, number));
        }

        writer.Texts(scripts);
        writer.Texts([.. lemmas.OrderBy(l => l.Value).Select(l => l.Key)]);
        HashTable.Write(writer, exceptions);
        writer.Raw(weights);
    }

    private static uint Key(string form, int tag, Frame frame, TagSet tags, HashTable clusters)
    {
        frame.Load([form], clusters);
        Tagger.Set(frame, 1, tag, tags);
        return Lemmatizer.ExceptionKey(frame, 1);
    }
}
