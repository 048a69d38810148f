using Entente.Language;
using Entente.Language.Splitting;
using Entente.Language.Tokenising;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Language;

public class SplittingTests
{
    public static TheoryData<string> Cases() => [.. SplitCases.All.Split('\n')];

    [Theory]
    [MemberData(nameof(Cases))]
    public void SentencesEndWhereTheyEnd(string marked)
    {
        var text = marked.Replace('|', ' ');
        Assert.Equal(marked, string.Join('|', Sentences(text)));
    }

    [Theory]
    [InlineData("The minister resigned.\nTroops left the city.", "The minister resigned.|Troops left the city.")]
    [InlineData("The minister resigned.  Troops left the city.", "The minister resigned.|Troops left the city.")]
    [InlineData("Talks fail again\n\nThe talks failed on Monday.", "Talks fail again|The talks failed on Monday.")]
    [InlineData("Talks fail again\r\n\r\nThe talks failed.", "Talks fail again|The talks failed.")]
    [InlineData("Key points\n\n* Troops left the city\n* Talks began in Oslo", "Key points|* Troops left the city|* Talks began in Oslo")]
    public void LinesAndBlanksPart(string text, string marked) => Assert.Equal(marked, string.Join('|', Sentences(text)));

    [Fact]
    public void WindowsDoNotChangeWhereSentencesEnd()
    {
        // 3,000 words in one paragraph: more than the splitter looks at at once.
        var text = string.Join(' ', Enumerable.Repeat("The army left the city on Monday.", 430));
        Assert.All(Sentences(text), sentence => Assert.Equal("The army left the city on Monday.", sentence));
    }

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
        var document = TestParser.Parse(string.Concat(Enumerable.Repeat("word ", 10_000)));
        Assert.All(document.Sentences, s => Assert.InRange(s.Tokens.Length, 1, 300));
        Assert.Equal(10_000, document.Sentences.Sum(s => s.Tokens.Length));
    }

    /// <summary>Old wires gave every word after a full stop a capital: "the U.S. Will". Such a word begins no sentence, and it is read as what it is.</summary>
    [Theory]
    [InlineData("Tokyo hopes the U.S. Will soon drop the duties.|It gave no date.", "will")]
    [InlineData("The mayor of Osaka answered recent U.S. Complaints about rice.|Exports to the U.S. And Canada fell.", "complaints and")]
    [InlineData("Lisbon has fifty mln U.S. Dlrs to spend.|He met U.S. Trade Representative Ann Low in Geneva, and the new U.S. Congress was asked.", "dlrs")]
    [InlineData("Steel sales to the U.S. Rose.|Brazil has a pact with the U.S.|That pact ends in May.|It wants to convince the U.S. That the pact should stay.", "rose that")]
    [InlineData("A U.K. Spokesman said so on Monday.|The ship came from the U.K.|The crew is Greek.|In the U.K., a debate began.", "spokesman")]
    public void CapitalsThatOnlyTheWireGaveBeginNoSentence(string marked, string lowered)
    {
        var text = marked.Replace('|', ' ');
        var document = TestParser.Parse(text);
        Assert.Equal(marked, string.Join('|', document.Sentences.Select(s => text[s.Range.Start..s.Range.End])));
        var differ = document.Sentences.SelectMany(s => s.Tokens).Where(t => t.Form != text[t.Range.Start..t.Range.End]).Select(t => t.Form);
        Assert.Equal(lowered, string.Join(' ', differ));
    }

    [Theory]
    [InlineData("The envoy flew to the U.S. Officials in Rome declined to comment.")]
    [InlineData("He praised the U.S. Troops will stay, U.S. officials said.")]
    public void WhereTheWireWritesSmallItsCapitalsStay(string text) =>
        Assert.All(TestParser.Parse(text).Sentences.SelectMany(s => s.Tokens), t => Assert.Equal(text[t.Range.Start..t.Range.End], t.Form));

    [Fact]
    public void EmptyTextHasNoSentences()
    {
        Assert.Empty(TestParser.Parse("").Sentences);
        Assert.Empty(TestParser.Parse(" \n\n\t\u00A0\u0000 ").Sentences);
    }

    private static List<string> Sentences(string text)
    {
        var (result, words, ends) = (new List<string>(), new List<WordSpan>(), new List<int>());
        foreach (var paragraph in Paragraphs.Of(text, default))
        {
            words.Clear();
            Tokenizer.Tokenize(text, paragraph.Start, paragraph.End, words);
            SentenceSplitter.Split(text, words, Splitter.Value, ends);
            for (var i = 0; i < ends.Count; i++) result.Add(text[words[i == 0 ? 0 : ends[i - 1]].Start..words[ends[i] - 1].End]);
        }

        return result;
    }

    private static readonly Lazy<SplitterModel> Splitter = new(() =>
        LanguageModel.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", DocumentParser.ModelFile(LanguageModelKind.Fast)))).Splitter);
}
