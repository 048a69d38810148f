using Entente.Coding;
using Entente.Coding.Clauses;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Coding.Judging;

/// <summary>From which confidence on events are reported when nobody asks for another.</summary>
public sealed class LeastConfidenceTests(Engine engine)
{
    private static readonly Judges Judges = new(Path.Combine(AppContext.BaseDirectory, "models"));

    private DocumentReading Read(string text, string? title = null) => new(engine.Parser.Parse(Engine.Article(text) with { Title = title }), engine.Knowledge);

    [Fact]
    public void A_few_sentences_without_headline_and_dateline_are_picked()
    {
        Assert.True(Read("Chad condemned Sudan. Sudan denied it.").IsPicked);
        var news = Read("Chad condemned Sudan. Sudan denied it.", "Chad condemns Sudan");
        Assert.False(news.IsPicked);
        Assert.False(news.IsBare);
        var file = Read("Chad condemns Sudan\n\nChad condemned Sudan. Sudan denied it.", "Chad condemns Sudan");
        Assert.False(file.IsPicked);
        Assert.True(file.IsBare);
        var four = Read("Chad condemned Sudan. Sudan denied it. Talks ended. The envoys went home.");
        Assert.False(four.IsPicked);
        Assert.True(four.IsBare);
        var wire = Engine.Article("PARIS, July 27 (Reuters) - Chad condemned Sudan.") with { DatelineRange = new TextRange(0, 26) };
        Assert.False(new DocumentReading(engine.Parser.Parse(wire), engine.Knowledge).IsPicked);
    }

    [Fact]
    public void News_and_bare_texts_have_their_own_and_what_is_asked_for_holds_for_both()
    {
        // Many a sentence, and doubtful ones, so that some event lies below either.
        List<string> texts =
        [
            .. SentenceTests.Rows().Select(r => r.Text).Take(60),
            "Many countries have agreed to share information from their banks under a Norwegian law that targets savers.",
            "The Peruvian house and senate have failed to reach agreement on nearly any change of the tax law.",
        ];
        foreach (var (title, least) in new[] { ((string?)null, EventCoder.LeastBare), ("Notes of the week", EventCoder.LeastConfidence) })
        {
            var documents = texts.ConvertAll(t => engine.Parser.Parse(Engine.Article(t) with { Title = title }));
            double[] Of(double? asked) => [.. documents.SelectMany(d => new EventCoder(engine.Knowledge, Judges, asked).Code(d)).Select(e => e.Confidence).Order()];
            Assert.Equal(Of(least), Of(null));
            Assert.True(Of(0).Length > Of(null).Length);
            Assert.All(Of(0.7), c => Assert.InRange(c, 0.7, 1));
        }
    }
}
