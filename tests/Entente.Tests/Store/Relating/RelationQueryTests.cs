using Entente.Coding.Knowledge;
using Entente.Store.Querying;
using Entente.Store.Relating;
using NodaTime;
using Xunit;

namespace Entente.Tests.Store.Relating;

/// <summary>What a store tells of relations.</summary>
public sealed class RelationQueryTests : IDisposable
{
    private readonly RelationStore store = new();

    private static readonly RelationRequest All = RelationStore.Request();

    public void Dispose() => store.Dispose();

    [Fact]
    public void Events_are_counted_by_dyad_and_period()
    {
        store.Add("RUS", "PRK");
        store.Add("PRK", "RUS", act: "ASSAULT", quad: 4, score: -10, cameo: "190");
        store.Add("RUS", "PRK", "2023-06-01", published: "2023-06-02", act: "AID", quad: 2, score: 5, cameo: "070");
        store.Add("RUS", "RUS");
        store.Add("RUS", "");
        store.Add("USA", "?");
        Assert.Equal(["PRK–RUS 2023-05 2 2", "PRK–RUS 2023-06 1 1"], store.Told(All));
        var cell = store.Query.Dyads(All).Cells[0];
        Assert.Equal((1, 0, 0, 1, -7.5, -7.5), (cell.VerbalCooperation, cell.MaterialCooperation, cell.VerbalConflict, cell.MaterialConflict, cell.Score, cell.Goldstein));
        Assert.Equal(["PRK–RUS 2023-05 1 1", "RUS–PRK 2023-05 1 1", "RUS–PRK 2023-06 1 1"], store.Told(All with { Directed = true }));
        Assert.Equal(["PRK–RUS 2023 AID 1 1", "PRK–RUS 2023 ASSAULT 1 1", "PRK–RUS 2023 CONSULT 1 1"], store.Told(All with { ByType = true, Unit = PeriodUnit.Year }));
        foreach (var (unit, name) in ((PeriodUnit, string)[])[(PeriodUnit.Day, "2023-06-01"), (PeriodUnit.Week, "2023-W22"), (PeriodUnit.Quarter, "2023-Q2")])
            Assert.Contains(store.Told(All with { Unit = unit }), t => t.Contains(name, StringComparison.Ordinal));
    }

    [Fact]
    public void Events_of_several_have_all_their_dyads_once()
    {
        store.Add("USA KOR", "PRK RUS USA");
        Assert.Equal(["KOR–PRK 2023-05 1 1", "KOR–RUS 2023-05 1 1", "KOR–USA 2023-05 1 1", "PRK–USA 2023-05 1 1", "RUS–USA 2023-05 1 1"], store.Told(All));
        Assert.Equal(5, store.Told(All with { Directed = true }).Length);
        Assert.Equal(["KOR–PRK 2023-05 1 1", "PRK–USA 2023-05 1 1", "KOR–USA 2023-05 1 1"], store.Told(RelationStore.Request("KOR", "PRK", "USA")).OrderBy(t => t.Contains("KOR–USA", StringComparison.Ordinal)));
    }

    [Fact]
    public void A_meeting_without_host_counts_both_ways_and_a_joint_act_is_none_between_them()
    {
        store.Add("RUS PRK", "");
        Assert.Equal(["PRK–RUS 2023-05 1 1"], store.Told(All));
        Assert.Equal(["PRK–RUS 2023-05 1 1", "RUS–PRK 2023-05 1 1"], store.Told(All with { Directed = true }));
        Assert.Equal(["PRK–RUS 2023-05 1 1", "RUS–PRK 2023-05 1 1"], store.Told(RelationStore.Request("PRK", "RUS") with { Directed = true }));
        store.Add("RUS PRK", "", act: "ACCUSE", quad: 3);
        store.Add("RUS PRK", "?", act: "ASSAULT", quad: 4);
        Assert.Equal(["PRK–RUS 2023-05 1 1"], store.Told(All));
        // Against a third: no act between the two, whether or not the third was asked for.
        store.Add("RUS PRK", "USA", act: "ASSAULT", quad: 4);
        Assert.Equal(["PRK–RUS 2023-05 1 1"], store.Told(RelationStore.Request("PRK", "RUS")));
        Assert.Equal(["PRK–RUS 2023-05 1 1", "PRK–USA 2023-05 1 1", "RUS–USA 2023-05 1 1"], store.Told(All));
    }

