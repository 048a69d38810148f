using Entente.Language.Tokenising;
using Xunit;

namespace Entente.Tests.Language;

public class TokenisingTests
{
    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var line in TokenCases.All.Split('\n'))
        {
            var bar = line.IndexOf(" | ", StringComparison.Ordinal);
            cases.Add(line[..bar], line[(bar + 3)..].Trim());
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void WordsFollowTheTreebanks(string text, string words)
    {
        var spans = new List<WordSpan>();
        Tokenizer.Tokenize(text, 0, text.Length, spans);
        Assert.Equal(words, string.Join(' ', spans.Select(s => text.Substring(s.Start, s.Length))));
    }

    [Theory]
    [InlineData("Kyiv\u200B\u00ADfell", "Kyiv fell")]
    [InlineData("Kyiv\u00A0fell\u2009down", "Kyiv fell down")]
    [InlineData("\uFEFFKyiv\u0000fell\u0007", "Kyiv fell")]
    [InlineData("\u200FKyiv\u200E fell", "Kyiv fell")]
    [InlineData("Cafe\u0301s closed", "Cafe\u0301s closed")]
    [InlineData("\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 left", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67 left")]
    [InlineData("\uD83D\uDC4D\uD83C\uDFFDok", "\uD83D\uDC4D\uD83C\uDFFD ok")]
    public void OddCharactersPartOrStay(string text, string words) => WordsFollowTheTreebanks(text, words);

    [Fact]
    public void RangesPointIntoTheText()
    {
        const string text = "\uD83D\uDE00 \u201CRussia\u2019s\u201D leaders can\u2019t agree\uD83C\uDDFA\uD83C\uDDE6.";
        foreach (var token in TestParser.Parse(text).Sentences.SelectMany(s => s.Tokens))
            Assert.Equal(token.Form, text[token.Range.Start..token.Range.End]);
    }
}
