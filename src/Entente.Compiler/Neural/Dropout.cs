using Entente.Language.Neural;

namespace Entente.Compiler.Neural;

/// <summary>Noise of training: words and forms left out, and units left out in the same way for a whole sentence (Gal and Ghahramani 2016).</summary>
internal sealed unsafe class Dropout(DropoutRates rates) : INoise
{
    private readonly Room[] joints = [.. Enumerable.Range(0, 8).Select(_ => new Room())];
    private readonly Room[] states = [.. Enumerable.Range(0, 16).Select(_ => new Room())];
    private readonly Room input = new();
    private readonly nint[] jointMasks = new nint[8];
    private readonly nint[] stateMasks = new nint[16];
    private Random random = new(0);

    /// <summary>What words' vectors were multiplied with, then forms', two numbers a row.</summary>
    public float* InputMask { get; private set; }

    /// <summary>Begins a batch.</summary>
    public void Begin(int seed) => random = new Random(seed);

    /// <inheritdoc/>
    public void Input(float* x, Batch batch, NetworkShape shape)
    {
        InputMask = input.Get(batch.Rows * 2);
        for (var row = 0; row < batch.Rows; row++, x += shape.InputSize)
        {
            var (word, form) = (random.NextDouble() >= rates.Word, random.NextDouble() >= rates.Form);
            var scale = word && form ? 1f : 2f;
            (InputMask[row * 2], InputMask[row * 2 + 1]) = (word ? form ? 1 : scale : 0, form ? word ? 1 : scale : 0);
            for (var i = 0; i < shape.WordSize; i++) x[i] *= InputMask[row * 2];
            for (var i = shape.WordSize; i < shape.InputSize; i++) x[i] *= InputMask[row * 2 + 1];
        }
    }

    /// <inheritdoc/>
    public void Joint(int number, float* x, int columns, Batch batch)
    {
        var mask = Fill(joints[number], batch.Count, columns, number == 0 ? rates.Input : rates.Joint);
        jointMasks[number] = (nint)mask;
        Scale(mask, x, columns, batch);
    }

    /// <summary>The way back through a joint.</summary>
    public void JointBack(int number, float* gradient, int columns, Batch batch) => Scale((float*)jointMasks[number], gradient, columns, batch);

    /// <inheritdoc/>
    public float* States(int memory, Batch batch, int size)
    {
        var mask = Fill(states[memory], batch.Count, size, rates.State);
        stateMasks[memory] = (nint)mask;
        return mask;
    }

    /// <summary>The mask that <see cref="States"/> gave last.</summary>
    public float* StateMask(int memory) => (float*)stateMasks[memory];

    private static void Scale(float* mask, float* x, int columns, Batch batch)
    {
        for (var s = 0; s < batch.Count; s++)
            for (var row = batch.Starts[s]; row < batch.Starts[s] + batch.Lengths[s]; row++)
                Elementwise.Scale(x + (nint)row * columns, mask + (nint)s * columns, columns);
    }

    private float* Fill(Room room, int rows, int columns, double rate)
    {
        var mask = room.Get(rows * columns);
        var kept = (float)(1 / (1 - rate));
        for (var i = 0; i < rows * columns; i++) mask[i] = random.NextDouble() < rate ? 0 : kept;
        return mask;
    }
}

/// <summary>Which share is left out where.</summary>
internal sealed record DropoutRates
{
    /// <summary>Words' vectors, whole.</summary>
    public double Word { get; init; } = 0.2;

    /// <summary>Forms' vectors, whole.</summary>
    public double Form { get; init; } = 0.1;

    /// <summary>What comes in.</summary>
    public double Input { get; init; } = 0.25;

    /// <summary>Between layers and behind the last.</summary>
    public double Joint { get; init; } = 0.33;

    /// <summary>From step to step in a memory.</summary>
    public double State { get; init; } = 0.25;
}
