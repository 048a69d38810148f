namespace Entente.Analysis.ChangePoints;

/// <summary>The values of a series that are not missing, with their periods.</summary>
/// <param name="values">The values.</param>
/// <param name="periods">The index of each value's period.</param>
internal sealed class PresentValues(double[] values, int[] periods)
{
    public ReadOnlySpan<double> Values => values;

    public ReadOnlySpan<int> Periods => periods;

    /// <summary>Of a series.</summary>
    /// <exception cref="ArgumentException">A value is infinite or, in a model of counts, negative.</exception>
    public static PresentValues Of(ReadOnlySpan<double> series, SeriesModel model)
    {
        var (values, periods) = (new List<double>(series.Length), new List<int>(series.Length));
        for (var i = 0; i < series.Length; i++)
        {
            if (double.IsNaN(series[i])) continue;
            if (double.IsInfinity(series[i])) throw new ArgumentException($"The value of period {i} is infinite.", nameof(series));
            if (series[i] < 0 && (model is SeriesModel.Poisson or SeriesModel.NegativeBinomial))
                throw new ArgumentException($"The value of period {i} is negative: no count.", nameof(series));
            values.Add(series[i]);
            periods.Add(i);
        }

        return new PresentValues([.. values], [.. periods]);
    }
}
