namespace Entente.Analysis.Affinity;

/// <summary>Derivatives of the logarithm of the gamma function for positive arguments, by recurrence and asymptotic series (Abramowitz and Stegun 1964, 6.3.18 and 6.4.12). Relative error below 1e-10.</summary>
internal static class Gammas
{
    private const double Enough = 8;

    /// <summary>ψ(x).</summary>
    public static double Digamma(double x)
    {
        var sum = 0.0;
        for (; x < Enough; x++) sum -= 1 / x;
        var y = 1 / (x * x);
        return sum + Math.Log(x) - (0.5 / x) - (y * ((1.0 / 12) - (y * ((1.0 / 120) - (y * ((1.0 / 252) - (y * ((1.0 / 240) - (y / 132)))))))));
    }

    /// <summary>ψ′(x).</summary>
    public static double Trigamma(double x)
    {
        var sum = 0.0;
        for (; x < Enough; x++) sum += 1 / (x * x);
        var y = 1 / (x * x);
        return sum + (1 / x) + (y / 2) + (y / x * ((1.0 / 6) - (y * ((1.0 / 30) - (y * ((1.0 / 42) - (y / 30)))))));
    }
}
