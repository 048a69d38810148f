namespace Entente.Analysis.ChangePoints;

/// <summary>Sums and sums of squares of any stretch of values in constant time. The values are taken off a centre first, against cancellation.</summary>
internal readonly struct PrefixSums
{
    private readonly double[] sums;
    private readonly double[] squares;

    public PrefixSums(ReadOnlySpan<double> values, double centre)
    {
        (sums, squares) = (new double[values.Length + 1], new double[values.Length + 1]);
        for (var i = 0; i < values.Length; i++)
        {
            var off = values[i] - centre;
            sums[i + 1] = sums[i] + off;
            squares[i + 1] = squares[i] + (off * off);
        }
    }

    public double Sum(int start, int end) => sums[end] - sums[start];

    public double Squares(int start, int end) => squares[end] - squares[start];

    /// <summary>Sum of the squared distances from the stretch's own mean.</summary>
    public double Scatter(int start, int end)
    {
        var sum = Sum(start, end);
        return Math.Max(0, Squares(start, end) - (sum * sum / (end - start)));
    }
}
