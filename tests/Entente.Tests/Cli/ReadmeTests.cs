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
        var printed = string.Join('\n', run.Out.Split('\n').Select(l => l.TrimEnd())).Trim('\n');
        Assert.True(Agree(shown.Split('\n'), printed.Split('\n')), $"$ entente {arguments}\nshown:\n{shown}\nprinted:\n{printed}");
    }

    [Theory]
    [InlineData("a\nb", "a\nb", true), InlineData("a", "a\nb", false), InlineData("a\nb", "a", false), InlineData("a\nc", "a\nb", false)]
    [InlineData("…", "a\nb", true), InlineData("a\n…", "a", true), InlineData("…\nb", "a\nb", true), InlineData("a\n…\nc", "a\nb\nb\nc", true), InlineData("a\n…\nc", "a\nb", false)]
    public void A_line_of_dots_stands_for_any_lines(string shown, string printed, bool agree) =>
        Assert.Equal(agree, Agree(shown.Split('\n'), printed.Split('\n')));

    private static bool Agree(ReadOnlySpan<string> shown, ReadOnlySpan<string> printed)
    {
        if (shown.IsEmpty) return printed.IsEmpty;
        if (shown[0].Trim() != "…") return !printed.IsEmpty && shown[0] == printed[0] && Agree(shown[1..], printed[1..]);
        for (var skip = 0; skip <= printed.Length; skip++)
            if (Agree(shown[1..], printed[skip..])) return true;
        return false;
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
