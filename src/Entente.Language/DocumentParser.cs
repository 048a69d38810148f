using System.Collections.Concurrent;
using System.Collections.Immutable;
using Entente.Language.Splitting;
using Entente.Language.Tokenising;
using Entente.Sources;

namespace Entente.Language;

/// <summary>
/// The parser of news English: sentences, words, tags, lemmas, dependency trees and names from a trained model. Thread-safe and
/// deterministic: the same text and model give the same result on every machine.
/// </summary>
public sealed class DocumentParser : IDocumentParser
{
    // Sentences that a thread takes at a time.
    private const int Share = 128;

    private readonly LanguageModel model;
    private readonly ConcurrentBag<BatchParser> idle = [];

    internal DocumentParser(LanguageModel model) => this.model = model;

    /// <summary>Name of a model's file in its folder.</summary>
    public static string ModelFile(LanguageModelKind kind) => kind == LanguageModelKind.Fast ? "english-fast.model" : "english.model";

    /// <summary>Loads a model from a folder.</summary>
    /// <param name="modelDirectory">The folder, as a rule <c>models</c> beside the program.</param>
    /// <param name="kind">Which one.</param>
    /// <exception cref="FileNotFoundException">The folder holds no such model.</exception>
    /// <exception cref="InvalidDataException">The file is no model, of another version, cut off, or damaged.</exception>
    public static DocumentParser Load(string modelDirectory, LanguageModelKind kind = LanguageModelKind.Accurate)
    {
        var path = Path.Combine(modelDirectory, ModelFile(kind));
        if (!File.Exists(path)) throw new FileNotFoundException($"no language model at {path}", path);
        try
        {
            return new DocumentParser(LanguageModel.Read(File.ReadAllBytes(path)));
        }
        catch (InvalidDataException fault)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }

    /// <summary>Loads a model from a stream, which is read to its end.</summary>
    /// <exception cref="InvalidDataException">The stream is no model, of another version, cut off, or damaged.</exception>
    public static DocumentParser Load(Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new DocumentParser(LanguageModel.Read(copy.GetBuffer().AsSpan(0, (int)copy.Length)));
    }

    /// <summary>What the model says of itself: the data it was trained on and their licences.</summary>
    public string ModelDescription => model.Description;

    /// <inheritdoc/>
    public Document Parse(Article article) => Parse(article, 1);

    /// <summary>Parses as <see cref="Parse(Article)"/>, a long text with several threads. The result is the same.</summary>
    /// <param name="article">The text.</param>
    /// <param name="threads">How many threads may work on it, at least 1.</param>
    public Document Parse(Article article, int threads)
    {
        ArgumentNullException.ThrowIfNull(article);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        var parser = Take();
        var sentences = Sentences(article, parser.Forms);
        var parsed = threads == 1
            ? Parse(sentences, parser)
            : [.. sentences.Chunk(Share).AsParallel().AsOrdered().WithDegreeOfParallelism(Math.Min(threads, 64)).SelectMany(IEnumerable<ParsedSentence> (share) => ParseShare(share))];
        idle.Add(parser);
        return new Document(article, parsed);
    }

    /// <summary>Parses a sentence whose words are given. Ranges point into the words joined by single blanks.</summary>
    /// <param name="forms">At least one word.</param>
    public ParsedSentence ParseTokens(IReadOnlyList<string> forms) => ParseSentences([forms])[0];

    /// <summary>Parses sentences whose words are given, each as by itself, but faster together.</summary>
    /// <param name="sentences">Each with at least one word.</param>
    public ImmutableArray<ParsedSentence> ParseSentences(IReadOnlyCollection<IReadOnlyList<string>> sentences)
    {
        ArgumentNullException.ThrowIfNull(sentences);
        var parsed = ImmutableArray.CreateBuilder<ParsedSentence>(sentences.Count);
        var parser = Take();
        foreach (var forms in sentences)
        {
            ArgumentNullException.ThrowIfNull(forms);
            ArgumentOutOfRangeException.ThrowIfZero(forms.Count);
            parser.Add(Given(forms), parsed);
        }

        parser.Finish(parsed);
        idle.Add(parser);
        return parsed.DrainToImmutable();
    }

    private static Sentence Given(IReadOnlyList<string> forms)
    {
        var words = new string[forms.Count];
        var ranges = new TextRange[forms.Count];
        var at = 0;
        for (var i = 0; i < words.Length; i++)
        {
            words[i] = string.IsNullOrEmpty(forms[i]) ? "_" : forms[i];
            ranges[i] = new TextRange(at, at + words[i].Length);
            at += words[i].Length + 1;
        }

        return new Sentence(words, ranges, 1);
    }

    private ImmutableArray<ParsedSentence> ParseShare(Sentence[] sentences)
    {
        var parser = Take();
        var parsed = Parse(sentences, parser);
        idle.Add(parser);
        return parsed;
    }

    private static ImmutableArray<ParsedSentence> Parse(IEnumerable<Sentence> sentences, BatchParser parser)
    {
        var parsed = ImmutableArray.CreateBuilder<ParsedSentence>();
        foreach (var sentence in sentences) parser.Add(sentence, parsed);
        parser.Finish(parsed);
        return parsed.DrainToImmutable();
    }

    // The text in words and sentences, one paragraph after another.
    private IEnumerable<Sentence> Sentences(Article article, FormCache known)
    {
        var words = new List<WordSpan>();
        var ends = new List<int>();
        var number = 0;
        var capitals = new WireCapitals(article.Text);
        foreach (var paragraph in Paragraphs.Of(article.Text, article.Furniture, article.DatelineRange))
        {
            words.Clear();
            Tokenizer.Tokenize(article.Text, paragraph.Start, paragraph.End, words);
            SentenceSplitter.Split(article.Text, words, model.Splitter, ends, capitals);
            var start = 0;
            foreach (var end in ends)
            {
                var forms = new string[end - start];
                var ranges = new TextRange[end - start];
                for (var i = start; i < end; i++)
                {
                    forms[i - start] = known.Get(article.Text.AsSpan(words[i].Start, words[i].Length));
                    if (capitals.IsRaised(words, i)) forms[i - start] = forms[i - start].ToLowerInvariant();
                    ranges[i - start] = new TextRange(words[i].Start, words[i].End);
                }

                yield return new Sentence(forms, ranges, ++number);
                start = end;
            }
        }
    }

    private BatchParser Take() => idle.TryTake(out var parser) ? parser : new BatchParser(model);
}
