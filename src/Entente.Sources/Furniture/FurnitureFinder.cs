using System.Collections.Immutable;
using System.Text.RegularExpressions;
using Entente.Sources.Text;
using NodaTime;

namespace Entente.Sources.Furniture;

/// <summary>What was found in a text beside the article.</summary>
internal sealed record FurnitureFound
{
    /// <summary>Ranges of furniture, in order, without overlap; neighbours with only white space between them are one.</summary>
    public ImmutableArray<TextRange> Ranges { get; init; } = [];

    /// <summary>Authors that a byline names.</summary>
    public string? Author { get; init; }

    /// <summary>The outlet that a byline or dateline names.</summary>
    public string? Source { get; init; }

    /// <summary>The day that a line above the article names.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>The dateline at the beginning, without agency and dash.</summary>
    public string? Dateline { get; init; }

    /// <summary>Where the dateline stands, agency and dash included.</summary>
    public TextRange? DatelineRange { get; init; }
}

/// <summary>
/// Finds furniture line by line. A line in the midst of an article is furniture only when it stands alone and matches whole; a run of
/// lines only at the end, and only where it holds no prose, so that one wrong match cuts no article.
/// </summary>
internal sealed class FurnitureFinder
{
    private const int LongestLine = 400;
    private const int HeadLines = 8;
    private const int ProseLength = 160;
    private const int SentenceLength = 50;
    private const int LongestBridge = 60;
    private const int WidestBridge = 2;

    private readonly FurnitureTable table;
    private readonly string text;
    private readonly List<TextLine> lines;
    private readonly bool[] marked;
    private TextRange? trailing;
    private FurnitureFound found = new();

    private FurnitureFinder(FurnitureTable table, string text)
    {
        (this.table, this.text) = (table, text);
        lines = TextLine.Of(text);
        marked = new bool[lines.Count];
    }

    /// <summary>Looks through <paramref name="text"/>; the line of <paramref name="title"/> is never furniture.</summary>
    public static FurnitureFound Find(FurnitureTable table, string text, TextRange title = default)
    {
        var finder = new FurnitureFinder(table, text);
        finder.MarkLines();
        finder.MarkTail();
        finder.MarkEnds();
        finder.MarkHead(title);
        finder.FindDateline(title);
        finder.Unmark(title);
        return finder.found with { Ranges = finder.Ranges() };
    }

    /// <summary>Whether a line that stands where a headline may stand is rather a byline, a date or furniture.</summary>
    public static bool IsByline(FurnitureTable table, string line)
    {
        string bare = TextLine.Bare(line).ToString();
        return bare.Length <= LongestLine && (table.IsLine(bare) || table.Head(bare) is not null);
    }

    private ReadOnlySpan<char> Bare(int line) => TextLine.Bare(Whole(line));

    private ReadOnlySpan<char> Whole(int line) => text.AsSpan(lines[line].Range.Start, lines[line].Range.Length);

    private void MarkLines()
    {
        for (int i = 0; i < lines.Count; i++)
            marked[i] = lines[i].Lone && lines[i].Range.Length <= LongestLine && (table.IsLine(Bare(i)) || table.IsEnd(Bare(i)));
    }

