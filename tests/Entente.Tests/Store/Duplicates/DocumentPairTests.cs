using Entente.Store;
using Entente.Store.Duplicates;
using Entente.Store.Ingesting;
using Xunit;

namespace Entente.Tests.Store.Duplicates;

/// <summary>What counts as a repeat at ingest, on pairs of texts of which half are near misses.</summary>
public sealed class DocumentPairTests
{
    [Fact]
    public void Repeats_are_found_and_near_misses_are_not()
    {
        using var scratch = new Scratch();
        using var store = EventStore.OpenOrCreate(scratch.Store);
        var ledger = new DocumentLedger(store);
        List<string> wrong = [], missed = [];
        var found = 0;
        foreach (var pair in DocumentPair.All)
        {
            var first = ledger.Receive(pair.A);
            var second = ledger.Receive(pair.B);
            if (first.DuplicateOf is not null) wrong.Add($"{pair.Id} {pair.Kind} (first text)");
            var repeated = second.DuplicateOf == first.Key;
            if (repeated && pair.Same) found++;
            else if (second.DuplicateOf is not null) wrong.Add($"{pair.Id} {pair.Kind}");
            else if (pair.Same) missed.Add($"{pair.Id} {pair.Kind}");
        }

        var faults = $"wrong: {string.Join(", ", wrong)}; missed: {string.Join(", ", missed)}";
        Assert.True(found >= 0.97 * (found + wrong.Count), faults);
        Assert.True(found >= 0.85 * (found + missed.Count), faults);
        TestContext.Current.TestOutputHelper?.WriteLine(faults);
    }
    // TEMP
    [Fact]
    public void Dump()
    {
        using var o = new StreamWriter(Path.Combine(Path.GetTempPath(), "dup2-features.tsv"));
        var index = new DuplicateIndex();
        foreach (var p in DocumentPair.All)
        {
            var (x, y) = (TextOutline.Of(p.A), TextOutline.Of(p.B));
            var f = DuplicateFeatures.Of(x, y);
            var apart = DuplicateJudge.Apart(p.A.Published, p.B.Published);
            var s = Fingerprint.Of(p.A.Text, []).SimilarTo(Fingerprint.Of(p.B.Text, []));
            o.WriteLine(FormattableString.Invariant($"{p.Id}\t{p.Kind}\t{(p.Same ? 1 : 0)}\t{f.Covered}\t{f.Running}\t{f.Replaced}\t{Math.Min(apart ?? 0, 7) / 7.0}\t{DuplicateJudge.Score(x, y, apart)}\t{s}"));
        }
    }
}
