using System.Collections.Immutable;
using System.Text.RegularExpressions;

namespace Entente.Sources.Furniture;

/// <summary>Reads the rows of furniture files and checks them.</summary>
internal sealed class FurnitureRows
{
    private static readonly string[] Kinds = ["line", "tail", "end", "head", "credit", "dateline", "container"];

    private readonly Dictionary<string, string> parts = new(StringComparer.Ordinal);
    private readonly List<(string Kind, string Pattern)> rows = [];
    private readonly HashSet<(string Kind, string Pattern)> seen = [];
    private readonly ImmutableArray<string>.Builder faults = ImmutableArray.CreateBuilder<string>();

    /// <summary>What could not be used.</summary>
    public ImmutableArray<string> Faults => faults.ToImmutable();

    /// <summary>Patterns of all kinds.</summary>
    public int Count => rows.Count;

    /// <summary>The patterns of a kind, in the files' order.</summary>
    public IEnumerable<string> Patterns(string kind) => rows.Where(r => r.Kind == kind).Select(r => r.Pattern);

    /// <summary>Adds a file's rows.</summary>
    public void Read(string path)
    {
        string[] lines;
        try
        {
            lines = File.ReadAllLines(path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            faults.Add($"{path}: {Files.Faults.Tell(e)}");
            return;
        }
        bool named = false;
        for (int i = 0; i < lines.Length; i++)
        {
            if (lines[i].Length == 0 || lines[i][0] == '#')
                continue;
            if (named && Take(lines[i].Split('\t')) is { } fault)
                faults.Add($"{path}:{i + 1}: {fault}");
            named = true;
        }
    }

    private string? Take(string[] cells)
    {
        if (cells.Length < 2 || cells[1].Length == 0)
            return "the row needs a kind and a pattern, with a tab between them";
        string kind = cells[0].Trim();
        string pattern = parts.Aggregate(cells[1], (p, part) => p.Replace("{" + part.Key + "}", part.Value, StringComparison.Ordinal));
        if (kind == "part")
        {
            int equals = pattern.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                return "a part is written NAME=pattern";
            parts[pattern[..equals]] = pattern[(equals + 1)..];
            return null;
        }
        if (!Kinds.Contains(kind))
            return $"the kind '{kind}' is none of part, {string.Join(", ", Kinds)}";
        try
        {
            _ = Regex.Match("", pattern, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(1));
        }
        catch (ArgumentException e)
        {
            return $"the pattern is no regular expression: {e.Message.ReplaceLineEndings(" ")}";
        }
        if (seen.Add((kind, pattern)))
            rows.Add((kind, pattern));
        return null;
    }
}