    /// <summary>
    /// From the last line upwards as long as lines are furniture, over gaps of a few words. Sentences that only may be furniture
    /// ("An independent website …") are so only together with lines that surely are.
    /// </summary>
    private void MarkTail()
    {
        int last = lines.Count;
        bool sure = false;
        var sentences = new List<int>();
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            bool listed = marked[i];
            if (IsBehindArticle(i, out bool credit))
            {
                sure |= listed || credit;
                if (!listed && !credit && TextLine.EndsSentence(Whole(i)))
                    sentences.Add(i);
                Array.Fill(marked, true, i, last - i);
                last = i;
            }
            else if (last - i > WidestBridge || !IsBridge(i) || last == lines.Count)
            {
                break;
            }
        }
        foreach (int line in sentences)
            marked[line] &= sure;
        if (last > 0)
            MarkTrailingCredit(last - 1);
    }

    private bool IsBehindArticle(int line, out bool isCredit)
    {
        isCredit = false;
        if (lines[line].Range.Length > LongestLine)
            return false;
        if (marked[line] || lines[line].Lone && table.IsTail(Bare(line)))
            return true;
        if (!lines[line].Lone || table.Credit(Bare(line).ToString()) is not { } credit)
            return false;
        Take(credit);
        isCredit = true;
        return true;
    }

    private bool IsBridge(int line) => lines[line].Range.Length <= LongestBridge && lines[line].Lone && !TextLine.EndsSentence(Whole(line));

    /// <summary>"… he said. (Reporting by A; editing by B)": the parenthesis at the end of the last paragraph.</summary>
    private void MarkTrailingCredit(int line)
    {
        var range = lines[line].Range;
        if (text[range.End - 1] is not (')' or ']'))
            return;
        int open = text.AsSpan(range.Start, range.Length).LastIndexOf(text[range.End - 1] == ')' ? '(' : '[');
        if (open <= 0 || range.Length - open > LongestLine)
            return;
        if (table.Credit(TextLine.Bare(text.AsSpan(range.Start + open, range.Length - open)).ToString()) is { } credit)
        {
            Take(credit);
            trailing = new TextRange(range.Start + open, range.End);
        }
    }

    /// <summary>"Related articles", "Comments": all that follows, where none of it is prose.</summary>
    private void MarkEnds()
    {
        for (int i = lines.Count - 1; i >= 0; i--)
        {
            if (!marked[i] && IsProse(i))
                return;
            if (marked[i] && lines[i].Lone && i > 0 && table.IsEnd(Bare(i)))
                Array.Fill(marked, true, i, lines.Count - i);
        }
    }

    private bool IsProse(int line)
    {
        int length = lines[line].Range.Length;
        return !lines[line].Lone || length >= ProseLength || length >= SentenceLength && TextLine.EndsSentence(Whole(line));
    }

    /// <summary>Bylines and dates in the first lines, down to the first paragraph of prose.</summary>
    private void MarkHead(TextRange title)
    {
        for (int i = 0; i < Math.Min(HeadLines, lines.Count); i++)
        {
            if (lines[i].Range.Length > LongestLine || marked[i])
                continue;
            if (table.Head(Bare(i).ToString()) is { } head && lines[i].Lone && !lines[i].Range.Overlaps(title))
            {
                marked[i] = true;
                Take(head);
            }
            else if (IsProse(i) && lines[i].Range.Length >= ProseLength)
            {
                return;
            }
        }
    }

    private void FindDateline(TextRange title)
    {
        for (int i = 0; i < Math.Min(HeadLines, lines.Count); i++)
        {
            if (marked[i] || lines[i].Range.Overlaps(title))
                continue;
            if (table.Dateline(text, lines[i].Range.Start) is { } match)
            {
                found = found with
                {
                    Dateline = Named(match, "dateline", " ,;:-–—"),
                    DatelineRange = new TextRange(match.Index, match.Index + match.Length),
                    Source = found.Source ?? Named(match, "source"),
                };
                return;
            }
            if (IsProse(i))
                return;
        }
    }

    private void Take(Match match) => found = found with
    {
        Author = found.Author ?? Named(match, "author"),
        Source = found.Source ?? Named(match, "source"),
        Published = found.Published ?? DateText.Read(Named(match, "date")),
    };

    private static string? Named(Match match, string group, string around = " \t,;:-–—.") =>
        match.Groups[group] is { Success: true, Value: var value } && value.Trim(around.ToCharArray()) is { Length: > 0 } name ? name : null;

    private void Unmark(TextRange title)
    {
        for (int i = 0; i < lines.Count && lines[i].Range.Start < title.End; i++)
            marked[i] = false;
        // Furniture alone is no article: then nothing is furniture.
        if (Array.TrueForAll(marked, m => m))
            Array.Clear(marked);
    }

    private ImmutableArray<TextRange> Ranges()
    {
        var ranges = ImmutableArray.CreateBuilder<TextRange>();
        bool open = false;
        for (int i = 0; i < lines.Count; i++)
        {
            var range = lines[i].Range;
            if (marked[i] && open)
                ranges[^1] = new TextRange(ranges[^1].Start, range.End);
            else if (marked[i])
                ranges.Add(range);
            open = marked[i];
            if (!marked[i] && trailing is { } credit && credit.End == range.End)
            {
                ranges.Add(credit);
                open = true;
            }
        }
        return ranges.ToImmutable();
    }
}
