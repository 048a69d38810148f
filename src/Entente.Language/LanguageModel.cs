using System.Text;
using Entente.Language.Learning;
using Entente.Language.Lemmatising;
using Entente.Language.Naming;
using Entente.Language.Parsing;
using Entente.Language.Tagging;

namespace Entente.Language;

/// <summary>Everything that was learnt, as the model file holds it. Immutable; safe for many threads.</summary>
internal sealed class LanguageModel
{
    /// <summary>The file's first bytes.</summary>
    public const string Magic = "ENTENTE LANGUAGE MODEL\n";

    /// <summary>Version of the format; features and hash functions are part of it.</summary>
    public const int Version = 4;

    /// <summary>What the file says of itself: language, data, licences.</summary>
    public required string Description { get; init; }

    /// <summary>Word cluster (low ten bits) and known related forms (above) by hash of the word.</summary>
    public required HashTable Clusters { get; init; }

    /// <summary>Where sentences end.</summary>
    public required IScorer Splitter { get; init; }

    /// <summary>The tags.</summary>
    public required TagSet Tags { get; init; }

    /// <summary>Weights of the tagger.</summary>
    public required IScorer Tagger { get; init; }

    /// <summary>The lemmatiser.</summary>
    public required Lemmatizer Lemmatizer { get; init; }

    /// <summary>Relations and transitions of the parser.</summary>
    public required TransitionSet Transitions { get; init; }

    /// <summary>Weights of the parser.</summary>
    public required IScorer Parser { get; init; }

    /// <summary>Where in the file the names' part, its last, begins.</summary>
    public required int NamesStart { get; init; }

    /// <summary>Clusters of whole names by hash of their words in normal form with blanks between.</summary>
    public required HashTable NamePhrases { get; init; }

    /// <summary>Where names begin and end.</summary>
    public required IScorer NameBoundaries { get; init; }

    /// <summary>What names are the names of.</summary>
    public required IScorer NameTypes { get; init; }

    /// <summary>What is known of names and the words that mark them.</summary>
    public required NameLists NameLists { get; init; }

    /// <summary>How many states the parser keeps.</summary>
    public required int BeamWidth { get; init; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, of another version, or damaged.</exception>
    public static LanguageModel Read(ReadOnlySpan<byte> data)
    {
        if (!data.StartsWith(Encoding.ASCII.GetBytes(Magic))) throw new InvalidDataException("this is not an Entente language model");
        var reader = new ModelReader(data[Magic.Length..]);
        var version = reader.Int();
        if (version != Version) throw new InvalidDataException($"the model has version {version}, this program reads version {Version}");
        try
        {
            return Read(ref reader);
        }
        catch (Exception error) when (error is IndexOutOfRangeException or ArgumentException or OverflowException)
        {
            throw new InvalidDataException("the model file is damaged or cut off", error);
        }
    }

    private static LanguageModel Read(ref ModelReader reader) => new()
    {
        Description = reader.Text(),
        BeamWidth = reader.Int(),
        Clusters = HashTable.Read(ref reader),
        Splitter = LinearModel.Read(ref reader),
        Tags = TagSet.Read(ref reader),
        Tagger = LinearModel.Read(ref reader),
        Lemmatizer = Lemmatizer.Read(ref reader),
        Transitions = TransitionSet.Read(ref reader),
        Parser = LinearModel.Read(ref reader),
        NamesStart = Magic.Length + reader.Position,
        NamePhrases = HashTable.Read(ref reader),
        NameBoundaries = LinearModel.Read(ref reader),
        NameTypes = LinearModel.Read(ref reader),
        NameLists = NameLists.Read(ref reader),
    };
}
