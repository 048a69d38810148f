namespace Entente.Compiler.Training;

/// <summary>How the language models are trained.</summary>
internal sealed record LanguageTrainingOptions
{
    /// <summary>Numbers of a word vector.</summary>
    public const int VectorSize = 128;

    /// <summary>Folder with the treebanks, <c>*-train.conllu</c>, and <c>*-dev.conllu</c> to watch by.</summary>
    public required string Data { get; init; }

    /// <summary>Folder with news as JSON lines, for word vectors, clusters and what the teachers mark up; null takes the treebanks alone.</summary>
    public string? News { get; init; }

    /// <summary>Folder with lists of names and sentences with names marked, <c>language</c>; null takes none.</summary>
    public string? Language { get; init; }

    /// <summary>Folder with the knowledge tables, whose places, states and organisations the lists take over; null takes none.</summary>
    public string? Knowledge { get; init; }

    /// <summary>Folder the models are written to.</summary>
    public required string Output { get; init; }

    /// <summary>Folder for what is made on the way; a run that finds it there goes on from it. Null keeps nothing.</summary>
    public string? Work { get; init; }

    /// <summary>How many networks teach the ones that are kept.</summary>
    public int Teachers { get; init; } = 2;

    /// <summary>Rounds over the treebanks for a teacher.</summary>
    public int TeacherRounds { get; init; } = 20;

    /// <summary>Rounds over the treebanks and what the teachers marked up.</summary>
    public int Rounds { get; init; } = 9;

    /// <summary>Words of news that the teachers mark up.</summary>
    public int MarkedWords { get; init; } = 500_000;

    /// <summary>Rounds over the text for the word vectors.</summary>
    public int VectorRounds { get; init; } = 6;

    /// <summary>How often a word of the news occurs at least to have a row of its own.</summary>
    public int LeastCount { get; init; } = 4;

    /// <summary>Seed of everything random.</summary>
    public int Seed { get; init; } = 20230727;
}
