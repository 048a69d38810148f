using Entente.Analysis;
using Entente.Analysis.Affinity;
using Entente.Analysis.Turning;
using Entente.Store.Relating;

namespace Entente.Cli.Briefing;

/// <summary>The charts of the page.</summary>
internal static class Charts
{
    private const int Width = 720;

    /// <summary>Share of the width that the name of a period takes.</summary>
    private const double RoomForName = 0.11;

    /// <summary>Affinities with their intervals, before and after, a row a dyad.</summary>
    /// <param name="id">Id on the page.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="rows">Name, link to the row's events, affinity before (null for none) and after, and whether it drew closer.</param>
    public static Markup Intervals(string id, string title, IReadOnlyList<(string Name, string Link, AffinityEstimate? Before, AffinityEstimate After, bool Closer)> rows)
    {
        const int Step = 34;
        using var frame = new ChartFrame((Width, (rows.Count * Step) + 44), (190, 14, 8, 36), (-1, 1, rows.Count - 0.5, -0.5));
        foreach (var x in (double[])[-1, -0.5, 0, 0.5, 1])
        {
            frame.Line(x, -0.5, x, rows.Count - 0.5, x == 0 ? Ink.Axis : Ink.Grid);
            frame.Text(x, rows.Count - 0.5, x == 0 ? "0" : x.ToString("+0.0;−0.0", System.Globalization.CultureInfo.InvariantCulture), dy: 15);
        }

        frame.Text(-1, rows.Count - 0.5, "← conflict", "start", dy: 30);
        frame.Text(1, rows.Count - 0.5, "cooperation →", "end", dy: 30);
        for (var i = 0; i < rows.Count; i++)
        {
            var (name, link, before, after, closer) = rows[i];
            if (before is { } b)
            {
                frame.Line(b.Low, i - 0.14, b.High, i - 0.14, Ink.Past, 2);
                frame.Point(b.Mean, i - 0.14, Ink.Past, ScottPlot.MarkerShape.OpenCircle, 8);
            }

            var ink = closer ? Ink.Warm : Ink.Cold;
            frame.Line(after.Low, i + 0.14, after.High, i + 0.14, ink, 3);
            frame.Point(after.Mean, i + 0.14, ink, closer ? ScottPlot.MarkerShape.FilledTriangleUp : ScottPlot.MarkerShape.FilledTriangleDown, 11);
            frame.Text(-1, i, name, "end", dx: -12, link: link);
        }

        return frame.Draw(id, title, string.Join("; ", rows.Select(r => FormattableString.Invariant($"{r.Name}: {Signed(r.After.Mean)} ({Signed(r.After.Low)} to {Signed(r.After.High)}){(r.Before is { } b ? $", before {Signed(b.Mean)}" : "")}"))));
    }

    /// <summary>A dyad's affinity with its interval over its numbers of cooperation and conflict, with its turning points.</summary>
    /// <param name="id">Id on the page.</param>
    /// <param name="name">The dyad.</param>
    /// <param name="series">The dyad's numbers.</param>
    /// <param name="affinity">Its affinity at each point, null where there is none.</param>
    /// <param name="turns">Its turning points.</param>
    public static Markup Dyad(string id, string name, DyadSeries series, IReadOnlyList<AffinityEstimate?> affinity, IReadOnlyList<DyadTurningPoint> turns)
    {
        var (first, last) = (series.Points[0].Period - 0.6, series.Points[^1].Period + 0.6);
        using var upper = new ChartFrame((Width, 170), (56, 14, 20, 8), (first, last, -1, 1));
        foreach (var y in (double[])[-1, 0, 1])
        {
            upper.Line(first, y, last, y, y == 0 ? Ink.Axis : Ink.Grid);
            upper.Text(first, y, y.ToString("+0;−0;0", System.Globalization.CultureInfo.InvariantCulture), "end", dx: -8);
        }

        foreach (var run in Runs(affinity))
        {
            double[] xs = [.. run.Select(i => (double)series.Points[i].Period)];
            upper.Band(xs, [.. run.Select(i => affinity[i]!.Value.Low)], [.. run.Select(i => affinity[i]!.Value.High)], Ink.Band);
            upper.Curve(xs, [.. run.Select(i => affinity[i]!.Value.Mean)], Ink.Line);
        }

        // Names of turning points need room; the strongest get theirs first.
        var named = new List<double>();
        foreach (var turn in turns.OrderByDescending(t => t.Strength))
        {
            upper.Line(turn.Period - 0.5, -1, turn.Period - 0.5, 1, Ink.Turn, 1.5f);
            var at = (turn.Period - 0.5 - first) / (last - first);
            if (named.Any(n => Math.Abs(n - at) < RoomForName)) continue;
            named.Add(at);
            upper.Text(turn.Period - 0.5, 1, Periods.Name(turn.Period, series.Unit), dy: -6);
        }

        var most = Math.Max(1, series.Points.Max(p => Math.Max(p.Cooperation, p.Conflict)));
        using var lower = new ChartFrame((Width, 130), (56, 14, 6, 26), (first, last, -most, most));
        lower.Bars(series.Points.Select(p => ((double)p.Period, p.Cooperation)), 0.8, Ink.Warm);
        lower.Bars(series.Points.Select(p => ((double)p.Period, -p.Conflict)), 0.8, Ink.Cold);
        lower.Line(first, 0, last, 0, Ink.Axis);
        lower.Text(first, most, most.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture), "end", dx: -8, dy: 10);
        lower.Text(first, -most, most.ToString("0.#", System.Globalization.CultureInfo.InvariantCulture), "end", dx: -8, dy: -2);
        foreach (var period in Ticks(series)) lower.Text(period, -most, Periods.Name(period, series.Unit), dy: 18);
        var now = affinity.LastOrDefault(a => a is not null);
        return Markup.Join(
        [
            upper.Draw(id + "a", $"{name}: affinity", now is { } a ? FormattableString.Invariant($"affinity at the end {Signed(a.Mean)}, between {Signed(a.Low)} and {Signed(a.High)}; turning points: {(turns.Count == 0 ? "none" : string.Join(", ", turns.Select(t => Periods.Name(t.Period, series.Unit))))}") : "no events"),
            lower.Draw(id + "b", $"{name}: events", FormattableString.Invariant($"weighted events of cooperation upwards ({series.Points.Sum(p => p.Cooperation):0.#} in all), of conflict downwards ({series.Points.Sum(p => p.Conflict):0.#})")),
        ]);
    }

    /// <summary>A number from −1 to 1 as people write it.</summary>
    public static string Signed(double value) => Math.Round(value, 2).ToString("+0.00;−0.00;0.00", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>At most seven periods at even distances.</summary>
    private static IEnumerable<int> Ticks(DyadSeries series)
    {
        var step = Math.Max(1, (int)Math.Ceiling(series.Points.Length / 7.0));
        for (var i = step / 2; i < series.Points.Length; i += step) yield return series.Points[i].Period;
    }

    /// <summary>Stretches of estimates without gaps.</summary>
    private static IEnumerable<List<int>> Runs(IReadOnlyList<AffinityEstimate?> affinity)
    {
        var run = new List<int>();
        for (var i = 0; i <= affinity.Count; i++)
        {
            if (i < affinity.Count && affinity[i] is not null)
            {
                run.Add(i);
                continue;
            }

            if (run.Count > 1) yield return run;
            run = [];
        }
    }
}
