using Entente.Language.Tagging;

namespace Entente.Language.Lemmatising;

/// <summary>Remembers the lemmas of words met lately. They depend on the word, its tag and the sentence's casing alone. One thread each.</summary>
internal sealed class LemmaCache(Lemmatizer lemmatizer)
{
    private const int Size = 1 << 14;

    private readonly Entry[] entries = new Entry[Size];

    /// <summary>Lemma of word <paramref name="i"/>, whose tag is set.</summary>
    public string Lemma(Frame frame, int i)
    {
        var key = frame.Tags[i] * 4 + (int)frame.Casing;
        ref var entry = ref entries[(frame.Words[i] ^ (uint)key * 0x9E3779B1u) % Size];
        if (entry.Form == frame.Forms[i] && entry.Key == key) return entry.Lemma;
        var lemma = lemmatizer.Lemma(frame, i);
        if (lemma == frame.Forms[i]) lemma = frame.Forms[i];
        entry = new Entry(frame.Forms[i], key, lemma);
        return lemma;
    }

    private readonly record struct Entry(string Form, int Key, string Lemma);
}
