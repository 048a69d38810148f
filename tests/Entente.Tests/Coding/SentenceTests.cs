using Entente.Coding;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>Sentences through the real parser and knowledge: each row of sentences.txt is a promise, events missing and events too many break it.</summary>
public sealed class SentenceTests(Engine engine)
{
    public static TheoryData<string, string, string> Sentences() => new(Rows());

    [Theory]
    [MemberData(nameof(Sentences))]
    public void A_sentence_comes_to_these_events_and_no_others(string text, string published, string expected)
    {
        var want = expected.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => new Expectation(line)).ToArray();
        var got = engine.Code(text, published);
        var missing = want.Where(w => !got.Any(w.Fits)).ToArray();
        Assert.True(missing.Length == 0 && want.Length == got.Length, $"{text}\nwanted:\n  {string.Join("\n  ", want.Select(w => w.Written))}\ngot:\n  {string.Join("\n  ", got.Select(Expectation.Show))}");
    }

    [Fact]
    public void The_table_covers_all_sixteen_types_and_every_status()
    {
        var events = Rows().SelectMany(row => engine.Code(row.Text, row.Published)).ToArray();
        Assert.Equal(engine.Knowledge.Ontology.Types, events.Select(e => e.Event).Distinct().Order(StringComparer.Ordinal));
        Assert.Equal(5, events.Select(e => e.Status).Distinct().Count());
        Assert.Superset(new HashSet<Stance> { Stance.Asserts, Stance.Denies }, events.SelectMany(e => e.Attribution).Select(a => a.Stance).ToHashSet());
    }

    /// <summary>The table: the text, its day of publication, the events a line each.</summary>
    internal static IEnumerable<(string Text, string Published, string Expected)> Rows()
    {
        var published = "2023-08-03";
        string? text = null;
        var expected = new List<string>();
        foreach (var line in File.ReadLines(Repository.At("tests", "Entente.Tests", "Coding", "sentences.txt")).Append(""))
        {
            if (line.StartsWith("  ", StringComparison.Ordinal)) expected.Add(line.Trim());
            else if (line.StartsWith('@')) published = line[1..];
            else if (line.Length > 0 && line[0] != '#') text = line;
            if (line.Length > 0 || text is null) continue;
            yield return (text.Replace("\\n", "\n", StringComparison.Ordinal), published, string.Join('\n', expected));
            text = null;
            expected.Clear();
        }
    }
}
