using Entente.Coding;
using Entente.Sources;

namespace Entente.Tests.Coding.Records;

/// <summary>An event of a text with everything in it that can go wrong in a record.</summary>
internal static class Sample
{
    /// <summary>Astral characters, an unpaired surrogate, quotes, a comma, a line end.</summary>
    public const string Text = "=😀 \uD83D \"Ruritania,\r\nattacked\" 𝔘topia at \u0001Zenda.";

    public static CodedEvent Full { get; } = new()
    {
        Id = "=doc:1:1",
        Document = "=doc",
        Sentence = 1,
        Published = Engine.Day("2023-08-03"),
        Date = new EventDate(null, Engine.Day("2023-08-01"), DatePrecision.Range, DateBasis.Text, "-until Tuesday"),
        Actor = [Somebody("Ruritania") with { Code = "RUR", Country = "RUR", Sectors = ["GOV", "MIL"], Name = "Ruritania", Person = "Rudolf, \"R\"", Title = "king", How = Recognition.Title }, Somebody("=😀")],
        Recipient = [Somebody("𝔘topia") with { Code = "UTO" }],
        Event = "ASSAULT",
        Mode = "aerial",
        Context = ["military", "territory"],
        Quad = 4,
        Cameo = "0195",
        Goldstein = -9.5,
        Score = -9,
        Content = new EventContent("AID", null, "070"),
        Status = EventStatus.Hypothetical,
        Attribution = [new Attribution(Somebody("𝔘topia") with { Code = "UTO" }, Stance.Denies, "attacked", RangeOf("attacked"), [new Attribution(null, Stance.Doubts, "at", RangeOf("at "), [])])],
        Place = new EventPlace("Zenda", null, -0.5, 12, "Zenda", RangeOf("Zenda")),
        Evidence = [new Evidence(1, Text, new TextRange(0, Text.Length), RangeOf("attacked")), new Evidence(2, "Zenda.", RangeOf("Zenda."), RangeOf("Zenda"))],
        Confidence = 0.87654,
        Coder = "entente 0.1.0",
        Rule = "-attack.v:subj:obj",
    };

    public static CodedEvent Bare { get; } = new()
    {
        Id = "d:1:1",
        Document = "d",
        Sentence = 1,
        Event = "CONSULT",
        Quad = 1,
        Cameo = "040",
        Goldstein = 1,
        Score = 2.5,
        Status = EventStatus.Actual,
        Evidence = [new Evidence(1, "𝔘topia", RangeOf("𝔘topia"), RangeOf("𝔘topia"))],
        Confidence = 0.5,
        Coder = "entente 0.1.0",
        Rule = "r",
    };

    public static TextRange RangeOf(string words) => Text.IndexOf(words, StringComparison.Ordinal) is var at ? new TextRange(at, at + words.Length) : default;

    private static ActorReference Somebody(string words) => new() { Text = words, Range = RangeOf(words), How = Recognition.Listed, Confidence = 0.98765 };
}
