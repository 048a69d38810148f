using System.Text;
using CsCheck;
using Entente.Language;
using Entente.Language.Splitting;
using Entente.Language.Tokenising;
using Entente.Sources;
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

    [Theory]
    [InlineData("word ", 200_000)]
    [InlineData("Word ", 200_000)]
    [InlineData("a", 1_000_000)]
    [InlineData("7", 1_000_000)]
    [InlineData("-", 1_000_000)]
    [InlineData("\"", 1_000_000)]
    [InlineData("(", 1_000_000)]
    [InlineData("<a", 500_000)]
    [InlineData("' ", 500_000)]
    [InlineData(".", 1_000_000)]
    [InlineData("\n", 1_000_000)]
    [InlineData("a\n", 200_000)]
    [InlineData("a.b", 300_000)]
    [InlineData("1,", 500_000)]
    [InlineData("x@", 500_000)]
    [InlineData("n't", 300_000)]
    [InlineData("\u0301", 1_000_000)]
    [InlineData("\uD83D\uDC68\u200D", 300_000)]
    public void WordsAndSentencesOfEndlessTextTakeTimeInProportion(string piece, int count)
    {
        var text = new StringBuilder(piece.Length * count).Insert(0, piece, count).ToString();
        var (words, ends, found) = (new List<WordSpan>(), new List<int>(), 0);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        foreach (var paragraph in Paragraphs.Of(text, default))
        {
            words.Clear();
            Tokenizer.Tokenize(text, paragraph.Start, paragraph.End, words);
            SentenceSplitter.Split(text, words, Splitter.Value, ends);
            found += words.Count;
        }

        // Quadratic work would take minutes, quadratic room terabytes; the bounds leave room for a slow machine.
        Assert.True(clock.Elapsed < TimeSpan.FromSeconds(20), $"{found} words took {clock.Elapsed}");
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 300L * Math.Max(text.Length, 1_000_000));
    }

    // Four times the text may take up to ten times the time; quadratic work would take sixteen. The constant covers a pause of the machine.
    [Fact]
    public void LongTextsTakeTimeInProportion()
    {
        TimeSpan Of(int size)
        {
            var clock = System.Diagnostics.Stopwatch.StartNew();
            Check(new string('a', size));
            Check(new string('(', size / 3));
            Check(string.Concat(Enumerable.Repeat("don't-", size / 10)));
            Check(string.Concat(Enumerable.Repeat("\"'.", size / 10)));
            return clock.Elapsed;
        }

        Of(1_000);
        var (shorter, longer) = (Of(15_000), Of(60_000));
        Assert.True(longer < (shorter * 10) + TimeSpan.FromSeconds(5), $"{shorter}, {longer}");
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

    private static readonly Lazy<SplitterModel> Splitter = new(() =>
        LanguageModel.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", DocumentParser.ModelFile(LanguageModelKind.Fast)))).Splitter);

    /// <summary>Whether a parser gives words in order and trees; with a <paramref name="furniture"/> seed some stretch of the text is left out.</summary>
    internal static void Check(DocumentParser parser, string text, int furniture)
    {
        if (furniture == 0 || text.Length == 0)
        {
            Check(parser.Parse(new Article { Id = "m", Text = text }), null);
            return;
        }

        var start = furniture % text.Length;
        var range = new TextRange(start, Math.Min(text.Length, start + 1 + furniture % 20));
        Check(parser.Parse(new Article { Id = "f", Text = text, Furniture = [range] }), range);
    }

    // Words are as written, but for a capital that a wire's machine gave after a state with stops ("the U.S. Will").
    private static void AssertWritten(string text, Token token)
    {
        var written = text[token.Range.Start..token.Range.End];
        if (written != token.Form && text[..token.Range.Start].TrimEnd().EndsWith('.')) written = char.ToLowerInvariant(written[0]) + written[1..];
        Assert.Equal(written, token.Form);
    }

    private static void Check(string text) => Check(TestParser.Parse(text), null);

    private static void Check(Document document, TextRange? furniture)
    {
        var text = document.Article.Text;
        var last = 0;
        foreach (var sentence in document.Sentences)
        {
            foreach (var token in sentence.Tokens)
            {
                Assert.True(token.Range.Start >= last && token.Range.End > token.Range.Start && token.Range.End <= text.Length);
                for (var i = last; i < token.Range.Start; i++) AssertBlank(text, i, furniture);
                Assert.False(furniture is { } f && token.Range.Start < f.End && token.Range.End > f.Start, $"{token.Form} is furniture");
                AssertWritten(text, token);
                Assert.NotEmpty(token.Lemma);
                Assert.NotEmpty(token.Deprel);
                Assert.NotEmpty(token.Feats);
                Assert.NotEmpty(token.Name);
                Assert.InRange(token.Head, -1, sentence.Tokens.Length - 1);
                last = token.Range.End;
            }

            AssertTree(sentence);
        }

        for (var i = last; i < text.Length; i++) AssertBlank(text, i, furniture);
    }

    private static void AssertBlank(string text, int i, TextRange? furniture) =>
        Assert.True(Tokenizer.IsBlank(text[i]) || furniture is { } f && i >= f.Start && i < f.End, $"character {i} of {text} belongs to no word");

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
