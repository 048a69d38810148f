using System.Collections.Immutable;
using Entente.Coding;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>A headline and the lead under it tell one act, not two.</summary>
public sealed class HeadlineTests(Engine engine)
{
    [Theory]
    [InlineData("Russia expels two Polish diplomats\n\nMOSCOW, March 3 - The Russian Foreign Ministry on Friday expelled two diplomats of the Polish embassy, accusing them of spying.\n", "SANCTION", 3)]
    [InlineData("U.S. warns Iran over missiles\n\nSecretary of State Antony Blinken on Tuesday warned Iran that more missile tests would bring new sanctions.\n", "THREATEN", 2)]
    [InlineData("Israeli strikes kill 12 in Gaza\n\nIsraeli air strikes killed at least 12 Palestinians in the Gaza Strip on Monday, medics said.\n", "ASSAULT", 2)]
    [InlineData("India rejects Chinese map claims\n\nNEW DELHI, Aug 29 - India on Tuesday rejected a new Chinese map that shows Arunachal Pradesh as Chinese territory.\n", "REJECT", 3)]
    public void OneEventWithBothEvidences(string text, string type, int sentence)
    {
        var told = Code(text).Where(e => e.Event == type).ToList();
        var e = Assert.Single(told);
        Assert.Equal(2, e.Evidence.Length);
        Assert.Equal(sentence, e.Sentence);
        Assert.Contains(e.Evidence, v => v.Sentence == 1);
    }

    [Theory]
    [InlineData("Israel attacks Lebanon\n\nIsrael carried out air strikes on Syria on Monday, the army said.\n")]
    [InlineData("France warns Niger\n\nGermany on Monday warned Niger that its troops would stay.\n")]
    public void OtherPartiesStayApart(string text) =>
        Assert.True(Code(text).Length >= 2);

    private ImmutableArray<CodedEvent> Code(string text)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("entente-headline").FullName, "story.txt");
        File.WriteAllText(path, text);
        var read = (SourceResult.Read)new ArticleReader(new SourceOptions { Published = Engine.Day("2023-08-30") }).Read([path]).First();
        return engine.Code(read.Article);
    }
}
