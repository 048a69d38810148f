using CsCheck;
using Entente.Coding.Judging;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Coding.Judging;

/// <summary>Sentences that are marked in place.</summary>
public sealed class MarkedTextTests
{
    [Fact]
    public void Marks_are_taken_out_and_keep_their_places()
    {
        var marked = MarkedText.Parse("[<Iran>] *refused* to release {two hikers}, officials said.")!;
        Assert.Equal("Iran refused to release two hikers, officials said.", marked.Text);
        Assert.Equal([new TextRange(0, 4)], marked.Actors);
        Assert.Equal([new TextRange(0, 4)], marked.Speakers);
        Assert.Equal("refused", marked.Text[marked.Triggers[0].Start..marked.Triggers[0].End]);
        Assert.Equal("two hikers", marked.Text[marked.Recipients[0].Start..marked.Recipients[0].End]);
    }

    [Theory]
    [InlineData("[Iran refused")]
    [InlineData("Iran] refused")]
    [InlineData("Iran *refused")]
    [InlineData("[Iran [refused]]")]
    public void Marks_that_do_not_pair_are_no_text(string text) => Assert.Null(MarkedText.Parse(text));

    [Fact]
    public void Any_text_is_read_or_refused_and_every_range_lies_inside() => Gen.String[Gen.Char["ab []{}<>*é😀"], 0, 40].Sample(text =>
    {
        if (MarkedText.Parse(text) is not { } marked) return;
        foreach (var range in marked.Actors.Concat(marked.Recipients).Concat(marked.Triggers).Concat(marked.Speakers))
            Assert.True(range.Start >= 0 && range.Start <= range.End && range.End <= marked.Text.Length);
    });

    [Fact]
    public void Names_numbers_and_dates_do_not_make_another_sentence()
    {
        Assert.Equal(ExampleChecks.Skeleton("Russia freed 12 Ukrainian sailors on Monday."), ExampleChecks.Skeleton("Iran freed 3 American sailors on Friday."));
        Assert.NotEqual(ExampleChecks.Skeleton("Russia freed 12 sailors."), ExampleChecks.Skeleton("Russia detained 12 sailors."));
    }
}
