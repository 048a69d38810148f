using MathNet.Numerics;
using MathNet.Numerics.Distributions;

namespace Entente.Analysis.Affinity;

/// <summary>
/// Central intervals of beta distributions in log-odds, fast enough for millions. Where both parameters are large the log-odds are near
/// normal (mean ψ(a) − ψ(b), variance ψ′(a) + ψ′(b)); where one is small they are skewed, and exact quantiles are read off a grid of
/// parameters whose points are worked out when they are first wanted. Off the grid's points the error of 2p − 1 is below 0.01.
/// </summary>
internal sealed class BetaIntervals
{
    /// <summary>From here on the normal distribution is good enough.</summary>
    private const double Large = 4;

    private const double Least = 0.05;
    private const double Most = 1e6;
    private const double Step = 0.15;

    private static readonly int Rows = (int)Math.Ceiling(Math.Log(Most / Least) / Step) + 2;
    private static readonly int Columns = (int)Math.Ceiling(Math.Log(Large / Least) / Step) + 2;

    private readonly double tail;
    private readonly double z;
    private readonly double[] low;
    private readonly double[] high;

    /// <summary>Makes intervals of a probability, between 0 and 1.</summary>
    public BetaIntervals(double level)
    {
        tail = (1 - level) / 2;
        z = Normal.InvCDF(0, 1, 1 - tail);
        (low, high) = (Empty(), Empty());
    }

    /// <summary>The interval of 2p − 1 for p of a beta distribution.</summary>
    /// <param name="a">First parameter, more than 0.</param>
    /// <param name="b">Second parameter, more than 0.</param>
    public (double Low, double High) Of(double a, double b)
    {
        if (b < Large) return (Math.Tanh(Read(low, tail, a, b) / 2), Math.Tanh(Read(high, 1 - tail, a, b) / 2));
        if (a < Large) return (-Math.Tanh(Read(high, 1 - tail, b, a) / 2), -Math.Tanh(Read(low, tail, b, a) / 2));
        var (middle, reach) = (Gammas.Digamma(a) - Gammas.Digamma(b), z * Math.Sqrt(Gammas.Trigamma(a) + Gammas.Trigamma(b)));
        return (Math.Tanh((middle - reach) / 2), Math.Tanh((middle + reach) / 2));
    }

    /// <summary>The quantile in log-odds by bisection.</summary>
    internal static double Quantile(double a, double b, double share)
    {
        var (under, over) = (-60.0, 60.0);
        for (var i = 0; i < 48; i++)
        {
            var middle = (under + over) / 2;
            if (SpecialFunctions.BetaRegularized(a, b, 1 / (1 + Math.Exp(-middle))) < share) under = middle;
            else over = middle;
        }

        return (under + over) / 2;
    }

    private static double[] Empty()
    {
        var grid = new double[Rows * Columns];
        Array.Fill(grid, double.NaN);
        return grid;
    }

    /// <summary>Between the four points around, in logarithms of the parameters.</summary>
    private static double Read(double[] grid, double share, double a, double b)
    {
        var (x, y) = (Math.Log(Math.Clamp(a, Least, Most) / Least) / Step, Math.Log(Math.Clamp(b, Least, Large) / Least) / Step);
        var (row, column) = ((int)x, (int)y);
        var (dx, dy) = (x - row, y - column);
        return (Point(grid, share, row, column) * (1 - dx) * (1 - dy)) + (Point(grid, share, row + 1, column) * dx * (1 - dy))
            + (Point(grid, share, row, column + 1) * (1 - dx) * dy) + (Point(grid, share, row + 1, column + 1) * dx * dy);
    }

    /// <summary>A point of the grid. Two threads that want it first work out the same number.</summary>
    private static double Point(double[] grid, double share, int row, int column)
    {
        ref var value = ref grid[(row * Columns) + column];
        if (double.IsNaN(value)) value = Quantile(Least * Math.Exp(row * Step), Least * Math.Exp(column * Step), share);
        return value;
    }
}
