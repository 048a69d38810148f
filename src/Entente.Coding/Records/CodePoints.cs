using Entente.Sources;

namespace Entente.Coding.Records;

/// <summary>Turns UTF-16 offsets of a text into offsets in Unicode code points, as Python and R count.</summary>
public sealed class CodePoints
{
    private readonly List<int> pairs = [];

    /// <summary>Indexes a text.</summary>
    public CodePoints(string text)
    {
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

    /// <summary>A range in code points.</summary>
    public (int Start, int End) Range(TextRange range) => (this[range.Start], this[range.End]);
}
