using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Entente.Language.Lemmatising;
using Entente.Language.Naming;
using Entente.Language.Neural;
using Entente.Language.Parsing;
using Entente.Language.Splitting;
using Entente.Language.Tagging;
using Entente.Sources;

namespace Entente.Language;

/// <summary>
/// Collects sentences, runs the network over several at once and makes their tokens. A sentence comes out the same whatever its company.
/// Keeps its working room; one thread each.
/// </summary>
internal sealed class BatchParser(LanguageModel model)
{
    // As many words as keep the network's products busy while its working room stays in the processor's cache.
    private const int Enough = 500;

    private readonly NetworkReader reader = new(model.Network, model.WordRows, model.Tags);
    private readonly LemmaCache lemmas = new(model.Lemmatizer);
    private readonly int punct = Array.IndexOf(model.Labels, "punct");
    private readonly List<Frame> frames = [];
    private readonly List<Piece> pieces = [];
    private readonly List<(Sentence Sentence, int FirstPiece)> waiting = [];
    private int words;

    /// <summary>The strings of words met lately.</summary>
    public FormCache Forms { get; } = new();

    /// <summary>Takes in a sentence of any length. A dateline or emoji at its ends and what goes beyond the longest piece that is
    /// parsed at once are parsed by themselves and hang on the sentence's root as parataxis.</summary>
    /// <param name="sentence">The sentence.</param>
    /// <param name="into">Where finished sentences go, in order.</param>
    public void Add(Sentence sentence, ImmutableArray<ParsedSentence>.Builder into)
    {
        var forms = sentence.Forms;
        var main = Dateline.Length(forms, sentence.Ranges);
        var last = forms.Length - Dateline.Closing(forms.AsSpan(main));
        var end = Math.Min(last, main + SentenceSplitter.LongestSentence);
        waiting.Add((sentence, pieces.Count));
        AddPiece(forms, main, end);
        if (main > 0) AddPiece(forms, 0, main);
        for (var start = end; start < forms.Length; start = end)
        {
            end = Math.Min(forms.Length, start + SentenceSplitter.LongestSentence);
            AddPiece(forms, start, end);
        }

        if (words >= Enough) Finish(into);
    }

    /// <summary>Parses what waits.</summary>
    public void Finish(ImmutableArray<ParsedSentence>.Builder into)
    {
        // A sentence without end is read piece after piece, so that working room stays bounded.
        for (var from = 0; from < pieces.Count;)
        {
            var (to, size) = (from, 0);
            while (to < pieces.Count && (size == 0 || size + frames[to].Count <= Enough + SentenceSplitter.LongestSentence)) size += frames[to++].Count;
            reader.Read(CollectionsMarshal.AsSpan(frames)[from..to]);
            from = to;
        }

        for (var i = 0; i < waiting.Count; i++)
            into.Add(Make(waiting[i].Sentence, waiting[i].FirstPiece, i + 1 < waiting.Count ? waiting[i + 1].FirstPiece : pieces.Count));
        pieces.Clear();
        waiting.Clear();
        words = 0;
        if (frames.Count > Enough) frames.RemoveRange(Enough, frames.Count - Enough);
    }

    private void AddPiece(string[] forms, int start, int end)
    {
        if (frames.Count == pieces.Count) frames.Add(new Frame());
        frames[pieces.Count].Load(forms.AsSpan(start, end - start), model.Clusters);
        model.NameLists.Mark(frames[pieces.Count]);
        pieces.Add(new Piece(start, end));
        words += end - start;
    }

    private ParsedSentence Make(Sentence sentence, int firstPiece, int endPiece)
    {
        var tokens = new Token[sentence.Forms.Length];
        var root = -1;
        for (var p = firstPiece; p < endPiece; p++)
        {
            var found = MakePiece(frames[p], pieces[p], sentence.Ranges, tokens, root);
            if (root < 0) root = found;
        }

        var range = new TextRange(sentence.Ranges[0].Start, sentence.Ranges[^1].End);
        return new ParsedSentence(sentence.Number, range, ImmutableCollectionsMarshal.AsImmutableArray(tokens));
    }

    // Hangs the piece's root on `head` (-1: it is the sentence's) and returns its index.
    private int MakePiece(Frame frame, Piece piece, TextRange[] ranges, Token[] tokens, int head)
    {
        TreeRepair.Run(frame, punct);
        MainVerb.Restore(frame, model.Labels, model.Tags);
        ComplementRepair.Run(frame, model.Labels, model.Tags);
        NameTagger.Tag(frame, model.NameBoundaries, model.NameTypes, model.NamePhrases);
        var root = piece.Start;
        for (var i = 1; i <= frame.Count; i++)
        {
            var index = piece.Start + i - 1;
            var isRoot = frame.Heads[i] == 0;
            if (isRoot) root = index;
            tokens[index] = new Token
            {
                Index = index,
                Form = frame.Forms[i],
                Range = ranges[index],
                Lemma = lemmas.Lemma(frame, i),
                Upos = model.Tags.Parts[frame.Tags[i] - 1],
                Feats = model.Tags.Features[frame.Tags[i] - 1],
                Head = isRoot ? head : piece.Start + frame.Heads[i] - 1,
                Deprel = isRoot && head >= 0 ? "parataxis" : model.Labels[frame.Labels[i]],
                Name = NameTagger.Tags[frame.Names[i]],
            };
        }

        return root;
    }

    private readonly record struct Piece(int Start, int End);
}

/// <summary>A sentence that is to be parsed.</summary>
/// <param name="Forms">Its words, at least one.</param>
/// <param name="Ranges">Where they stand in the text.</param>
/// <param name="Number">Its number in the document.</param>
internal sealed record Sentence(string[] Forms, TextRange[] Ranges, int Number);
