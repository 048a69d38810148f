namespace Entente.Analysis.ChangePoints;

/// <summary>
/// The forward recursion over the start of the present run (Adams and MacKay, Bayesian online changepoint detection, 2007), with the
/// marginal likelihoods of whole runs taken from sums instead of being multiplied up.
/// </summary>
/// <typeparam name="TEvidence">The model of a run.</typeparam>
/// <param name="model">The model of a run.</param>
/// <param name="series">The periods, NaN where one is missing: time goes on there, nothing is learnt.</param>
/// <param name="centre">Taken off the values.</param>
/// <param name="options">Hazard and pruning.</param>
internal sealed class RunLengthFilter<TEvidence>(TEvidence model, double[] series, double centre, OnlineOptions options)
    where TEvidence : struct, ISegmentEvidence
{
    private readonly double change = Math.Log(options.Hazard);
    private readonly double stay = Math.Log(1 - options.Hazard);

    /// <summary>
    /// Log evidence of the first t periods for every t from 0 to n, with a run that starts at the first. A probability that no run starts
    /// in a stretch comes from leaving those starts out.
    /// </summary>
    /// <param name="backwards">Reads the series from its end: entry t is the evidence of the last t periods.</param>
    /// <param name="recent">If long enough, filled with the probability of a start within the latest <see cref="OnlineOptions.Recent"/> periods.</param>
    /// <param name="length">If long enough, filled with the expected length of the run.</param>
    /// <param name="without">No run may start from here …</param>
    /// <param name="until">… to here, both included.</param>
    public double[] Run(bool backwards, Span<double> recent = default, Span<double> length = default, int without = int.MaxValue, int until = -1)
    {
        var count = series.Length;
        var (values, sums, squares) = Sums(backwards);
        var evidence = new double[count + 1];
        var (starts, entries, weights) = (new List<int>(), new List<double>(), new List<double>());
        for (var t = 0; t < count; t++)
        {
            if (t < without || t > until || t == 0)
            {
                starts.Add(t);
                entries.Add(t == 0 ? 0 : change + evidence[t]);
                weights.Add(0);
            }

            var most = double.NegativeInfinity;
            for (var i = 0; i < starts.Count; i++)
            {
                var s = starts[i];
                weights[i] = entries[i] + ((t - s) * stay)
                    + model.Of(values[t + 1] - values[s], sums[t + 1] - sums[s], squares[t + 1] - squares[s]);
                most = Math.Max(most, weights[i]);
            }

            evidence[t + 1] = Close(t, most, starts, entries, weights, recent, length);
        }

        return evidence;
    }

    /// <summary>Sums the weights up, tells of the run, and drops the runs that are negligible.</summary>
    private double Close(int t, double most, List<int> starts, List<double> entries, List<double> weights, Span<double> recent, Span<double> length)
    {
        var (sum, near, far) = (0.0, 0.0, 0.0);
        for (var i = 0; i < starts.Count; i++)
        {
            var share = Math.Exp(weights[i] - most);
            sum += share;
            far += share * (t - starts[i] + 1);
            if (starts[i] > 0 && starts[i] > t - options.Recent) near += share;
        }

        if (t < recent.Length) recent[t] = near / sum;
        if (t < length.Length) length[t] = far / sum;
        var limit = most + Math.Log(sum) + Math.Log(options.Negligible);
        var kept = 0;
        for (var i = 0; i < starts.Count; i++)
        {
            // The run from the first period stays, so that there is always one.
            if (i > 0 && weights[i] < limit) continue;
            (starts[kept], entries[kept], weights[kept]) = (starts[i], entries[i], weights[i]);
            kept++;
        }

        starts.RemoveRange(kept, starts.Count - kept);
        entries.RemoveRange(kept, entries.Count - kept);
        weights.RemoveRange(kept, weights.Count - kept);
        return most + Math.Log(sum);
    }

    private (int[] Values, double[] Sums, double[] Squares) Sums(bool backwards)
    {
        var count = series.Length;
        var (values, sums, squares) = (new int[count + 1], new double[count + 1], new double[count + 1]);
        for (var i = 0; i < count; i++)
        {
            var value = series[backwards ? count - 1 - i : i];
            var off = double.IsNaN(value) ? 0 : value - centre;
            values[i + 1] = values[i] + (double.IsNaN(value) ? 0 : 1);
            sums[i + 1] = sums[i] + off;
            squares[i + 1] = squares[i] + (off * off);
        }

        return (values, sums, squares);
    }
}
