using Entente.Coding.Knowledge;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Knowledge;

/// <summary>The example that every frame carries, read by the real parser.</summary>
public sealed class ExampleTests(Engine engine)
{
    /// <summary>Every so many-th example is read, so that the test stays short.</summary>
    private const int Step = 4;

    /// <summary>A ratchet: measured, then rounded down. Raise it when the engine gets better, never lower it.</summary>
    private const double LeastShare = 0.70;

    /// <summary>The same for senses that are no event.</summary>
    private const double LeastShareOfNone = 0.95;

    [Fact]
    public void Examples_of_frames_yield_an_event_of_their_type()
    {
        var rows = new KnowledgeFolder([KnowledgeBase.BuiltInFolder]).Rows("events/frames/*.tsv", ["predicate", "event"], r => "")
            .Where(r => r["event"] != "NONE" && r["example"].Length > 0).Where((_, i) => i % Step == 0).ToArray();
        Assert.True(rows.Length > 500);
        var failed = rows.AsParallel().AsOrdered().Where(r => !engine.Code(r["example"]).Any(e => e.Event == r["event"] || e.Content?.Event == r["event"])).ToArray();
        var share = 1 - ((double)failed.Length / rows.Length);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{share:P1} of {rows.Length} examples\n{string.Join('\n', failed.Select(r => $"{Path.GetFileName(r.File)}:{r.Line}\t{r["event"]}\t{r["example"]}"))}"));
        Assert.True(share >= LeastShare, FormattableString.Invariant($"{share:P1} of {rows.Length} examples"));
    }

    [Fact]
    public void Senses_that_are_no_event_give_none_of_their_predicates()
    {
        var rows = new KnowledgeFolder([KnowledgeBase.BuiltInFolder]).Rows("events/frames/*.tsv", ["predicate", "event"], r => "")
            .Where(r => r["event"] == "NONE" && r["example"].Length > 0).Where((_, i) => i % Step == 0).ToArray();
        var failed = rows.AsParallel().AsOrdered().Where(r => engine.Code(r["example"]).Any(e => e.Rule.StartsWith(r["predicate"] + ":", StringComparison.Ordinal))).ToArray();
        var share = 1 - ((double)failed.Length / rows.Length);
        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{share:P1} of {rows.Length} examples\n{string.Join('\n', failed.Select(r => $"{Path.GetFileName(r.File)}:{r.Line}\t{r["example"]}"))}"));
        Assert.True(share >= LeastShareOfNone, FormattableString.Invariant($"{share:P1} of {rows.Length} examples"));
    }
}
