using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Lemmatising;

/// <summary>Finds dictionary forms: exceptions by word and tag first, else the edit that endings and tag speak for. Immutable.</summary>
internal sealed class Lemmatizer(IScorer scorer, string[] scripts, HashTable exceptions, string[] lemmas, HashTable words)
{
    private const int Tried = 3;

    private readonly LemmaScript[] scripts = [.. scripts.Select(LemmaScript.Parse)];

    /// <summary>Reads a lemmatiser.</summary>
    public static Lemmatizer Read(ref ModelReader reader, HashTable words)
    {
        var scripts = reader.Texts();
        var lemmas = reader.Texts();
        var exceptions = HashTable.Read(ref reader);
        return new Lemmatizer(LinearModel.Read(ref reader), scripts, exceptions, lemmas, words);
    }

    /// <summary>Lemma of word <paramref name="i"/>, whose tag is set.</summary>
    public string Lemma(Frame frame, int i)
    {
        if (frame.Forms[i].AsSpan().ContainsAnyInRange('0', '9')) return Number(frame.Forms[i]);
        var known = exceptions.Find(ExceptionKey(frame, i), -1);
        if (known >= 0) return lemmas[known];
        Span<uint> features = stackalloc uint[LemmaFeatures.Most];
        Span<int> scores = stackalloc int[scorer.ClassCount];
        scorer.Score(features[..LemmaFeatures.Fill(frame, i, features)], scores);
        var best = Tagger.Best(scores);
        var lemma = scripts[best].Apply(frame.Forms[i]);
        if (!Inflects(frame.Parts[i]) || IsKnown(lemma)) return lemma;

        // "Shelled" is no form of "shel": a likely edit that gives a word of the news is better than one that gives none.
        for (var n = 1; n < Tried; n++)
        {
            scores[best] = int.MinValue;
            best = Tagger.Best(scores);
            if (scores[best] > 0 && scripts[best].Apply(frame.Forms[i]) is var other && IsKnown(other)) return other;
        }

        return lemma;
    }

    private static bool Inflects(uint part) => part is (uint)Upos.VERB + 1 or (uint)Upos.NOUN + 1 or (uint)Upos.ADJ + 1 or (uint)Upos.ADV + 1;

    private bool IsKnown(string lemma)
    {
        Span<char> buffer = stackalloc char[64];
        return words.Find(Hash.Text(buffer[..Outline.Normalise(lemma, buffer)]), 0) != 0;
    }

    // "3,900" is 3900; what else has digits stays as it is.
    private static string Number(string form) =>
        form.Contains(',', StringComparison.Ordinal) && form.All(c => char.IsAsciiDigit(c) || c is ',' or '.') ? form.Replace(",", "", StringComparison.Ordinal) : form;

    /// <summary>Key of a word with its tag among the exceptions; names are told apart by their capitals.</summary>
    public static uint ExceptionKey(Frame frame, int i) =>
        Hash.Feature(90, frame.Words[i], (uint)frame.Tags[i], frame.Parts[i] == (uint)Upos.PROPN + 1 ? Hash.Text(frame.Forms[i]) : 0);
}
