using Entente.Language.Conllu;

namespace Entente.Compiler.Training;

/// <summary>A sentence of a treebank as the trainers want it.</summary>
internal sealed class Example
{
    /// <summary>The words.</summary>
    public required string[] Forms { get; init; }

    /// <summary>Their lemmas.</summary>
    public required string[] Lemmas { get; init; }

    /// <summary>Part of speech and features, <c>NOUN|Number=Sing</c>.</summary>
    public required string[] Tags { get; init; }

    /// <summary>Heads, 0 for the root, words counted from 1.</summary>
    public required int[] Heads { get; init; }

    /// <summary>Relations with their subtypes.</summary>
    public required string[] Labels { get; init; }

    /// <summary>Name tags, null where the treebank tells none.</summary>
    public required string[]? Names { get; init; }

    /// <summary>The sentence as text.</summary>
    public required string Text { get; init; }

    /// <summary>Whether a paragraph begins here.</summary>
    public required bool BeginsParagraph { get; init; }

    /// <summary>Reads a treebank file.</summary>
    public static List<Example> Read(string path)
    {
        using var reader = new StreamReader(path);
        var sentences = ConlluReader.Read(reader).ToList();
        var named = sentences.Any(s => s.Lines.Any(line => line.Misc.Contains("Entity=", StringComparison.Ordinal)));
        return [.. sentences.Select(sentence => Make(sentence, named))];
    }

    /// <summary>Whether a paragraph begins with the sentence.</summary>
    public static bool Begins(ConlluSentence sentence) => sentence.Comments.Any(c =>
        c.StartsWith("# newdoc", StringComparison.Ordinal) || c.StartsWith("# newpar", StringComparison.Ordinal));

    /// <summary>The sentence as the trainers want it, with names where the treebank tells them.</summary>
    public static Example Make(ConlluSentence sentence, bool named)
    {
        var words = sentence.Words.ToArray();
        return new Example
        {
            Forms = [.. words.Select(w => w.Form)],
            Lemmas = [.. words.Select(w => w.Lemma)],
            Tags = [.. words.Select(w => w.Upos + "|" + w.Feats)],
            Heads = [.. words.Select(w => int.Parse(w.Head, System.Globalization.CultureInfo.InvariantCulture))],
            Labels = [.. words.Select(w => w.Deprel)],
            Names = named ? GoldNames.Tags(words) : null,
            Text = sentence.Comment("text") ?? "",
            BeginsParagraph = Begins(sentence),
        };
    }
}
