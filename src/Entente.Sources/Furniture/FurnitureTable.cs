using System.Collections.Immutable;
using System.Text;
using System.Text.RegularExpressions;

namespace Entente.Sources.Furniture;

/// <summary>
/// What page furniture looks like: the patterns of one or more <c>knowledge/sources/furniture.tsv</c> files
/// (columns <c>kind</c>, <c>pattern</c>, <c>note</c>). Immutable and safe for use from many threads.
/// </summary>
public sealed class FurnitureTable
{
    /// <summary>Own patterns may be slow; a line that takes longer than this is taken as no match.</summary>
    private static readonly TimeSpan MatchLimit = TimeSpan.FromMilliseconds(200);

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;

    private static readonly Lazy<FurnitureTable> BuiltIn = new(() => Load(BuiltInPath));

    private readonly Regex? line;
    private readonly Regex? tail;
    private readonly Regex? end;
    private readonly Regex? container;
    private readonly ImmutableArray<Regex> heads;
    private readonly ImmutableArray<Regex> credits;
    private readonly ImmutableArray<Regex> datelines;

    private FurnitureTable(FurnitureRows rows)
    {
        line = Any(rows, "line");
        tail = Any(rows, "tail");
        end = Any(rows, "end");
        container = Any(rows, "container");
        heads = Each(rows, "head", "^(?:{0})$");
        credits = Each(rows, "credit", "^(?:{0})$");
        datelines = Each(rows, "dateline", @"\G(?:{0})");
        Faults = rows.Faults;
        Count = rows.Count;
    }

    /// <summary>The table that is delivered with the program, beside its assembly.</summary>
    public static FurnitureTable Default => BuiltIn.Value;

    /// <summary>Where <see cref="Default"/> is read from.</summary>
    public static string BuiltInPath => Path.Combine(AppContext.BaseDirectory, "knowledge", "sources", "furniture.tsv");

    /// <summary>Rows that could not be used, each as <c>path:line: reason</c>. The table holds all other rows.</summary>
    public ImmutableArray<string> Faults { get; }

    /// <summary>How many patterns the table holds.</summary>
    public int Count { get; }

    /// <summary>Reads one table of several files; later ones add to earlier ones. Faulty rows and files go to <see cref="Faults"/>.</summary>
    public static FurnitureTable Load(params IEnumerable<string> paths)
    {
        var rows = new FurnitureRows();
        foreach (string path in paths)
            rows.Read(path);
        return new FurnitureTable(rows);
    }

    /// <summary>Whether a class or id attribute names a container of furniture.</summary>
    internal bool IsContainer(string? names)
    {
        if (container is null || string.IsNullOrEmpty(names) || names.Length > 2_000)
            return false;
        foreach (var name in names.AsSpan().Split(' '))
        {
            if (IsMatch(container, names.AsSpan()[name]))
                return true;
        }
        return false;
    }

    /// <summary>Whether a lone line is furniture wherever it stands.</summary>
    internal bool IsLine(ReadOnlySpan<char> text) => IsMatch(line, text);

    /// <summary>Whether a line is furniture behind the article's end.</summary>
    internal bool IsTail(ReadOnlySpan<char> text) => IsMatch(tail, text);

    /// <summary>Whether a line begins what stands behind the article's end.</summary>
    internal bool IsEnd(ReadOnlySpan<char> text) => IsMatch(end, text);

    /// <summary>A byline or date line above the article, null when the line is none.</summary>
    internal Match? Head(string text) => First(heads, text, 0);

    /// <summary>A credit below the article, null when the line is none.</summary>
    internal Match? Credit(string text) => First(credits, text, 0);

    /// <summary>A dateline at <paramref name="start"/>, null when there is none.</summary>
    internal Match? Dateline(string text, int start) => First(datelines, text, start);

    private static bool IsMatch(Regex? pattern, ReadOnlySpan<char> text)
    {
        try
        {
            return pattern is not null && pattern.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }

    private static Match? First(ImmutableArray<Regex> patterns, string text, int start)
    {
        foreach (var pattern in patterns)
        {
            try
            {
                if (pattern.Match(text, start) is { Success: true } match)
                    return match;
            }
            catch (RegexMatchTimeoutException)
            {
                // The next pattern may be quicker.
            }
        }
        return null;
    }

    private static Regex? Any(FurnitureRows rows, string kind)
    {
        var all = new StringBuilder();
        foreach (string pattern in rows.Patterns(kind))
            all.Append(all.Length == 0 ? "^(?:" : "|").Append("(?:").Append(pattern).Append(')');
        return all.Length == 0 ? null : new Regex(all.Append(")$").ToString(), Options, MatchLimit);
    }

    private static ImmutableArray<Regex> Each(FurnitureRows rows, string kind, string form) =>
        [.. rows.Patterns(kind).Select(p => new Regex(form.Replace("{0}", p, StringComparison.Ordinal), Options, MatchLimit))];
}
