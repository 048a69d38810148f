namespace Entente.Compiler.Training;

/// <summary>How the language model is trained.</summary>
internal sealed record LanguageTrainingOptions
{
    /// <summary>Folder with the treebanks, <c>*-train.conllu</c>.</summary>
    public required string Data { get; init; }

    /// <summary>Folder with news as JSON lines for the word clusters; null takes the treebanks alone.</summary>
    public string? News { get; init; }

    /// <summary>Folder the model is written to.</summary>
    public required string Output { get; init; }

    /// <summary>A model file to take everything but the names from; null trains everything.</summary>
    public string? NamesOnlyFrom { get; init; }

    /// <summary>Folder with the lists of names, null for none.</summary>
    public string? Language { get; init; }

    /// <summary>Folder with the knowledge tables whose names the lists take over, null for none.</summary>
    public string? Knowledge { get; init; }

    /// <summary>File of sentences written for training names, null for none.</summary>
    public string? Sentences { get; init; }

    /// <summary>States that the parser keeps, in training and after.</summary>
    public int BeamWidth { get; init; } = 8;

    /// <summary>Rounds over the data for the parser.</summary>
    public int ParserRounds { get; init; } = 9;

    /// <summary>Rounds over the data for the tagger.</summary>
    public int TaggerRounds { get; init; } = 8;

    /// <summary>Rounds over the data for the names.</summary>
    public int NameRounds { get; init; } = 30;

    /// <summary>Most features that the parser keeps.</summary>
    public int ParserFeatures { get; init; } = 1_350_000;

    /// <summary>Most features that the tagger keeps.</summary>
    public int TaggerFeatures { get; init; } = 500_000;

    /// <summary>Seed of the shuffling.</summary>
    public int Seed { get; init; } = 20230727;
}
