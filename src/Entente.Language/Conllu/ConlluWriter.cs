using System.Globalization;
using Entente.Language.Tokenising;

namespace Entente.Language.Conllu;

/// <summary>Writes parsed text as CoNLL-U, and fills the columns of CoNLL-U files anew.</summary>
public static class ConlluWriter
{
    /// <summary>How many sentences are best annotated together.</summary>
    public const int Together = 64;

    /// <summary>Writes a document's sentences with <c># newdoc id</c>, <c># sent_id</c> and <c># text</c>.</summary>
    public static void Write(TextWriter writer, Document document)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(document);
        var text = document.Article.Text;
        var id = OneLine(document.Article.Id);
        var first = true;
        foreach (var sentence in document.Sentences)
        {
            if (first) writer.Write($"# newdoc id = {id}\n");
            first = false;
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"# sent_id = {id}-{sentence.Number}\n"));
            writer.Write($"# text = {OneLine(text[sentence.Range.Start..sentence.Range.End])}\n");
            WriteWords(writer, sentence, text);
            writer.Write('\n');
        }
    }

    /// <summary>
    /// Copies CoNLL-U from <paramref name="reader"/> to <paramref name="writer"/> with lemma, tags, features, head and relation by
    /// <paramref name="parser"/> and names as <c>NE=</c> in MISC. Comments, tokens and the rest of MISC stay.
    /// </summary>
    /// <returns>Number of sentences.</returns>
    /// <exception cref="FormatException">A line has other than ten columns.</exception>
    public static int Annotate(TextReader reader, TextWriter writer, DocumentParser parser)
    {
        ArgumentNullException.ThrowIfNull(writer);
        var sentences = 0;
        foreach (var chunk in ConlluReader.Read(reader).Chunk(Together))
            foreach (var sentence in Annotate(chunk, parser))
            {
                Write(writer, sentence);
                sentences++;
            }

        return sentences;
    }

    /// <summary>The sentences with their columns filled anew, as above.</summary>
    public static ConlluSentence[] Annotate(ConlluSentence[] sentences, DocumentParser parser)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(parser);
        var words = Array.ConvertAll(sentences, sentence => sentence.Words.ToArray());
        var parsed = parser.ParseSentences([.. words.Where(w => w.Length > 0).Select(w => Array.ConvertAll(w, word => word.Form))]);
        var next = 0;
        return [.. sentences.Select((sentence, i) => words[i].Length == 0 ? sentence : Filled(sentence, words[i], parsed[next++]))];
    }

    /// <summary>Writes a sentence as it is.</summary>
    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (var comment in sentence.Comments) writer.Write(comment + "\n");
        foreach (var line in sentence.Lines) writer.Write(line + "\n");
        writer.Write('\n');
    }

    private static ConlluSentence Filled(ConlluSentence sentence, ConlluLine[] words, ParsedSentence parsed)
    {
        var next = 0;
        return sentence with { Lines = [.. sentence.Lines.Select(line => line.IsWord ? Fill(line, words, parsed.Tokens[next++]) : line)] };
    }

    private static ConlluLine Fill(ConlluLine line, ConlluLine[] words, Token token) => line with
    {
        Lemma = token.Lemma,
        Upos = token.Upos.ToString(),
        Xpos = "_",
        Feats = token.Feats,
        Head = token.Head < 0 ? "0" : words[token.Head].Id,
        Deprel = token.Deprel,
        Misc = Misc([.. line.Misc.Split('|').Where(part => part != "_" && !part.StartsWith("NE=", StringComparison.Ordinal))], token),
    };

    private static string Misc(List<string> parts, Token token)
    {
        if (token.Name != "O") parts.Add("NE=" + token.Name);
        return parts.Count == 0 ? "_" : string.Join('|', parts);
    }

    private static void WriteWords(TextWriter writer, ParsedSentence sentence, string text)
    {
        var tokens = sentence.Tokens;
        for (var i = 0; i < tokens.Length; i++)
        {
            var last = MultiwordEnd(tokens.AsSpan(), i, text);
            if (last == i)
            {
                WriteWord(writer, tokens[i], SpaceFollows(text, tokens[i].Range.End));
                continue;
            }

            var surface = OneLine(text[tokens[i].Range.Start..tokens[last].Range.End]);
            var misc = SpaceFollows(text, tokens[last].Range.End) ? "_" : "SpaceAfter=No";
            writer.Write(string.Create(CultureInfo.InvariantCulture, $"{i + 1}-{last + 1}\t{surface}\t_\t_\t_\t_\t_\t_\t_\t{misc}\n"));
            for (; i < last; i++) WriteWord(writer, tokens[i], true);
            WriteWord(writer, tokens[i], true);
        }
    }

    private static void WriteWord(TextWriter writer, Token token, bool space)
    {
        var misc = Misc(space ? [] : ["SpaceAfter=No"], token);
        writer.Write(string.Create(CultureInfo.InvariantCulture,
            $"{token.Index + 1}\t{OneLine(token.Form)}\t{OneLine(token.Lemma)}\t{token.Upos}\t_\t{token.Feats}\t{token.Head + 1}\t{token.Deprel}\t_\t{misc}\n"));
    }

    // A word and the clitics written onto it ("do" + "n't", "Russia" + "'s") are one multiword token.
    private static int MultiwordEnd(ReadOnlySpan<Token> tokens, int first, string text)
    {
        var last = first;
        while (last + 1 < tokens.Length && tokens[last + 1].Range.Start == tokens[last].Range.End)
        {
            var (start, end) = (tokens[first].Range.Start, tokens[last + 1].Range.End);
            if (Contractions.SplitAt(text.AsSpan(tokens[last].Range.Start, end - tokens[last].Range.Start)) != tokens[last].Range.Length
                && !Contractions.IsPossessive(text.AsSpan(start, end - start), tokens[last].Range.End - start))
                break;
            last++;
        }

        return last;
    }

    private static bool SpaceFollows(string text, int at) => at >= text.Length || char.IsWhiteSpace(text[at]) || char.IsControl(text[at]);

    private static string OneLine(string text)
    {
        if (!text.AsSpan().ContainsAnyInRange('\0', '\u001F') && !text.AsSpan().ContainsAnyInRange('\u007F', '\u00A0')
            && !text.Contains("  ", StringComparison.Ordinal))
            return text.Length == 0 ? "_" : text;
        var parts = text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        return string.Join(' ', parts.Select(part => new string([.. part.Where(c => !char.IsControl(c))]))) is { Length: > 0 } line ? line : "_";
    }
}
