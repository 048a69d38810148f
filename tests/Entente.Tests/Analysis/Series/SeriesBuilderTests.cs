using CsCheck;
using Entente.Analysis.Series;
using Entente.Store.Relating;
using Xunit;

namespace Entente.Tests.Analysis.Series;

public sealed class SeriesBuilderTests
{
    private static readonly Gen<DyadRows> AnyRows =
        Gen.Select(Gen.Int[0, 3], Gen.Int[4, 7], Gen.Int[-5, 20], Gen.Double[0, 9], Gen.Double[0, 9], Gen.Int[0, 2].Select(i => ((string[])["AID", "ASSAULT", "CONSULT"])[i])).Array[0, 80]
            .Select(drawn => Simulated.Rows(drawn.DistinctBy(d => (d.Item1, d.Item2, d.Item3, d.Item6)).Select(d => Simulated.Cell(d.Item1, d.Item2, d.Item3, d.Item4, d.Item5) with { Event = d.Item6, MaterialConflict = d.Item5 / 2 })));

    [Fact]
    public void Totals_equal_the_cells() => AnyRows.Sample(rows =>
    {
        var coverage = Simulated.Coverage(rows);
        var series = SeriesBuilder.Build(rows, coverage, PeriodUnit.Month, false);
        Assert.Equal(rows.Cells.Select(c => (c.One, c.Other)).Distinct().Count(), series.Length);
        Assert.Equal(rows.Cells.Sum(c => c.Events), series.Sum(s => s.Points.Sum(p => p.Events)));
        Assert.Equal(rows.Cells.Sum(c => c.Events), coverage.Sum(c => c.Events));
        Assert.Equal(rows.Cells.Sum(c => c.VerbalCooperation), series.Sum(s => s.Points.Sum(p => p.Cooperation)), 1e-6);
        Assert.Equal(rows.Cells.Sum(c => c.VerbalConflict + c.MaterialConflict), series.Sum(s => s.Points.Sum(p => p.Conflict)), 1e-6);
        Assert.Equal(rows.Cells.Sum(c => c.Score), series.Sum(s => s.Points.Sum(p => p.Score)), 1e-6);
        foreach (var point in series.SelectMany(s => s.Points)) Assert.Equal(point.Weight, point.Types?.Values.Sum() ?? 0, 1e-6);
        // All dyads of a period together are the whole of it.
        foreach (var period in series.SelectMany(s => s.Points).Where(p => p.World > 0).GroupBy(p => p.Period)) Assert.Equal(1, period.Sum(p => p.Share), 1e-6);
    }, iter: 300);

    [Fact]
    public void Quiet_times_of_a_dyad_are_zero_and_times_without_news_missing()
    {
        var rows = Simulated.Rows([Simulated.Cell(0, 1, 3, 2, 0), Simulated.Cell(0, 1, 7, 1, 1), Simulated.Cell(2, 3, 4, 1, 1), Simulated.Cell(2, 3, 8, 1, 1)]);
        var points = SeriesBuilder.Build(rows, Simulated.Coverage(rows), PeriodUnit.Month, false)[0].Points;
        Assert.Equal([3, 4, 5, 6, 7, 8], points.Select(p => p.Period));
        Assert.Equal([true, true, false, false, true, true], points.Select(p => p.Covered));
        Assert.Equal((0, 0.0, 0.0), (points[1].Events, points[1].LogOdds, points[1].Share));
        Assert.True(double.IsNaN(points[2].LogOdds) && double.IsNaN(points[2].Share) && double.IsNaN(points[2].PerThousandDocuments) && double.IsNaN(points[1].MeanScore));
        Assert.Empty(SeriesBuilder.Build(rows, [], PeriodUnit.Month, false));
    }

    [Fact]
    public void Figures_are_those_worked_out_by_hand()
    {
        var rows = Simulated.Rows([Simulated.Cell(0, 1, 0, 3, 1), Simulated.Cell(2, 3, 0, 4, 8)]);
        var coverage = SeriesBuilder.Coverage(rows, new Dictionary<int, long> { [0] = 200, [5] = 9 });
        Assert.Equal([new CoverageCell(0, 16, 16, 7, 9, 200)], coverage);
        var series = SeriesBuilder.Build(rows, coverage, PeriodUnit.Month, true)[0];
        Assert.Equal("P000→P001", series.Name);
        Assert.Equal("P000–P001", (series with { Directed = false }).Name);
        var point = Assert.Single(series.Points);
        Assert.Equal(Math.Log(3.5 / 1.5), point.LogOdds, 1e-12);
        Assert.Equal(0.25, point.Share, 1e-12);
        Assert.Equal(20, point.PerThousandDocuments, 1e-12);
        Assert.Equal(0.25, point.MeanScore, 1e-12);
        Assert.Equal(0.5, point.MeanGoldstein, 1e-12);
    }
}