    [Fact]
    public void Each_way_of_counting_counts_what_it_says()
    {
        store.Add("RUS", "PRK");
        store.Add("RUS", "PRK", lead: false);
        store.Add("RUS", "PRK", cameo: "042");
        store.Add("PRK", "RUS");
        store.Add("RUS", "PRK", "2023-05-12");
        store.Add("RUS", "PRK", origin: "gdelt2");
        Assert.Equal(["PRK–RUS 2023-05 6 6"], store.Told(All with { Counting = Counting.Raw }));
        Assert.Equal(["PRK–RUS 2023-05 5 5"], store.Told(All with { Counting = Counting.Incidents }));
        Assert.Equal(["PRK–RUS 2023-05 1 1", "RUS–PRK 2023-05 3 3"], store.Told(All with { Counting = Counting.Daily, Directed = true }));
    }

    [Fact]
    public void Of_a_day_the_same_event_counts_whatever_the_threads()
    {
        using var other = new RelationStore(threads: 1);
        foreach (var each in (RelationStore[])[store, other])
            for (var i = 0; i < 300; i++) each.Add("RUS", "PRK", confidence: 0.3 + (i * 7 % 10 / 100.0), score: (i * 13 % 97 / 10.0) - 5);
        var daily = All with { Counting = Counting.Daily, ByConfidence = true };
        Assert.Equal(store.Query.Dyads(daily).Cells, other.Query.Dyads(daily).Cells);
        // The weightiest, of these the first: number 8 of every ten has 0.39, i = 7.
        Assert.Equal(0.39 * ((7 * 13 % 97 / 10.0) - 5), Assert.Single(store.Query.Dyads(daily).Cells).Score, 1e-3);
        Assert.Equal(store.Query.Dyads(All with { ByConfidence = true }).Cells, other.Query.Dyads(All with { ByConfidence = true }).Cells);
    }

    [Fact]
    public void What_is_told_counts_by_status_who_says_so_and_confidence()
    {
        double Of(string status, string attribution, double? confidence, bool byConfidence = true)
        {
            using var one = new RelationStore();
            one.Add("RUS", "PRK", status: status, attribution: attribution, confidence: confidence);
            return one.Query.Dyads(All with { ByConfidence = byConfidence }).Cells.Sum(RelationStore.Weight);
        }

        Assert.Equal(1, Of("actual", "none", 1));
        Assert.Equal(1, Of("actual", "none", null));
        Assert.Equal(0.5, Of("actual", "none", 0.5), 1e-9);
        Assert.Equal(1, Of("actual", "none", 0.5, byConfidence: false));
        Assert.InRange(Of("actual", "denied", 1), 0.01, Of("actual", "disputed", 1) - 0.01);
        Assert.InRange(Of("actual", "asserted", 1), Of("actual", "disputed", 1) + 0.01, 0.99);
        Assert.InRange(Of("future", "none", 1), 0.01, 0.99);
        Assert.Equal(0, Of("negated", "none", 1));
    }

