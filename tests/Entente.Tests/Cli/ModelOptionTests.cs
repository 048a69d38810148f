using Entente.Tests.Sources;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary><c>--model</c>: which network reads the text, and that it reads it alike on every machine.</summary>
public sealed class ModelOptionTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Accurate_is_the_default_and_fast_is_another()
    {
        var none = Program.Run("parse", "samples");
        Assert.Equal(0, none.Code);
        Assert.Equal(none.Out, Program.Run("parse", "samples", "--model", "accurate").Out);
        var fast = Program.Run("parse", "samples", "--model", "fast");
        Assert.Equal(0, fast.Code);
        Assert.NotEqual(none.Out, fast.Out);
        Assert.Equal(Forms(none.Out), Forms(fast.Out));
    }

    [Fact]
    public void Other_names_are_refused_in_one_line()
    {
        var run = Program.Run("parse", "samples", "--model", "large");
        Assert.Equal(2, run.Code);
        Assert.Contains("accurate or fast", Assert.Single(run.ErrorLines), StringComparison.Ordinal);
    }

    /// <summary>The runtime lets its vectors be narrowed by the environment; where a machine has no wide ones, both runs are the same.</summary>
    [Theory]
    [InlineData("accurate")]
    [InlineData("fast")]
    public void The_width_of_vectors_changes_nothing(string model)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "wants a shell");
        var wide = Program.Shell($"$entente parse samples/pages --model {model}");
        var narrow = Program.Shell($"DOTNET_EnableAVX512=0 DOTNET_EnableAVX512F=0 $entente parse samples/pages --model {model}");
        Assert.Equal(0, wide.Code);
        Assert.NotEmpty(wide.Out);
        Assert.Equal(wide.Out, narrow.Out);
    }

    [Fact]
    public void What_stands_before_a_bad_line_of_a_treebank_is_kept()
    {
        var good = string.Concat(Enumerable.Range(0, 100).Select(i => $"1\tRussia{i}\t_\t_\t_\t_\t_\t_\t_\t_\n2\tattacked\t_\t_\t_\t_\t_\t_\t_\t_\n\n"));
        var run = Program.Run("parse", folder.File("a.conllu", good + "1\tbad line\n"), "--threads", "2");
        Assert.Equal(1, run.Code);
        Assert.Contains("Russia0", run.Out, StringComparison.Ordinal);
        Assert.Contains("Russia99", run.Out, StringComparison.Ordinal);
        Assert.Contains("line 301", run.Error, StringComparison.Ordinal);
    }

    private static string[] Forms(string conllu) => [.. conllu.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')[1])];
}
