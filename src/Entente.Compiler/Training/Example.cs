using Entente.Language;
using Entente.Language.Conllu;
using Entente.Language.Tagging;

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

    /// <summary>Tag numbers that a tagger that had not seen the sentence gave it.</summary>
    public int[] Predicted { get; set; } = [];

    /// <summary>Reads a treebank file.</summary>
    public static List<Example> Read(string path)
    {
        using var reader = new StreamReader(path);
        var sentences = ConlluReader.Read(reader).ToList();
        var named = sentences.Any(s => s.Lines.Any(line => line.Misc.Contains("Entity=", StringComparison.Ordinal)));
        return [.. sentences.Select(sentence => Make(sentence, named))];
    }

    /// <summary>An authored sentence with the trees of a model.</summary>
    public static Example Parsed(AuthoredSentence sentence, ParsedSentence parsed, TagSet tags)
    {
        var features = parsed.Tokens.Select(t => t.Upos + "|" + t.Feats).ToArray();
        return new Example
        {
            Forms = sentence.Forms,
            Lemmas = [.. parsed.Tokens.Select(t => t.Lemma)],
            Tags = features,
            Heads = [.. parsed.Tokens.Select(t => t.Head + 1)],
            Labels = [.. parsed.Tokens.Select(t => t.Deprel)],
            Names = sentence.Names,
            Text = sentence.Text,
            BeginsParagraph = true,
            Predicted = [.. parsed.Tokens.Select(t => Number(tags, t))],
        };
    }

    private static int Number(TagSet tags, Token token)
    {
        for (var i = 0; i < tags.Count; i++)
            if (tags.Parts[i] == token.Upos && tags.Features[i] == token.Feats)
                return i;
        throw new InvalidDataException($"the model gave '{token.Form}' a tag that is not in its set");
    }

    private static Example Make(ConlluSentence sentence, bool named)
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
            BeginsParagraph = sentence.Comments.Any(c => c.StartsWith("# newdoc", StringComparison.Ordinal) || c.StartsWith("# newpar", StringComparison.Ordinal)),
        };
    }
}
