using Entente.Language;
using Entente.Language.Learning;
using Entente.Language.Naming;
using Entente.Language.Neural;
using Entente.Language.Tagging;

namespace Entente.Compiler.Training;

/// <summary>What all models of a training share: everything but the network.</summary>
internal sealed class ModelParts
{
    /// <summary>What the file will say of itself.</summary>
    public required string Description { get; init; }

    /// <summary>Word clusters and related forms by hash.</summary>
    public required List<KeyValuePair<uint, int>> ClusterPairs { get; init; }

    /// <summary>The same as a table.</summary>
    public required HashTable Clusters { get; init; }

    /// <summary>The sentence splitter's part of the file.</summary>
    public required byte[] Splitter { get; init; }

    /// <summary>Tags.</summary>
    public required TagSet Tags { get; init; }

    /// <summary>The lemmatiser's part of the file.</summary>
    public required byte[] Lemmatizer { get; init; }

    /// <summary>Relations.</summary>
    public required string[] Labels { get; init; }

    /// <summary>Rows of the word table by hash; row 0 is the unknown word.</summary>
    public required List<KeyValuePair<uint, int>> WordPairs { get; init; }

    /// <summary>The same as a table.</summary>
    public required HashTable WordRows { get; init; }

    /// <summary>The lists of names as pairs.</summary>
    public required List<KeyValuePair<uint, int>> NamePairs { get; init; }

    /// <summary>The same, ready for use.</summary>
    public required NameLists NameLists { get; init; }

    /// <summary>Word vectors to begin with, a row a word from row 1 on; null when there is no unlabelled text.</summary>
    public required float[]? Vectors { get; init; }

    /// <summary>Sizes of a network over these parts.</summary>
    public NetworkShape Shape(int units, int layers, int arc, int label) => new()
    {
        Words = WordPairs.Count + 1,
        WordSize = LanguageTrainingOptions.VectorSize,
        Units = units,
        Layers = layers,
        ArcSize = arc,
        LabelSize = label,
        Tags = Tags.Count,
        Labels = Labels.Length,
    };

    /// <summary>A network's part of the file.</summary>
    public static byte[] Bytes(NetworkWeights network)
    {
        using var memory = new MemoryStream();
        using (var writer = new ModelWriter(memory)) NetworkFile.Write(writer, network);
        return memory.ToArray();
    }

    /// <summary>The model file with a network.</summary>
    /// <param name="network">The network's part of the file.</param>
    /// <param name="names">The name tagger's part of the file.</param>
    public byte[] File(byte[] network, byte[] names)
    {
        using var memory = new MemoryStream();
        using (var writer = new ModelWriter(memory))
        {
            writer.Text(Description);
            HashTable.Write(writer, ClusterPairs);
            writer.Raw(Splitter);
            Tags.Write(writer);
            writer.Raw(Lemmatizer);
            writer.Texts(Labels);
            HashTable.Write(writer, WordPairs);
            writer.Raw(network);
            writer.Raw(names);
        }

        return LanguageModel.File(memory.GetBuffer().AsSpan(0, (int)memory.Length));
    }
}
