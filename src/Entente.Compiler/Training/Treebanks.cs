using Entente.Language.Conllu;

namespace Entente.Compiler.Training;

/// <summary>Reads whole treebank files.</summary>
internal static class Treebanks
{
    /// <summary>The sentences of a file.</summary>
    public static List<ConlluSentence> Read(string path)
    {
        using var reader = new StreamReader(path);
        return [.. ConlluReader.Read(reader)];
    }
}
