using System.Collections.Immutable;
using Entente.Sources;

namespace Entente.Store.Duplicates;

/// <summary>What a word tells when it is replaced.</summary>
internal enum WordKind
{
    /// <summary>Perhaps only that a writer likes another one better.</summary>
    Plain,

    /// <summary>That the text is about somebody, some place or some day else: a word that is written with a capital wherever it stands.</summary>
    Name,

    /// <summary>That the text is about something else, or tells it anew: digits.</summary>
    Number,
}

/// <summary>A word without accents, letter case, hyphens and apostrophes.</summary>
internal readonly record struct OutlineWord(string Text, WordKind Kind)
{
    private const int Short = 3;

    /// <summary>Whether it tells what a sentence is about; the short words of the language do not.</summary>
    public bool IsContent => Kind != WordKind.Plain || Text.Length > Short;
}

/// <summary>The words of a text by sentence, as <see cref="DuplicateJudge"/> compares them. Page furniture and dateline are left out.</summary>
internal sealed class TextOutline
{
    private TextOutline(ImmutableArray<OutlineWord> title, ImmutableArray<ImmutableArray<OutlineWord>> sentences)
    {
        (Title, Sentences) = (title, sentences);
        All = [.. title.Concat(sentences.SelectMany(s => s)).Select(w => w.Text)];
        Words = [.. sentences.SelectMany(s => s).Select(w => w.Text)];
    }

    /// <summary>Words of the headline; empty when there is none.</summary>
    public ImmutableArray<OutlineWord> Title { get; }

    /// <summary>Sentences, none of them empty.</summary>
    public ImmutableArray<ImmutableArray<OutlineWord>> Sentences { get; }

    /// <summary>Every word, the headline's too.</summary>
    public HashSet<string> All { get; }

    /// <summary>The words of all sentences in their order.</summary>
    public ImmutableArray<string> Words { get; }

    /// <summary>Number of words without the headline's.</summary>
    public int Length => Words.Length;

    /// <summary>Of an article.</summary>
    public static TextOutline Of(Article article)
    {
        var title = OutlineReader.Read(article.Title ?? "", []).SelectMany(s => s).ToList();
        var hidden = article.Furniture.IsDefault ? [] : article.Furniture;
        var sentences = OutlineReader.Read(article.Text, article.DatelineRange is { } dateline ? hidden.Add(dateline) : hidden);
        var everywhere = sentences.Append(title).ToList();
        HashSet<string> lower = [.. everywhere.SelectMany(s => s).Where(t => t is { IsNumber: false, IsCapital: false }).Select(t => t.Text)];
        HashSet<string> inner = [.. everywhere.SelectMany(s => s.Skip(1)).Where(t => t.IsCapital).Select(t => t.Text)];

        ImmutableArray<OutlineWord> Kinds(List<OutlineToken> tokens) => [.. tokens.Select((t, i) => new OutlineWord(t.Text, Kind(tokens, i)))];

        WordKind Kind(List<OutlineToken> tokens, int at)
        {
            var token = tokens[at];
            if (token.IsNumber) return WordKind.Number;
            if (!token.IsCapital || token.Text.Length < 2 || lower.Contains(token.Text)) return WordKind.Plain;
            // Any word that begins a sentence has a capital.
            return at > 0 || inner.Contains(token.Text) || (tokens.Count > 1 && tokens[1].IsCapital) ? WordKind.Name : WordKind.Plain;
        }

        return new TextOutline(Kinds(title), [.. sentences.Select(Kinds)]);
    }
}
