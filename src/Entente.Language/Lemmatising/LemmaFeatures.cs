using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Lemmatising;

/// <summary>What the lemmatiser looks at. Part of the model's format.</summary>
internal static class LemmaFeatures
{
    /// <summary>Room that <see cref="Fill"/> needs.</summary>
    public const int Most = 24;

    /// <summary>Writes the features of word <paramref name="i"/> and returns how many there are.</summary>
    public static int Fill(Frame f, int i, Span<uint> into)
    {
        var n = 0;
        var (tag, part, word) = ((uint)f.Tags[i], f.Parts[i], f.Words[i]);
        var capital = f.Forms[i].Length > 0 && char.IsUpper(f.Forms[i][0]) ? 1u : 0u;
        into[n++] = Hash.Feature(100, tag);
        into[n++] = Hash.Feature(101, part, capital);
        into[n++] = Hash.Feature(102, word, tag);
        into[n++] = Hash.Feature(103, word, part);
        into[n++] = Hash.Feature(104, word, part, capital);
        for (var k = 0; k < Frame.Affixes; k++)
        {
            var suffix = f.Suffixes[i * Frame.Affixes + k];
            if (suffix == 0) break;
            into[n++] = Hash.Feature(110 + (uint)k, suffix, part);
            into[n++] = Hash.Feature(115 + (uint)k, suffix, tag);
            if (k < 3) into[n++] = Hash.Feature(120 + (uint)k, suffix, tag, (uint)Math.Min(f.Forms[i].Length, 8));
        }

        into[n++] = Hash.Feature(125, f.Shapes[i], part);
        return n;
    }
}
