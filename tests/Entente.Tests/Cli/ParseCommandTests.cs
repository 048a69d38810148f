using System.Text;
using Entente.Tests.Sources;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary><c>entente parse</c>: CoNLL-U that every tool of the field reads.</summary>
public sealed class ParseCommandTests : IDisposable
{
    private static readonly HashSet<string> Upos = new("ADJ ADP ADV AUX CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X".Split(' '), StringComparer.Ordinal);
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void Samples_become_valid_conllu()
    {
        var run = Program.Run("parse", "samples");
        Assert.Equal(0, run.Code);
        Assert.True(Valid(run.Out) > 500);
        Assert.Contains("NE=B-PERSON", run.Out, StringComparison.Ordinal);
        Assert.Contains("NE=B-PLACE", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void Odd_characters_are_still_valid_conllu()
    {
        var run = Program.Run(Encoding.UTF8.GetBytes("A\u00A0b 😀 | = \u200B\u2028 c\td.\n\n\u0001\n# text = x\n1\t2\t3"), ["parse", "-"]);
        Assert.Equal(0, run.Code);
        Assert.True(Valid(run.Out) > 0);
    }

    [Fact]
    public void Tokens_sentences_and_comments_of_a_conllu_file_are_kept()
    {
        const string Given = """
            # sent_id = mine-1
            # text = Russia attacked vámonos Ukraine.
            # note = keep me
            1	Russia	_	_	_	_	_	_	_	Gloss=a
            2	attacked	_	_	_	_	_	_	_	_
            3-4	vámonos	_	_	_	_	_	_	_	_
            3	vamos	_	_	_	_	_	_	_	_
            4	nos	_	_	_	_	_	_	_	_
            5	Ukraine	_	_	_	_	_	_	_	SpaceAfter=No
            6	.	_	_	_	_	_	_	_	_

            # sent_id = mine-2
            1	Yes	_	_	_	_	_	_	_	_

            """;
        var run = Program.Run("parse", folder.File("a.conllu", Given));
        Assert.Equal(0, run.Code);
        Assert.Equal(2, Valid(run.Out));
        Assert.Equal(Comments(Given), Comments(run.Out));
        Assert.Equal(Forms(Given), Forms(run.Out));
        Assert.Contains("Gloss=a", run.Out, StringComparison.Ordinal);
        Assert.Contains("SpaceAfter=No", run.Out, StringComparison.Ordinal);
        Assert.Contains("\tVERB\t", run.Out, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_conllu_file_is_one_line()
    {
        var run = Program.Run("parse", folder.File("a.conllu", "1\tRussia\n2\tattacked\n"));
        Assert.Equal(1, run.Code);
        Assert.Contains("a.conllu", run.ErrorLines[0], StringComparison.Ordinal);
        Assert.Equal(2, run.ErrorLines.Length);
    }

    private static string[] Comments(string conllu) => [.. conllu.Split('\n').Where(l => l.StartsWith('#'))];

    private static string[] Forms(string conllu) => [.. conllu.Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => string.Join('\t', l.Split('\t')[..2]))];

    /// <summary>Checks the form of every sentence and counts them: ten columns, ids in order, one root, heads that exist, no circle.</summary>
    private static int Valid(string conllu)
    {
        Assert.EndsWith("\n\n", conllu, StringComparison.Ordinal);
        var sentences = conllu.Split("\n\n", StringSplitOptions.RemoveEmptyEntries);
        foreach (var sentence in sentences)
        {
            var rows = sentence.Split('\n').Where(l => !l.StartsWith('#')).Select(l => l.Split('\t')).ToArray();
            Assert.All(rows, r => Assert.Equal(10, r.Length));
            Assert.All(rows, r => Assert.All(r, cell => Assert.True(cell.Length > 0)));
            var words = rows.Where(r => r[0].All(char.IsAsciiDigit)).ToArray();
            Assert.Equal(Enumerable.Range(1, words.Length).Select(i => $"{i}"), words.Select(r => r[0]));
            Assert.All(words, r => Assert.Contains(r[3], Upos));
            var heads = words.Select(r => int.Parse(r[6], System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            Assert.Single(heads, 0);
            Assert.All(words.Zip(heads), p => Assert.Equal(p.Second == 0, p.First[7] == "root"));
            Assert.All(heads, h => Assert.InRange(h, 0, words.Length));
            for (var i = 1; i <= words.Length; i++)
            {
                var steps = 0;
                for (var at = i; at != 0; at = heads[at - 1]) Assert.True(++steps <= words.Length, "a circle");
            }
        }

        return sentences.Length;
    }
}
