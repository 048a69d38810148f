using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Parsing;

/// <summary>What the parser looks at, after Zhang and Nivre (2011), with word clusters. Part of the model's format. One thread each.</summary>
internal sealed class ParserFeatures
{
    /// <summary>Room that <see cref="Fill"/> needs.</summary>
    public const int Most = 160;

    private Frame frame = new();
    private uint[] tags = [];
    private uint[] wordTags = [];
    private uint[] commas = [];
    private uint[] verbs = [];
    private uint[] joins = [];

    /// <summary>Prepares for a tagged sentence.</summary>
    public void Load(Frame sentence)
    {
        frame = sentence;
        var size = sentence.Count + 1;
        if (tags.Length < size) (tags, wordTags, commas, verbs, joins) = (new uint[size * 2], new uint[size * 2], new uint[size * 2], new uint[size * 2], new uint[size * 2]);
        tags[0] = 0;
        wordTags[0] = 1;
        for (var i = 1; i < size; i++)
        {
            tags[i] = (uint)sentence.Tags[i];
            var part = sentence.Parts[i] - 1;
            wordTags[i] = Hash.Feature(200, sentence.Words[i], sentence.Parts[i]);
            commas[i] = commas[i - 1] + (part == (uint)Upos.PUNCT ? 1u : 0);
            verbs[i] = verbs[i - 1] + (part is (uint)Upos.VERB or (uint)Upos.AUX ? 1u : 0);
            joins[i] = joins[i - 1] + (part == (uint)Upos.CCONJ ? 1u : 0);
        }
    }

    /// <summary>Writes the features of a state and returns how many there are.</summary>
    public int Fill(Configuration c, Span<uint> into)
    {
        var n = 0;
        Span<int> near = [c.Stack(0), c.Stack(1), c.Stack(2), c.Buffer(0), c.Buffer(1), c.Buffer(2)];
        Words(near, into, ref n);
        Pairs(near, into, ref n);
        Triples(near, into, ref n);
        Structure(c, near, into, ref n);
        Grandchildren(c, near, into, ref n);
        Attachment(c, near, into, ref n);
        return n;
    }

    private void Words(ReadOnlySpan<int> near, Span<uint> into, ref int n)
    {
        for (var k = 0; k < near.Length; k++)
        {
            var x = near[k];
            var t = 300 + (uint)k * 8;
            into[n++] = Hash.Feature(t, wordTags[x]);
            into[n++] = Hash.Feature(t + 1, tags[x]);
            into[n++] = Hash.Feature(t + 2, frame.Clusters[x], frame.Parts[x]);
            if (k is 2 or 5) continue;
            into[n++] = Hash.Feature(t + 3, frame.Words[x]);
            into[n++] = Hash.Feature(t + 4, frame.Parts[x]);
        }
    }

    private void Pairs(ReadOnlySpan<int> near, Span<uint> into, ref int n)
    {
        var (s0, s1, s2, b0, b1) = (near[0], near[1], near[2], near[3], near[4]);
        Pair(400, s0, b0, into, ref n);
        Pair(420, s1, s0, into, ref n);
        into[n++] = Hash.Feature(440, tags[s0], tags[b1]);
        into[n++] = Hash.Feature(441, wordTags[s0], tags[b1]);
        into[n++] = Hash.Feature(442, tags[s1], tags[b0]);
        into[n++] = Hash.Feature(443, wordTags[s1], wordTags[b0]);
        into[n++] = Hash.Feature(444, wordTags[s1], frame.Parts[b0]);
        into[n++] = Hash.Feature(445, tags[s2], tags[s0]);
        into[n++] = Hash.Feature(446, tags[b0], tags[b1]);
        into[n++] = Hash.Feature(447, wordTags[b0], tags[b1]);
        into[n++] = Hash.Feature(448, wordTags[b0], wordTags[b1]);
        into[n++] = Hash.Feature(449, frame.Parts[s1], wordTags[b0]);
    }

