using Entente.Language.Learning;
using Entente.Language.Naming;

namespace Entente.Language.Tagging;

/// <summary>
/// The sentence in hand as the models see it: hashes of forms, affixes and shapes, clusters, then tags, heads and relations as the
/// stages fill them. Word numbers begin at 1; number 0 is "no word". Kept and used again for the next sentence; one thread each.
/// </summary>
internal sealed class Frame
{
    /// <summary>Number of affix lengths looked at.</summary>
    public const int Affixes = 5;

    /// <summary>How many words the sentence has.</summary>
    public int Count { get; private set; }

    /// <summary>How the sentence uses capitals.</summary>
    public Casing Casing { get; private set; }

    /// <summary>The words.</summary>
    public string[] Forms { get; private set; } = [];

    /// <summary>Hash of the form in lower case, digits made alike.</summary>
    public uint[] Words { get; private set; } = [];

    /// <summary>Hash of the form's outline ("Xx", "X.X.", "d-d").</summary>
    public uint[] Shapes { get; private set; } = [];

    /// <summary>Hashes of the last 1 to <see cref="Affixes"/> letters, a row for each word.</summary>
    public uint[] Suffixes { get; private set; } = [];

    /// <summary>Hashes of the first 1 to <see cref="Affixes"/> letters, a row for each word.</summary>
    public uint[] Prefixes { get; private set; } = [];

    /// <summary>Word cluster, 0 when unknown.</summary>
    public uint[] Clusters { get; private set; } = [];

    /// <summary>Which forms of the same word news knows ("-s", "-ed", "-ing", "-ly", "-er") as bits; 0 when unknown.</summary>
    public uint[] Kinds { get; private set; } = [];

    /// <summary>Tag number in the <see cref="TagSet"/>.</summary>
    public int[] Tags { get; private set; } = [];

    /// <summary>Part of speech as a number from 1; 0 for "no word".</summary>
    public uint[] Parts { get; private set; } = [];

    /// <summary>Number of the head, 0 for the root.</summary>
    public int[] Heads { get; private set; } = [];

    /// <summary>Number of the relation in the label list.</summary>
    public int[] Labels { get; private set; } = [];

    /// <summary>Number of the name tag.</summary>
    public int[] Names { get; private set; } = [];

    /// <summary>What the name lists know of each word.</summary>
    public ListBits[] Lists { get; private set; } = [];

    /// <summary>Takes in a sentence; tags, heads and names are undefined until their stages have run.</summary>
    public void Load(ReadOnlySpan<string> forms, HashTable clusters)
    {
        Reserve(forms.Length + 4);
        Count = forms.Length;
        Casing = Outline.CasingOf(forms);
        Clear(0);
        Span<char> buffer = stackalloc char[64];
        for (var i = 1; i <= Count; i++) LoadWord(i, forms[i - 1], clusters, buffer);
        for (var i = Count + 1; i < Count + 4; i++) Clear(i);
    }

    private void LoadWord(int i, string form, HashTable clusters, Span<char> buffer)
    {
        Forms[i] = form;
        var lower = buffer[..Outline.Normalise(form, buffer)];
        Words[i] = Hash.Text(lower);
        var known = (uint)clusters.Find(Words[i], 0);
        Clusters[i] = known & 1023;
        Kinds[i] = known >> 10;
        Shapes[i] = Outline.ShapeOf(form, Casing);
        for (var n = 1; n <= Affixes; n++)
        {
            var has = lower.Length >= n;
            Suffixes[i * Affixes + n - 1] = has ? Hash.Text(lower[^n..]) : 0;
            Prefixes[i * Affixes + n - 1] = has ? Hash.Text(lower[..n]) : 0;
        }
    }

    private void Clear(int i)
    {
        Forms[i] = "";
        Words[i] = Shapes[i] = Clusters[i] = Kinds[i] = Parts[i] = 0;
        Tags[i] = Heads[i] = Labels[i] = Names[i] = 0;
        Lists[i] = ListBits.None;
        Suffixes.AsSpan(i * Affixes, Affixes).Clear();
        Prefixes.AsSpan(i * Affixes, Affixes).Clear();
    }

    private void Reserve(int size)
    {
        if (Forms.Length >= size) return;
        size = Math.Max(64, size * 2);
        (Forms, Words, Shapes) = (new string[size], new uint[size], new uint[size]);
        (Clusters, Kinds, Parts) = (new uint[size], new uint[size], new uint[size]);
        (Suffixes, Prefixes) = (new uint[size * Affixes], new uint[size * Affixes]);
        Lists = new ListBits[size];
        (Tags, Heads, Labels, Names) = (new int[size], new int[size], new int[size], new int[size]);
    }
}
