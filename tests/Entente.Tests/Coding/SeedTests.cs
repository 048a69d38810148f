using System.Collections.Immutable;
using Entente.Coding;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>A whole commentary of August 2023 as it lies on a web page. The text is not part of the repository.</summary>
public sealed class SeedTests(Engine engine)
{
    private ImmutableArray<CodedEvent> Events()
    {
        var path = Repository.Shared("seed", "loneliness-of-the-three.txt");
        Assert.SkipWhen(path is null, "the commentary lies beside the repository only where it was developed");
        return [.. new ArticleReader(new SourceOptions { Published = Engine.Day("2023-08-03") }).Read([path!]).OfType<SourceResult.Read>().SelectMany(r => engine.Code(r.Article))];
    }

    private static void Has(ImmutableArray<CodedEvent> events, string expected) =>
        Assert.True(events.Any(new Expectation(expected).Fits), $"wanted {expected}, got\n{string.Join('\n', events.Select(Expectation.Show))}");

    [Theory]
    [InlineData("PRK THREATEN KOR,JPN,USA actual")]
    [InlineData("PRK AID RUS actual says=USA denies=RUS,PRK")]
    [InlineData("RUS AID PRK actual")]
    [InlineData("KOR,JPN AGREE USA future 2023-08-18 content=CONSULT/visit")]
    [InlineData("PRK ASSAULT KOR historical 1950-06-25")]
    [InlineData("RUS CONSULT/visit PRK actual")]
    public void It_tells(string expected) => Has(Events(), expected);

    [Fact]
    public void The_russian_president_thanks_the_north_korean_leader()
    {
        var e = Events().First(e => e.Event == "SUPPORT" && e.Actor.Any(a => a.Code == "RUS") && e.Recipient.Any(r => r.Code == "PRK"));
        Assert.Equal(("president", "leader"), (e.Actor[0].Title, e.Recipient[0].Title));
    }

    [Fact]
    public void The_sanctions_of_the_united_nations_last_since_2006()
    {
        var e = Events().First(e => e.Event == "SANCTION" && e.Actor.Any(a => a.Code == "UNO") && e.Recipient.Any(r => r.Code == "PRK") && e.Date?.Start?.Year == 2006);
        Assert.Null(e.Date!.End);
    }

    [Fact]
    public void Nothing_behind_what_if_has_happened() => Assert.All(
        Events().Where(e => e.Evidence[0].Text.StartsWith("What if", StringComparison.Ordinal)), e => Assert.NotEqual(EventStatus.Actual, e.Status));

    [Fact]
    public void The_page_around_it_gives_nothing() => Assert.DoesNotContain(
        Events(), e => e.Evidence[0].Text.Contains("Originally posted", StringComparison.Ordinal) || e.Evidence[0].Text.Contains("Follow us", StringComparison.Ordinal));
}