    private void Pair(uint t, int x, int y, Span<uint> into, ref int n)
    {
        var d = Distance(x, y);
        into[n++] = Hash.Feature(t, wordTags[x], wordTags[y]);
        into[n++] = Hash.Feature(t + 1, wordTags[x], tags[y]);
        into[n++] = Hash.Feature(t + 2, tags[x], wordTags[y]);
        into[n++] = Hash.Feature(t + 3, tags[x], tags[y]);
        into[n++] = Hash.Feature(t + 4, frame.Parts[x], frame.Parts[y], d);
        into[n++] = Hash.Feature(t + 5, frame.Words[x], frame.Words[y]);
        into[n++] = Hash.Feature(t + 6, frame.Clusters[x], frame.Clusters[y]);
        into[n++] = Hash.Feature(t + 7, frame.Clusters[x], tags[y]);
        into[n++] = Hash.Feature(t + 8, tags[x], frame.Clusters[y]);
        into[n++] = Hash.Feature(t + 9, wordTags[x], d);
        into[n++] = Hash.Feature(t + 10, wordTags[y], d);
        into[n++] = Hash.Feature(t + 11, tags[x], tags[y], Between(x, y));
        into[n++] = Hash.Feature(t + 12, frame.Words[x], frame.Clusters[y]);
        into[n++] = Hash.Feature(t + 13, frame.Clusters[x], frame.Words[y]);
    }

    private void Triples(ReadOnlySpan<int> near, Span<uint> into, ref int n)
    {
        var (s0, s1, s2, b0, b1, b2) = (near[0], near[1], near[2], near[3], near[4], near[5]);
        var p = frame.Parts;
        into[n++] = Hash.Feature(450, tags[s0], tags[b0], tags[b1]);
        into[n++] = Hash.Feature(451, tags[s1], tags[s0], tags[b0]);
        into[n++] = Hash.Feature(452, tags[s2], tags[s1], tags[s0]);
        into[n++] = Hash.Feature(453, tags[b0], tags[b1], tags[b2]);
        into[n++] = Hash.Feature(454, p[s0] * 32 + p[b0], p[b1], p[b2]);
        into[n++] = Hash.Feature(455, p[s1] * 32 + p[s0], p[b0], p[b1]);
        into[n++] = Hash.Feature(456, p[s2] * 32 + p[s1], p[s0], p[b0]);
        into[n++] = Hash.Feature(457, wordTags[s0], p[b0], p[b1]);
        into[n++] = Hash.Feature(458, wordTags[s1], p[s0], p[b0]);
        into[n++] = Hash.Feature(459, p[s1], wordTags[s0], p[b0]);
        into[n++] = Hash.Feature(460, p[s1], p[s0], wordTags[b0]);
        into[n++] = Hash.Feature(461, frame.Clusters[s1], frame.Clusters[s0], frame.Clusters[b0]);
        into[n++] = Hash.Feature(462, frame.Clusters[s0], frame.Clusters[b0], frame.Clusters[b1]);
    }

    // Valency and the relations that the words have already.
    private void Structure(Configuration c, ReadOnlySpan<int> near, Span<uint> into, ref int n)
    {
        Span<int> words = [near[0], near[1], near[3]];
        for (var k = 0; k < 3; k++)
        {
            var x = words[k];
            var t = 500 + (uint)k * 10;
            uint left = c.Valency[x * 2], right = c.Valency[x * 2 + 1];
            var (leftSet, rightSet) = (c.LabelSets[x * 2], c.LabelSets[x * 2 + 1]);
            into[n++] = Hash.Feature(t, wordTags[x], left);
            into[n++] = Hash.Feature(t + 1, tags[x], left);
            into[n++] = Hash.Feature(t + 2, tags[x], (uint)leftSet, (uint)(leftSet >> 32));
            into[n++] = Hash.Feature(t + 3, wordTags[x], (uint)leftSet, (uint)(leftSet >> 32));
            if (k == 2) break;
            into[n++] = Hash.Feature(t + 4, wordTags[x], right);
            into[n++] = Hash.Feature(t + 5, tags[x], right);
            into[n++] = Hash.Feature(t + 6, tags[x], (uint)rightSet, (uint)(rightSet >> 32));
            into[n++] = Hash.Feature(t + 7, wordTags[x], (uint)rightSet, (uint)(rightSet >> 32));
        }
    }

