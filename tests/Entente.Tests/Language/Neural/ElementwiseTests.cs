using System.Runtime.Intrinsics;
using Entente.Language.Neural;
using Xunit;

namespace Entente.Tests.Language.Neural;

public sealed class ElementwiseTests
{
    [Fact]
    public void ExponentialIsExactToSevenDigits()
    {
        for (var x = -80f; x < 80f; x += 0.0137f) Assert.InRange(Elementwise.Exp(Vector512.Create(x))[0] / Math.Exp(x), 1 - 3e-7, 1 + 3e-7);
    }

    [Fact]
    public void SigmoidAndTangentStayInTheirBounds()
    {
        for (var x = -200f; x < 200f; x += 0.173f)
        {
            Assert.InRange(Elementwise.Sigmoid(Vector512.Create(x))[3] - 1 / (1 + Math.Exp(-(double)x)), -1e-6, 1e-6);
            Assert.InRange(Elementwise.Tanh(Vector512.Create(x))[7] - Math.Tanh(x), -1e-6, 1e-6);
        }
    }
}
