using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Entente.Language.Learning;
using Entente.Language.Lemmatising;
using Entente.Language.Naming;
using Entente.Language.Neural;
using Entente.Language.Splitting;
using Entente.Language.Tagging;

namespace Entente.Language;

/// <summary>Everything that was learnt, as the model file holds it. Immutable; safe for many threads.</summary>
internal sealed class LanguageModel
{
    /// <summary>The file's first bytes.</summary>
    public const string Magic = "ENTENTE LANGUAGE MODEL\n";

    /// <summary>Version of the format; features and hash functions are part of it.</summary>
    public const int Version = 4;

    // Magic, version, length of what follows the head, its SHA-256.
    private static readonly int Head = Magic.Length + 4 + 8 + SHA256.HashSizeInBytes;

    /// <summary>What the file says of itself: language, data, licences.</summary>
    public required string Description { get; init; }

    /// <summary>Word cluster (low ten bits) and known related forms (above) by hash of the word.</summary>
    public required HashTable Clusters { get; init; }

    /// <summary>Where sentences end.</summary>
    public required SplitterModel Splitter { get; init; }

    /// <summary>The tags.</summary>
    public required TagSet Tags { get; init; }

    /// <summary>The lemmatiser.</summary>
    public required Lemmatizer Lemmatizer { get; init; }

    /// <summary>Names of the relations; number 0 is <c>root</c>.</summary>
    public required string[] Labels { get; init; }

    /// <summary>Row of the word table by hash of the word.</summary>
    public required HashTable WordRows { get; init; }

    /// <summary>The network that tags and parses.</summary>
    public required NetworkWeights Network { get; init; }

    /// <summary>Clusters of whole names by hash of their words in normal form with blanks between.</summary>
    public required HashTable NamePhrases { get; init; }

    /// <summary>The lists of names.</summary>
    public required NameLists NameLists { get; init; }

    /// <summary>Where names begin and end.</summary>
    public required IScorer NameBoundaries { get; init; }

    /// <summary>What names are the names of.</summary>
    public required IScorer NameTypes { get; init; }

    /// <summary>Reads a model file.</summary>
    /// <exception cref="InvalidDataException">The bytes are no model, of another version, of another length than they say, or changed.</exception>
    public static LanguageModel Read(ReadOnlySpan<byte> file)
    {
        if (!file.StartsWith(Encoding.ASCII.GetBytes(Magic))) throw new InvalidDataException("this is not an Entente language model");
        if (file.Length < Head) throw new InvalidDataException("the model file is cut off");
        var version = BinaryPrimitives.ReadInt32LittleEndian(file[Magic.Length..]);
        if (version != Version) throw new InvalidDataException($"the model has version {version}, this program reads version {Version}");
        var length = BinaryPrimitives.ReadInt64LittleEndian(file[(Magic.Length + 4)..]);
        var body = file[Head..];
        if (length != body.Length)
            throw new InvalidDataException($"the model file is {(body.Length < length ? "cut off" : "too long")}: {body.Length} bytes where it says {length}");
        if (!SHA256.HashData(body).AsSpan().SequenceEqual(file[(Head - SHA256.HashSizeInBytes)..Head]))
            throw new InvalidDataException("the model file is damaged: its bytes do not give its checksum");
        var reader = new ModelReader(body);
        return Read(ref reader);
    }

    /// <summary>A model file around what <paramref name="body"/> holds.</summary>
    public static byte[] File(ReadOnlySpan<byte> body)
    {
        var file = new byte[Head + body.Length];
        Encoding.ASCII.GetBytes(Magic).CopyTo(file, 0);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(Magic.Length), Version);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(Magic.Length + 4), body.Length);
        SHA256.HashData(body).CopyTo(file, Head - SHA256.HashSizeInBytes);
        body.CopyTo(file.AsSpan(Head));
        return file;
    }

    private static LanguageModel Read(ref ModelReader reader)
    {
        var description = reader.Text();
        return Read(ref reader, description, HashTable.Read(ref reader));
    }

    private static LanguageModel Read(ref ModelReader reader, string description, HashTable clusters) => new()
    {
        Description = description,
        Clusters = clusters,
        Splitter = SplitterModel.Read(ref reader),
        Tags = TagSet.Read(ref reader),
        Lemmatizer = Lemmatizer.Read(ref reader, clusters),
        Labels = reader.Texts(),
        WordRows = HashTable.Read(ref reader),
        Network = NetworkFile.Read(ref reader),
        NamePhrases = HashTable.Read(ref reader),
        NameLists = NameLists.Read(ref reader),
        NameBoundaries = LinearModel.Read(ref reader),
        NameTypes = LinearModel.Read(ref reader),
    };
}