    [Theory]
    [InlineData("2023-05-10", "2023-05-10", "2023-06-02", "actual", "2023-05")]
    [InlineData("2023-04-20", "2023-05-10", "2023-06-02", "actual", "2023-06")]
    [InlineData(null, null, "2023-06-02", "actual", "2023-06")]
    [InlineData("2023-04-20", "2023-05-10", null, "actual", "2023-05")]
    [InlineData("2023-08-01", "2023-08-01", "2023-06-02", "future", "2023-06")]
    [InlineData("2019-08-01", "2019-08-31", "2023-06-02", "historical", "2019-08")]
    [InlineData("2019-01-01", "2019-12-31", "2023-06-02", "historical", null)]
    [InlineData(null, null, "2023-06-02", "historical", null)]
    [InlineData(null, null, null, "actual", null)]
    public void An_event_counts_on_its_day(string? start, string? end, string? published, string status, string? period)
    {
        store.Add("RUS", "PRK", start, end, published, status: status);
        var told = store.Told(All);
        if (period is null) Assert.Empty(told);
        else Assert.StartsWith("PRK–RUS " + period, Assert.Single(told), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bloc_is_its_members_of_the_day()
    {
        store.Add("FIN", "RUS", "2023-04-03");
        store.Add("FIN", "RUS", "2023-04-05");
        store.Add("FIN SWE", "RUS", "2023-04-06");
        var nato = new RelationParty("@NATO", new PartyFilter([("FIN", new LocalDate(2023, 4, 4), null), ("SWE", new LocalDate(2024, 3, 7), null), ("NATO", null, null)], null));
        var request = RelationStore.Request("RUS", "FIN") with { Parties = [.. RelationStore.Request("RUS").Parties, nato], Unit = PeriodUnit.Day };
        Assert.Equal(["@NATO–RUS 2023-04-05 1 1", "@NATO–RUS 2023-04-06 1 1"], store.Told(request));
        // Both a member and its bloc can be asked for; the bloc has no dyad with itself.
        Assert.Equal(["@NATO–FIN 2023-04-06 1 1"], Members());
        string[] Members()
        {
            store.Add("FIN NATO", "", "2023-04-06");
            return [.. store.Told(request with { Parties = [.. RelationStore.Request("FIN").Parties, nato] })];
        }
    }

    [Fact]
    public void Only_the_days_asked_for_count()
    {
        foreach (var day in (string[])["2023-04-30", "2023-05-01", "2023-05-31", "2023-06-01"]) store.Add("RUS", "PRK", day, published: "2023-07-01");
        Assert.Equal(["PRK–RUS 2023-05 2 2"], store.Told(All with { Since = new LocalDate(2023, 5, 1), Until = new LocalDate(2023, 5, 31) }));
        store.Add("RUS", "PRK", "2023-05-05", confidence: 0.2);
        Assert.Equal(["PRK–RUS 2023 4 4"], store.Told(All with { Unit = PeriodUnit.Year, Filter = new EventFilter { LeastConfidence = 0.5 } }));
    }

    [Fact]
    public void The_record_begins_with_its_news_and_not_with_what_they_tell_of_the_past()
    {
        Assert.Null(store.Query.FirstDay());
        Assert.Null(store.Query.LatestDay());
        store.Add("RUS", "PRK", "2023-05-01", published: null, origin: "keds");
        store.Add("RUS", "PRK", "1950-05-01", published: "2023-05-11", status: "historical");
        store.Add("RUS", "PRK", "2023-09-01", published: "2023-05-12", status: "future");
        Assert.Equal(new LocalDate(2023, 5, 1), store.Query.FirstDay());
        Assert.Equal(new LocalDate(2023, 5, 11), store.Query.LatestDay());
    }

    [Fact]
    public void The_events_behind_a_figure_come_by_weight_and_score()
    {
        store.Add("RUS", "PRK", score: 1);
        store.Add("PRK", "RUS", score: -9, quad: 4, act: "ASSAULT");
        store.Add("RUS", "PRK", score: -9, attribution: "denied");
        store.Add("RUS", "USA", score: -9);
        store.Add("RUS", "PRK", status: "negated");
        var found = store.Query.Evidence(All, "RUS", "PRK", 5);
        Assert.Equal(["e2", "e1", "e3"], found.Select(e => e.Record.Id).OrderBy(i => i == "e2" ? 0 : i == "e1" ? 1 : 2));
        Assert.Equal("e2", found[0].Record.Id);
        Assert.Equal(found.OrderByDescending(f => f.Weight * (1 + Math.Abs(f.Record.Score))).Select(f => f.Record.Id), found.Select(f => f.Record.Id));
        Assert.Equal(["e2"], store.Query.Evidence(All, "PRK", "RUS", 1).Select(e => e.Record.Id));
        Assert.Equal(new LocalDate(2023, 5, 10), found[0].Day);
    }

    [Fact]
    public void Sources_of_imported_events_are_their_data_sets()
    {
        store.Add("RUS", "PRK", origin: "gdelt2", source: "example.org");
        store.Add("RUS", "PRK", origin: "keds");
        store.Add("RUS", "PRK", origin: "keds");
        store.Add("RUS", "PRK");
        Assert.Equal([("gdelt2: example.org", 1L), ("keds", 2L)], store.Query.Sources(PeriodUnit.Year).Select(s => (s.Source, s.Count)));
    }

    [Fact]
    public void Weights_that_are_none_are_named()
    {
        var folder = Directory.CreateTempSubdirectory("entente-weights");
        try
        {
            Directory.CreateDirectory(Path.Combine(folder.FullName, "relations"));
            File.WriteAllText(Path.Combine(folder.FullName, "relations", "weights.tsv"), "status\tattribution\tweight\nactual\tnone\t0.5\nactual\tdenied\t1.5\nfuture\tnone\t-1\n");
            var weights = RelationWeights.Read(new KnowledgeOptions { Overlays = [folder.FullName] });
            Assert.Equal(2, weights.Faults.Length);
            Assert.Equal(0.5, weights.Weights.Single(w => w is { Status: "actual", Attribution: "none" }).Weight);
            Assert.Contains("CONSULT", weights.Mutual);
            Assert.DoesNotContain("ACCUSE", weights.Mutual);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
