using Entente.Coding;
using Entente.Coding.Mentions;
using Entente.Coding.Records;
using Entente.Coding.Time;
using NodaTime;
using NodaTime.Text;
using Xunit;

namespace Entente.Tests.Coding.Time;

/// <summary>Date phrases through the real parser and knowledge: each row of the tables beside has exactly those told, or none.</summary>
public sealed class DatePhraseTests(Engine engine, ITestOutputHelper output)
{
    private const double LeastShare = 0.97;

    [Theory]
    [InlineData("phrases.tsv", 500)]
    [InlineData("fresh.tsv", 360)]
    public void Nearly_all_phrases_come_to_the_days_that_they_mean(string file, int least)
    {
        var rows = Rows(file).ToArray();
        var wrong = rows.Select(row => (Row: row, Got: Read(row))).Where(r => r.Got != r.Row.Expected).ToArray();
        var share = 1 - ((double)wrong.Length / rows.Length);
        var report = $"{rows.Length - wrong.Length} of {rows.Length} right ({share:P1})\n"
            + string.Join('\n', wrong.Select(w =>
                $"{w.Row.Sentence} [{w.Row.Published} {w.Row.Anchor}]\n  wanted: {w.Row.Expected}\n  got:    {w.Got}"));
        output.WriteLine(report);
        Assert.True(rows.Length >= least && share >= LeastShare, report);
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("1582-10-15")]
    [InlineData("2024-02-29")]
    [InlineData("9999-12-31")]
    [InlineData("")]
    public void No_phrase_breaks_on_any_day_of_publication(string published)
    {
        foreach (var row in Rows("phrases.tsv").Concat(Rows("fresh.tsv")))
        {
            var document = engine.Parser.Parse(Engine.Article(row.Sentence, published.Length == 0 ? null : published));
            var view = new SentenceView(document, document.Sentences[0], engine.Knowledge);
            foreach (var phrase in new DateReader(view, document.Article.Published, _ => null).Read())
            {
                Assert.True(phrase.Date.Start is not null || phrase.Date.End is not null);
                Assert.False(phrase.Date.Start > phrase.Date.End);
            }
        }
    }

    private string Read(Row row)
    {
        var document = engine.Parser.Parse(Engine.Article(row.Sentence, row.Published));
        var view = new SentenceView(document, Assert.Single(document.Sentences), engine.Knowledge);
        return string.Join(" + ", new DateReader(view, document.Article.Published, unit =>
            Anchor(row.Anchor) is { } told && told.Carries(unit) ? told : null).Read().Select(p => Show(p.Date)));
    }

    private static string Show(EventDate date) =>
        $"{date.Text} = {EventJson.Day(date.Start)}..{EventJson.Day(date.End)} {date.Precision.ToString().ToLowerInvariant()}";

    private static DateAnchor? Anchor(string text) => text.Length switch
    {
        4 => new DateAnchor(Day(text + "-01-01"), DatePrecision.Year),
        7 => new DateAnchor(Day(text + "-01"), DatePrecision.Month),
        10 => new DateAnchor(Day(text), DatePrecision.Day),
        _ => null,
    };

    private static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;

    /// <summary>The rows; those of one sentence make one.</summary>
    private static IEnumerable<Row> Rows(string file) =>
        File.ReadLines(Repository.At("tests", "Entente.Tests", "Coding", "Time", file)).Where(l =>
            l.Length > 0 && l[0] != '#').Skip(1)
            .Select(l => l.Split('\t'))
            .GroupBy(c => (c[0], c[1], c.ElementAtOrDefault(2) ?? ""))
            .Select(g => new Row(g.Key.Item1, g.Key.Item2, g.Key.Item3,
                string.Join(" + ", g.Where(c => c.Length > 6).Select(c => $"{c[3]} = {c[4]}..{c[5]} {c[6]}"))));

    private sealed record Row(string Sentence, string Published, string Anchor, string Expected);
}
