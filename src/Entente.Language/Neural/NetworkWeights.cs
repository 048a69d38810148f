namespace Entente.Language.Neural;

/// <summary>All weights of a network. Changed only in training; safe for many threads otherwise.</summary>
internal sealed class NetworkWeights
{
    /// <summary>Makes weights of zeros.</summary>
    public NetworkWeights(NetworkShape shape)
    {
        Shape = shape;
        Words = new Matrix(shape.Words, shape.WordSize);
        Forms = new Matrix(WordInputs.FormRows, shape.FormSize);
        Layers = new LstmWeights[shape.Layers * 2];
        var twice = shape.Units * 2;
        for (var i = 0; i < Layers.Length; i++)
            Layers[i] = new LstmWeights(new Matrix(i < 2 ? shape.InputSize : twice, shape.Units * 4), new Matrix(shape.Units, shape.Units * 4), new Matrix(1, shape.Units * 4));
        Tag = new Dense(twice, Gemm.Padded(shape.Tags));
        Dependent = new Dense(twice, shape.ArcSize);
        Head = new Dense(twice, shape.ArcSize);
        Root = new Matrix(1, shape.ArcSize);
        Arc = new Dense(shape.ArcSize, shape.ArcSize);
        LabelDependent = new Dense(twice, shape.LabelSize);
        LabelHead = new Dense(twice, shape.LabelSize);
        LabelRoot = new Matrix(1, shape.LabelSize);
        Label = new Dense(shape.LabelSize, Gemm.Padded(shape.Labels));
    }

    /// <summary>The sizes.</summary>
    public NetworkShape Shape { get; }

    /// <summary>Vectors of words.</summary>
    public Matrix Words { get; }

    /// <summary>Vectors of what words look like.</summary>
    public Matrix Forms { get; }

    /// <summary>Memories, forwards and backwards by turns.</summary>
    public LstmWeights[] Layers { get; }

    /// <summary>From the last layer but one to tags.</summary>
    public Dense Tag { get; }

    /// <summary>A word as dependent.</summary>
    public Dense Dependent { get; }

    /// <summary>A word as head.</summary>
    public Dense Head { get; }

    /// <summary>The root as head.</summary>
    public Matrix Root { get; }

    /// <summary>How well dependent and head fit (Dozat and Manning 2017); the offset is how likely a word is a head at all.</summary>
    public Dense Arc { get; }

    /// <summary>A word as bearer of a relation.</summary>
    public Dense LabelDependent { get; }

    /// <summary>A word as head of a relation.</summary>
    public Dense LabelHead { get; }

    /// <summary>The root as head of a relation.</summary>
    public Matrix LabelRoot { get; }

    /// <summary>From both to relations.</summary>
    public Dense Label { get; }

    /// <summary>Every matrix but the two tables, in the order of the file.</summary>
    public IEnumerable<Matrix> Inner()
    {
        foreach (var layer in Layers)
        {
            yield return layer.Input;
            yield return layer.Recurrent;
            yield return layer.Bias;
        }

        foreach (var dense in (Dense[])[Tag, Dependent, Head, Arc, LabelDependent, LabelHead, Label])
        {
            yield return dense.Weights;
            yield return dense.Offset;
        }

        yield return Root;
        yield return LabelRoot;
    }

    /// <summary>Makes the forms for products anew.</summary>
    public void Pack(bool forTraining = false)
    {
        foreach (var matrix in Inner())
            if (matrix.Rows > 1)
                matrix.Pack(forTraining);
    }
}

/// <summary>A matrix and the row that is added to what it gives.</summary>
internal sealed record Dense(Matrix Weights, Matrix Offset)
{
    /// <summary>Makes zeros.</summary>
    public Dense(int rows, int columns)
        : this(new Matrix(rows, columns), new Matrix(1, columns))
    {
    }

    /// <summary>Numbers that come out.</summary>
    public int Columns => Weights.Columns;

    /// <summary>y = x × weights + offset, cut off below zero if asked.</summary>
    public unsafe void Apply(float* x, float* y, int rows, bool rectify)
    {
        Weights.Apply(x, Weights.Rows, y, Columns, rows);
        Elementwise.AddRow(y, rows, Columns, Offset.Pointer, rectify);
    }
}
