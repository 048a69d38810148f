using System.Text;
using CsCheck;
using Entente.Language;
using Entente.Language.Tokenising;
using Xunit;

namespace Entente.Tests.Language;

/// <summary>Whatever the text, each character belongs to one word at most, blanks to none, and every sentence is one tree.</summary>
public class RobustnessTests
{
    private static readonly string[] Pieces =
    [
        "The President of France met Mr. O'Neill's advisers, who weren't there.", "\u201CNo,\u201D she said \u2014 \u2018never\u2019.", "U.S.-led", "$5bn", "https://x.org/?a=b&c",
        "\uD800", "\uDC00", "\uD83D\uDE00\uD83C\uDFFD", "\u0000\u0007", "\r\n\r\n", "\n", "\t", "  ", "....", "?!?!", "((((", "'''", "n't", "'s", "NO.4", "A", "a.b.c.d.", "1,2,3", "\u200B\uFEFF",
        "\u0301", "\u4E2D\u56FD", "\u0627\u0644", "IN THE CAPITAL TERRORISTS KILLED THREE.", "-", "--", "&", "@", "#tag", ":-)", ",", "3-4-5", "x'", "s'",
    ];

    private static readonly Gen<string> Texts = Gen.Select(Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 12], Gen.Int[0, 2], Gen.Int[0, 400], Gen.Char)
        .Select((pieces, glue, at, extra) =>
        {
            var text = new StringBuilder(string.Join(glue == 0 ? "" : glue == 1 ? " " : "\n", pieces));
            if (at < text.Length) text[at] = extra;
            return text.ToString();
        });

    [Fact]
    public void EveryTextGivesWordsInOrderAndTrees() => Texts.Sample(Check, iter: 3000, threads: 1);

    [Fact]
    public void LongTextsTakeTimeInProportion()
    {
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Check(new string('a', 100_000));
        Check(new string('(', 30_000));
        Check(string.Concat(Enumerable.Repeat("don't-", 10_000)));
        Check(string.Concat(Enumerable.Repeat("\"'.", 10_000)));
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(60), $"{clock.Elapsed}");
    }

    [Fact]
    public void GivenWordsMayBeAnything()
    {
        foreach (var words in (string[][])[["a"], [""], [" ", "\uD800"], [.. Enumerable.Repeat("and", 2000)]])
        {
            var sentence = TestParser.Instance.ParseTokens(words);
            Assert.Equal(words.Length, sentence.Tokens.Length);
            AssertTree(sentence);
        }

        Assert.Throws<ArgumentOutOfRangeException>(() => TestParser.Instance.ParseTokens([]));
    }

    private static void Check(string text)
    {
        var document = TestParser.Parse(text);
        var last = 0;
        foreach (var sentence in document.Sentences)
        {
            foreach (var token in sentence.Tokens)
            {
                Assert.True(token.Range.Start >= last && token.Range.End > token.Range.Start && token.Range.End <= text.Length);
                for (var i = last; i < token.Range.Start; i++) Assert.True(Tokenizer.IsBlank(text[i]), $"character {i} of {text} belongs to no word");
                Assert.Equal(text[token.Range.Start..token.Range.End], token.Form);
                Assert.NotEmpty(token.Lemma);
                last = token.Range.End;
            }

            AssertTree(sentence);
        }

        for (var i = last; i < text.Length; i++) Assert.True(Tokenizer.IsBlank(text[i]));
    }

    private static void AssertTree(ParsedSentence sentence)
    {
        Assert.Equal(1, sentence.Tokens.Count(t => t.Head < 0));
        Assert.Equal("root", sentence.Tokens[sentence.Root].Deprel);
        foreach (var token in sentence.Tokens)
        {
            var (at, steps) = (token.Index, 0);
            while (sentence.Tokens[at].Head >= 0 && steps++ <= sentence.Tokens.Length) at = sentence.Tokens[at].Head;
            Assert.Equal(sentence.Root, at);
        }
    }
}
