using Xunit;

namespace Entente.Tests.Language;

public class TokenisingTests
{
    [Theory]
    [InlineData("They don't agree.", "They do n't agree .")]
    [InlineData("It cannot last.", "It can not last .")]
    [InlineData("Russia's army left.", "Russia 's army left .")]
    [InlineData("Russia\u2019s army didn\u2019t leave.", "Russia \u2019s army did n\u2019t leave .")]
    [InlineData("The workers' union met.", "The workers ' union met .")]
    [InlineData("U.S. troops left at 5 a.m. on Monday.", "U.S. troops left at 5 a.m. on Monday .")]
    [InlineData("The US-led coalition met.", "The US - led coalition met .")]
    [InlineData("A co-founder re-elected the pro-Beijing party.", "A co-founder re-elected the pro-Beijing party .")]
    [InlineData("It cost $1,200.50 or \u20AC3bn.", "It cost $ 1,200.50 or \u20AC 3 bn .")]
    [InlineData("Prices rose 3.5% in 1990-1995.", "Prices rose 3.5 % in 1990 - 1995 .")]
    [InlineData("See https://example.org/a-b?c=d, he said.", "See https://example.org/a-b?c=d , he said .")]
    [InlineData("Write to jane.doe@example.org.", "Write to jane.doe@example.org .")]
    [InlineData("\u201CNo,\u201D said Mr. Smith.", "\u201C No , \u201D said Mr. Smith .")]
    [InlineData("The war\u2014the longest\u2014ended.", "The war \u2014 the longest \u2014 ended .")]
    [InlineData("PYONGYANG, July 27 (KCNA) -- Kim spoke.", "PYONGYANG , July 27 ( KCNA ) -- Kim spoke .")]
    [InlineData("The 20th century and the 1980s passed.", "The 20th century and the 1980s passed .")]
    [InlineData("He met AT&T and R&D staff.", "He met AT&T and R&D staff .")]
    [InlineData("Wait... what?!", "Wait ... what ?!")]
    [InlineData("J. Smith met George W. Bush.", "J. Smith met George W. Bush .")]
    [InlineData("On 9/11 and 11/28/2000 and/or later.", "On 9/11 and 11/28/2000 and / or later .")]
    public void WordsFollowTheTreebanks(string text, string words) => Assert.Equal(words, string.Join(' ', TestParser.Forms(text)));

    [Fact]
    public void RangesPointIntoTheText()
    {
        const string text = "\uD83D\uDE00 \u201CRussia\u2019s\u201D leaders can\u2019t agree\uD83C\uDDFA\uD83C\uDDE6.";
        foreach (var token in TestParser.Parse(text).Sentences.SelectMany(s => s.Tokens))
            Assert.Equal(token.Form, text[token.Range.Start..token.Range.End]);
    }
}
