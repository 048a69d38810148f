using Entente.Language.Learning;

namespace Entente.Language;

/// <summary>Gives words met lately the string they had, so that a long text does not hold "the" a thousand times. One thread each.</summary>
internal sealed class FormCache
{
    private const int Size = 1 << 14;

    private readonly string[] forms = new string[Size];

    /// <summary>The word as a string.</summary>
    public string Get(ReadOnlySpan<char> word)
    {
        ref var known = ref forms[Hash.Text(word) % Size];
        if (known is null || !word.SequenceEqual(known)) known = word.ToString();
        return known;
    }
}
