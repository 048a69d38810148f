namespace Entente.Language.Neural;

/// <summary>Sizes of a network. All but the counts of classes are multiples of 32.</summary>
internal sealed record NetworkShape
{
    /// <summary>Rows of the word table; row 0 is the unknown word.</summary>
    public required int Words { get; init; }

    /// <summary>Numbers of a word's vector.</summary>
    public int WordSize { get; init; } = 128;

    /// <summary>Numbers of the vector that a word's outer form sums up to.</summary>
    public int FormSize { get; init; } = 128;

    /// <summary>Units of a memory in each direction.</summary>
    public int Units { get; init; } = 192;

    /// <summary>Layers of memories.</summary>
    public int Layers { get; init; } = 3;

    /// <summary>Numbers that arcs are scored with.</summary>
    public int ArcSize { get; init; } = 192;

    /// <summary>Numbers that relations are scored with.</summary>
    public int LabelSize { get; init; } = 128;

    /// <summary>Tags.</summary>
    public required int Tags { get; init; }

    /// <summary>Relations.</summary>
    public required int Labels { get; init; }

    /// <summary>Numbers that come in for a word.</summary>
    public int InputSize => WordSize + FormSize;
}
