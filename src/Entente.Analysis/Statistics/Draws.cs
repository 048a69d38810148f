using MathNet.Numerics;

namespace Entente.Analysis.Statistics;

/// <summary>Random draws from the distributions of counts and of their rates.</summary>
public static class Draws
{
    /// <summary>A draw from the normal distribution with mean 0 and standard deviation 1 (polar method, Marsaglia and Bray 1964).</summary>
    public static double Normal(ref SeededRandom random)
    {
        while (true)
        {
            var (x, y) = ((2 * random.NextDouble()) - 1, (2 * random.NextDouble()) - 1);
            var r = (x * x) + (y * y);
            if (r is > 0 and < 1) return x * Math.Sqrt(-2 * Math.Log(r) / r);
        }
    }

    /// <summary>A draw from the gamma distribution with mean shape × scale (Marsaglia and Tsang 2000).</summary>
    /// <exception cref="ArgumentOutOfRangeException">Shape or scale is not positive and finite.</exception>
    public static double Gamma(double shape, double scale, ref SeededRandom random)
    {
        Positive(shape, nameof(shape));
        Positive(scale, nameof(scale));
        // Below 1: draw with shape + 1 and shrink by a power of a uniform number.
        var boost = shape < 1 ? Math.Pow(1 - random.NextDouble(), 1 / shape) : 1;
        var d = (shape < 1 ? shape + 1 : shape) - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var x = Normal(ref random);
            var v = 1 + (c * x);
            if (v <= 0) continue;
            v = v * v * v;
            if (Math.Log(1 - random.NextDouble()) < (0.5 * x * x) + d - (d * v) + (d * Math.Log(v))) return d * v * scale * boost;
        }
    }

    /// <summary>A draw from the Poisson distribution: by multiplication below a mean of 10, by transformed rejection above (Hörmann 1993).</summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative or not finite.</exception>
    public static double Poisson(double mean, ref SeededRandom random)
    {
        if (!(mean >= 0) || double.IsInfinity(mean)) throw new ArgumentOutOfRangeException(nameof(mean), mean, "A mean of counts is finite and at least 0.");
        return mean < 10 ? SmallPoisson(mean, ref random) : LargePoisson(mean, ref random);
    }

    /// <summary>
    /// A draw from the negative binomial distribution with the given mean and size r, variance mean + mean²/r: a Poisson draw whose rate
    /// is gamma-distributed. An infinite size is the Poisson distribution.
    /// </summary>
    /// <exception cref="ArgumentOutOfRangeException">The mean is negative or not finite, or the size is not positive.</exception>
    public static double NegativeBinomial(double mean, double size, ref SeededRandom random)
    {
        if (!(size > 0)) throw new ArgumentOutOfRangeException(nameof(size), size, "The size is positive.");
        if (double.IsInfinity(size) || !(mean > 0)) return Poisson(mean, ref random);
        return Poisson(Gamma(size, mean / size, ref random), ref random);
    }

    private static double SmallPoisson(double mean, ref SeededRandom random)
    {
        var (limit, product, count) = (Math.Exp(-mean), random.NextDouble(), 0);
        while (product > limit)
        {
            product *= random.NextDouble();
            count++;
        }

        return count;
    }

    private static double LargePoisson(double mean, ref SeededRandom random)
    {
        var b = 0.931 + (2.53 * Math.Sqrt(mean));
        var a = -0.059 + (0.02483 * b);
        var inverse = 1.1239 + (1.1328 / (b - 3.4));
        var squeeze = 0.9277 - (3.6224 / (b - 2));
        while (true)
        {
            var (u, v) = (random.NextDouble() - 0.5, 1 - random.NextDouble());
            var spread = 0.5 - Math.Abs(u);
            var count = Math.Floor((((2 * a / spread) + b) * u) + mean + 0.43);
            if (spread >= 0.07 && v <= squeeze) return count;
            if (count < 0 || (spread < 0.013 && v > spread)) continue;
            if (Math.Log(v * inverse / ((a / (spread * spread)) + b)) <= (count * Math.Log(mean)) - mean - SpecialFunctions.GammaLn(count + 1)) return count;
        }
    }

    private static void Positive(double value, string name)
    {
        if (!(value > 0) || double.IsInfinity(value)) throw new ArgumentOutOfRangeException(name, value, "Must be positive and finite.");
    }
}
