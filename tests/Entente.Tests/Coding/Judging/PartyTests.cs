using System.Collections.Immutable;
using Entente.Coding;
using Entente.Coding.Judging;
using Xunit;

namespace Entente.Tests.Coding.Judging;

/// <summary>Parties whose state no word tells, as the program with its judges reads them.</summary>
public sealed class PartyTests(Engine engine)
{
    private static readonly Judges Judges = new(Path.Combine(AppContext.BaseDirectory, "models"));

    // What is promised here is whose somebody is, not how far the whole is trusted.
    private const double Least = 0.25;

    private ImmutableArray<CodedEvent> Code(string text) => new EventCoder(engine.Knowledge, Judges, Least).Code(engine.Parser.Parse(Engine.Article(text, "2004-05-03")));

    [Theory]
    [InlineData("Tens of thousands of people marched in Colombo against higher taxes on Monday. Police fired tear gas at the protesters and arrested a dozen Sri Lankan students.", "LKA")]
    [InlineData("Farmers blocked roads across Bolivia on Monday. Troops fired on the protesters near La Paz, and Bolivian radio said that two were dead.", "BOL")]
    public void The_document_tells_whose_police_and_troops_are(string text, string code)
    {
        var actors = Code(text).Where(e => e.Event == "ASSAULT").SelectMany(e => e.Actor).ToList();
        Assert.Contains(actors, a => a.Code == code && a.Country == code && a.How == Recognition.Context && a.Confidence is >= PartyReviser.LeastState and <= 1);
    }

    [Fact]
    public void Where_no_state_is_named_none_is_guessed()
    {
        foreach (var party in Code("Police fired tear gas at the protesters on Monday. Troops arrested a dozen students.").SelectMany(e => e.Actor.Concat(e.Recipient)))
            Assert.Null(party.Country);
    }

    [Theory]
    [InlineData("A gas explosion in a coal mine killed at least 56 people in northern China on Sunday.")]
    [InlineData("A military plane crashed in Venezuela on Monday, killing 25 people.")]
    public void Accidents_are_no_assaults(string text) => Assert.DoesNotContain(Code(text), e => e.Event == "ASSAULT");
}
