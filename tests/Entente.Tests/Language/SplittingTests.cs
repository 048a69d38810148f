using Entente.Sources;
using Xunit;

namespace Entente.Tests.Language;

public class SplittingTests
{
    [Theory]
    [InlineData("Mr. Smith met Gen. Lee in Washington, D.C. on Monday. They talked.", 2)]
    [InlineData("PYONGYANG, July 27 (KCNA) -- Kim Jong Un met a delegation on Thursday.", 1)]
    [InlineData("\"We will not leave,\" he said. \"We will stay.\"", 2)]
    [InlineData("The U.S. and the U.K. signed a treaty. France did not.", 2)]
    [InlineData("Who fired first? Nobody knows! It was dark.", 3)]
    [InlineData("George W. Bush visited Iraq in Jan. 2008. He left soon.", 2)]
    public void SentencesEndWhereTheyEnd(string text, int count) => Assert.Equal(count, TestParser.Parse(text).Sentences.Length);

    [Fact]
    public void WrappedLinesAreOneSentenceAndHeadlinesStandAlone()
    {
        var document = TestParser.Parse("Troops cross the border\n\nThe army said on Monday that its troops\nhad crossed the border. Fighting\nwent on.\n");
        Assert.Equal(["Troops cross the border", "The army said on Monday that its troops\nhad crossed the border.", "Fighting\nwent on."],
            document.Sentences.Select(s => document.Article.Text[s.Range.Start..s.Range.End]));
        Assert.Equal([1, 2, 3], document.Sentences.Select(s => s.Number));
    }

    [Fact]
    public void FurnitureIsNotParsedAndParts()
    {
        const string text = "Troops left the city. Share on social media The war went on.";
        var start = text.IndexOf("Share", StringComparison.Ordinal);
        var end = text.IndexOf("The war", StringComparison.Ordinal);
        var document = TestParser.Instance.Parse(new Article { Id = "f", Text = text, Furniture = [new TextRange(start, end)] });
        Assert.Equal(["Troops left the city.", "The war went on."], document.Sentences.Select(s => text[s.Range.Start..s.Range.End]));
    }

    [Fact]
    public void TextWithoutFullStopIsCut()
    {
        var document = TestParser.Parse(string.Concat(Enumerable.Repeat("word ", 50_000)));
        Assert.All(document.Sentences, s => Assert.InRange(s.Tokens.Length, 1, 300));
        Assert.Equal(50_000, document.Sentences.Sum(s => s.Tokens.Length));
    }

    [Fact]
    public void EmptyTextHasNoSentences()
    {
        Assert.Empty(TestParser.Parse("").Sentences);
        Assert.Empty(TestParser.Parse(" \n\n\t\u00A0\u0000 ").Sentences);
    }
}
