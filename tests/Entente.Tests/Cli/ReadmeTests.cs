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
        var pattern = string.Join('\n', shown.Split('\n').Select(line => line.Trim() == "…" ? "(?:.*(?:\n|$))*?" : Regex.Escape(line.TrimEnd())))
            .Replace("(?:.*(?:\n|$))*?\n", "(?:.*\n)*?", StringComparison.Ordinal);
        var got = string.Join('\n', run.Out.Split('\n').Select(l => l.TrimEnd())).Trim('\n');
        Assert.True(Regex.IsMatch(got, $@"\A{pattern}\z", RegexOptions.NonBacktracking), $"$ entente {arguments}\nshown:\n{shown}\nprinted:\n{got}");
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
