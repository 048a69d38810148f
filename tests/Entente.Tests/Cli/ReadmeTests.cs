using System.Text.RegularExpressions;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>
/// What README.md shows is what the program prints. A block <c>```console</c> whose first line is
/// <c>$ dotnet run -c Release --project src/Entente.Cli -- ARGUMENTS</c> (or <c>$ entente ARGUMENTS</c>) is run in the repository's root;
/// the following lines are its standard output, where a line <c>…</c> stands for any lines.
/// </summary>
public sealed partial class ReadmeTests
{
    private static string? Readme => Repository.At("README.md") is var path && File.Exists(path) ? File.ReadAllText(path) : null;

    public static TheoryData<string, string> Examples() => new(Blocks());

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Examples))]
    public void An_example_prints_what_is_shown(string arguments, string shown)
    {
        var run = Program.Run([.. Word().Matches(arguments).Select(m => m.Value.Trim('"', '\''))]);
        Assert.Equal(0, run.Code);
        string[] got = [.. run.Out.TrimEnd().Split('\n').Select(l => l.TrimEnd())];
        Assert.True(Shows(got, shown.Split('\n')), $"$ entente {arguments}\nshown:\n{shown}\nprinted:\n{string.Join('\n', got)}");
    }

    /// <summary>Whether the lines between the dots stand in the output, each run whole and in order; without dots at an end it is the output's end.</summary>
    private static bool Shows(string[] got, string[] shown)
    {
        var at = 0;
        var free = false;
        var run = new List<string>();
        foreach (var line in shown.Append("…"))
        {
            if (line.Trim() != "…")
            {
                run.Add(line.TrimEnd());
                continue;
            }

            var found = Enumerable.Range(at, Math.Max(0, got.Length - at - run.Count + 1)).FirstOrDefault(i => got.Skip(i).Take(run.Count).SequenceEqual(run), -1);
            if (found < 0 || (!free && found != at)) return false;
            at = found + run.Count;
            free = true;
            run.Clear();
        }

        return shown[^1].Trim() == "…" || at == got.Length;
    }

    private static IEnumerable<(string Arguments, string Shown)> Blocks() => Readme is null
        ? []
        : Block().Matches(Readme).Select(m => (m.Groups["arguments"].Value.Trim(), string.Join('\n', m.Groups["shown"].Value.Split('\n').Select(l => l.TrimEnd())).Trim('\n')));

    [GeneratedRegex("""^```console\r?\n\$ (?:dotnet run -c Release --project src/Entente\.Cli --|entente) (?<arguments>[^\n]+)\n(?<shown>.*?)^```""", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("""
        "[^"]*"|'[^']*'|\S+
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Word();
}
