using CsCheck;
using Entente.Sources;
using Entente.Store;
using Entente.Store.Duplicates;
using Entente.Store.Ingesting;
using NodaTime;
using Xunit;

namespace Entente.Tests.Store.Duplicates;

/// <summary>What counts as a repeat at ingest.</summary>
public sealed class DocumentPairTests
{
    private const string Strike = "A drone struck a tanker carrying diesel in the Gulf of Oman on Saturday, causing a fire that the crew put out after four hours, maritime security agencies said. The Halcyon Spirit was 44 nautical miles off Fujairah. One seaman was burned.";

    [Fact]
    public void Of_pairs_of_texts_of_which_half_are_near_misses_repeats_are_found_and_the_others_are_not()
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

        var faults = $"{found} found; wrong: {string.Join(", ", wrong)}; missed: {string.Join(", ", missed)}";
        TestContext.Current.TestOutputHelper?.WriteLine(faults);
        Assert.True(found >= 0.97 * (found + wrong.Count), faults);
        Assert.True(found >= 0.85 * DocumentPair.All.Count(p => p.Same), faults);
    }

    [Fact]
    public void Which_text_comes_first_makes_no_difference_to_the_score() =>
        Assert.All(DocumentPair.All, p => Assert.Equal(Score(p.A, p.B), Score(p.B, p.A)));

    [Fact]
    public void A_text_is_compared_with_those_of_the_store_as_with_those_that_are_not_written_yet()
    {
        using var written = new Scratch();
        using var waiting = new Scratch();
        var lines = DocumentPair.All.Take(20).Select(p => (A: Line(p.A), B: Line(p.B))).ToList();
        var first = written.Write("a.jsonl", string.Concat(lines.Select(l => l.A)));
        var second = written.Write("b.jsonl", string.Concat(lines.Select(l => l.B)));
        written.Run(0, "ingest", first, "--model", "fast");
        written.Run(0, "ingest", second, "--model", "fast");
        waiting.Run(0, "ingest", first, second, "--model", "fast");
        const string Query = "SELECT id, duplicate_of, similarity FROM documents ORDER BY document_key";
        var rows = written.Run(0, "query", "--format", "csv", "--sql", Query).Out;
        Assert.Equal(rows, waiting.Run(0, "query", "--format", "csv", "--sql", Query).Out);
        Assert.Contains("-b,", rows, StringComparison.Ordinal);
    }

    [Fact]
    public void A_later_revision_of_a_document_is_read_however_like_the_first_one_it_is()
    {
        using var scratch = new Scratch();
        string Told(string miles) => Line(Text("one", Strike.Replace("44", miles, StringComparison.Ordinal), 2));
        foreach (var miles in new[] { "44", "45", "46" }) scratch.Run(0, "ingest", scratch.Write("a.jsonl", Told(miles)), "--model", "fast");
        Assert.Equal(["1,", "2,", "3,"], scratch.Run(0, "query", "--format", "csv", "--sql", "SELECT revision, duplicate_of FROM documents ORDER BY 1").Out.Split("\r\n")[1..4]);
    }

    [Fact]
    public void The_same_words_with_another_number_are_an_update_today_and_other_news_next_week()
    {
        var one = Text("one", Strike, 2);
        Assert.True(Score(one, Text("two", Strike.Replace("44", "45", StringComparison.Ordinal), 3)) > DuplicateJudge.LeastScore);
        Assert.Equal(0, Score(one, Text("two", Strike.Replace("44", "45", StringComparison.Ordinal), 9)));
        Assert.True(Score(one, Text("two", Strike, 9)) > DuplicateJudge.LeastScore);
    }

    [Fact]
    public void Few_words_are_a_repeat_only_under_the_same_headline()
    {
        using var scratch = new Scratch();
        using var store = EventStore.OpenOrCreate(scratch.Store);
        var ledger = new DocumentLedger(store);
        Article Notice(string id, string company, string cents) => Text(id, $"Qtly div {cents} cts vs {cents} cts prior. Pay April 13. Record March 13.", 2) with { Title = company + " sets quarterly" };
        var kinds = new[] { Notice("1", "Knutson Mortgage", "10"), Notice("2", "Conchemco", "10"), Notice("3", "Knutson Mortgage", "12"), Notice("4", "KNUTSON MORTGAGE", "10"), Notice("5", "Conchemco", "10") }.Select(a => ledger.Receive(a).Kind);
        Assert.Equal([ArrivalKind.New, ArrivalKind.New, ArrivalKind.New, ArrivalKind.Repeated, ArrivalKind.Repeated], kinds);
    }

    [Fact]
    public void Any_text_can_be_compared()
    {
        Gen.String.Array[0, 40].Select(Gen.String.Array[0, 40]).Sample((a, b) =>
        {
            var (one, other) = (Text("a", string.Join(' ', a), 2), Text("b", string.Join(' ', b), 2));
            Assert.InRange(Score(one, other), 0, 1);
            Assert.Equal(Score(one, other), Score(other, one));
        });
    }

    private static double Score(Article one, Article other) =>
        DuplicateJudge.Score(TextOutline.Of(one), TextOutline.Of(other), DuplicateJudge.Apart(one.Published, other.Published));

    private static Article Text(string id, string text, int day) => new() { Id = id, Text = text, Published = new LocalDate(2026, 5, day) };

    private static string Line(Article a) => System.Text.Json.JsonSerializer.Serialize(new { id = a.Id, date = a.Published!.Value.ToString("uuuu-MM-dd", null), title = a.Title, text = a.Text }) + "\n";
}
