using Entente.Sources;

namespace Entente.Coding.Records;

/// <summary>Turns UTF-16 offsets of a text into offsets in Unicode code points, as Python and R count, and back.</summary>
public sealed class CodePoints
{
    private readonly List<int> pairs = [];
    private readonly int length;

    /// <summary>Indexes a text.</summary>
    public CodePoints(string text)
    {
        length = text.Length;
        for (var i = 0; i + 1 < text.Length; i++)
            if (char.IsSurrogatePair(text[i], text[i + 1])) pairs.Add(++i);
    }

    /// <summary>Offset in code points.</summary>
    public int this[int utf16]
    {
        get
        {
            if (pairs.Count == 0) return utf16;
            var at = pairs.BinarySearch(utf16);
            return utf16 - (at < 0 ? ~at : at);
        }
    }

    /// <summary>UTF-16 offset of a code point that is not negative; null when it lies beyond the text.</summary>
    public int? CodeUnit(int point)
    {
        // The number of pairs before the code point: the k-th pair is the code point pairs[k] - k - 1.
        var (low, high) = (0, pairs.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (pairs[middle] - middle - 1 < point) low = middle + 1;
            else high = middle;
        }

        return point <= length - low ? point + low : null;
    }

    /// <summary>A range in code points.</summary>
    public (int Start, int End) Range(TextRange range) => (this[range.Start], this[range.End]);
}