    private void Grandchildren(Configuration c, ReadOnlySpan<int> near, Span<uint> into, ref int n)
    {
        Span<int> words = [near[0], near[1], near[3]];
        var p = frame.Parts;
        for (var k = 0; k < 3; k++)
        {
            var x = words[k];
            var across = k == 0 ? near[3] : near[0];
            var t = 540 + (uint)k * 40;
            for (var slot = 0; slot < (k == 2 ? 2 : 4); slot++, t += 8)
            {
                int y = c.Children[x * 4 + slot];
                uint label = c.Labels[y];
                into[n++] = Hash.Feature(t, wordTags[y]);
                into[n++] = Hash.Feature(t + 1, tags[y], label, p[x]);
                into[n++] = Hash.Feature(t + 2, tags[x], tags[y], tags[across]);
                if ((slot & 1) == 0) into[n++] = Hash.Feature(t + 3, wordTags[x], label);
                if (slot == 0) into[n++] = Hash.Feature(t + 4, frame.Words[y], wordTags[x]);
            }
        }
    }

    // Prepositions and subordinators decide where a phrase hangs: head, marker and phrase together.
    private void Attachment(Configuration c, ReadOnlySpan<int> near, Span<uint> into, ref int n)
    {
        var (s0, s1, s2, b0) = (near[0], near[1], near[2], near[3]);
        var marker = frame.Words[c.Children[s0 * 4]];
        var (p, w, cluster) = (frame.Parts, frame.Words, frame.Clusters);
        into[n++] = Hash.Feature(670, w[s1], marker, p[s0]);
        into[n++] = Hash.Feature(671, cluster[s1], marker, cluster[s0]);
        into[n++] = Hash.Feature(672, tags[s1], marker, tags[s0]);
        into[n++] = Hash.Feature(673, w[s2], marker, p[s1]);
        into[n++] = Hash.Feature(674, p[s2] * 32 + p[s1], marker, tags[s0]);
        into[n++] = Hash.Feature(675, cluster[s2], marker, cluster[s1]);
        into[n++] = Hash.Feature(676, marker, tags[s0], tags[b0]);
        into[n++] = Hash.Feature(677, p[s1] * 32 + p[s2], c.Labels[c.Children[s1 * 4 + 2]], p[s0]);
        into[n++] = Hash.Feature(678, w[c.Children[b0 * 4]], p[s0], tags[b0]);
        into[n++] = Hash.Feature(679, p[s0] * 32 + p[s1], (uint)c.LabelSets[s1 * 2 + 1], (uint)(c.LabelSets[s1 * 2 + 1] >> 32));
        into[n++] = Hash.Feature(680, p[s0] * 32 + p[b0], (uint)c.LabelSets[b0 * 2], (uint)(c.LabelSets[b0 * 2] >> 32));
        into[n++] = Hash.Feature(681, p[s1] * 32 + p[s0], p[c.Children[s1 * 4 + 2]], p[b0]);
    }

    private static uint Distance(int x, int y) => x == 0 || y == 0 ? 0 : (y - x) switch
    {
        <= 4 => (uint)(y - x),
        <= 6 => 5,
        <= 10 => 6,
        _ => 7,
    };

    // Punctuation, verbs and conjunctions between two words.
    private uint Between(int x, int y)
    {
        if (x == 0 || y == 0) return 0;
        var last = y - 1;
        return 1 + Math.Min(2, commas[last] - commas[x]) * 9 + Math.Min(2, verbs[last] - verbs[x]) * 3 + Math.Min(2, joins[last] - joins[x]);
    }
}
