using System.Text.RegularExpressions;
using Entente.Coding;
using NodaTime.Text;
using Xunit;

namespace Entente.Tests.Coding.Actors;

/// <summary>Whom the mentions of <c>who.tsv</c> and <c>who-fresh.tsv</c> mean: listed and unlisted actors, traps, several together, coreference.</summary>
public sealed class WhoIsWhoTests(Engine engine, ITestOutputHelper output)
{
    /// <summary>A ratchet: raise it when the coder gets better. What it misses is told in docs/accuracy.md.</summary>
    private const double LeastRight = 0.82;

    private sealed record Case(string Text, string Published, string Mention, string Code, string Country, string Sector, string Person)
    {
        public bool IsTrap => Code == "-" && Country == "-" && Sector == "-" && Person == "-";
    }

    [Theory]
    [InlineData("who.tsv", 578), InlineData("who-fresh.tsv", 220)]
    public void Mentions_mean_whom_a_careful_reader_takes_them_for(string file, int count)
    {
        var cases = Cases(file);
        Assert.Equal(count, cases.Count);
        var wrong = cases.Where(c => !IsRight(c)).ToList();
        var share = 1 - ((double)wrong.Count / cases.Count);
        output.WriteLine($"{file}: {cases.Count - wrong.Count} of {cases.Count} right");
        Assert.True(share >= LeastRight, $"{share:P1} right; wrong: {string.Join('\n', wrong.Select(w => $"[{w.Mention}] {w.Text}"))}");
    }

    [Fact]
    public void A_trap_gets_no_code_more_often_than_one_time_in_six()
    {
        var cases = Cases("who.tsv").Where(c => c.IsTrap).ToList();
        Assert.InRange(cases.Count(c => !IsRight(c)), 0, cases.Count / 6);
    }

    private static List<Case> Cases(string file) =>
    [
        .. File.ReadLines(Repository.At("tests", "Entente.Tests", "Coding", "Actors", file))
            .Where(l => l.Length > 0 && l[0] != '#').Skip(1).Select(l => l.Split('\t')).Select(c => new Case(c[0], c[1], c[2], c[3], c[4], c[5], c[6])),
    ];

    private bool IsRight(Case one)
    {
        var document = engine.Parser.Parse(Engine.Article(one.Text, LocalDatePattern.Iso.Parse(one.Published).Success ? one.Published : null));
        var place = Regex.Match(one.Text, $@"(?<!\w){Regex.Escape(one.Mention)}(?!\w)");
        Assert.True(place.Success, one.Mention);
        var inside = engine.Coder.Mentions(document).Where(m => m.Head.Start >= place.Index && m.Head.End <= place.Index + place.Length).ToList();
        if (one.IsTrap) return inside.All(m => m.Actors.All(a => a.Code is null));
        return inside.Any(m => Fits(one, m.Actors)) || (inside.Count > 1 && Fits(one, inside.SelectMany(m => m.Actors)));
    }

    private static bool Fits(Case one, IEnumerable<ActorReference> named)
    {
        var actors = named.ToList();
        if (string.Join('+', actors.Select(a => a.Code ?? "-")) != one.Code || string.Join('+', actors.Select(a => a.Country ?? "-")) != one.Country) return false;
        var sectors = actors.Select(a => a.Sectors.IsEmpty ? "-" : a.Sectors[0]).ToList();
        if ((sectors.Distinct().Count() == 1 ? sectors[0] : string.Join('+', sectors)) != one.Sector) return false;

        // Of a person the last surname must agree: spellings of first names differ.
        return Surname(actors.LastOrDefault(a => a.Person is not null)?.Person ?? "-") == Surname(one.Person.Split('+')[^1]);
    }

    private static string Surname(string name) => name[(name.LastIndexOf(' ') + 1)..];
}
