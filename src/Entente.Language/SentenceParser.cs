using System.Runtime.InteropServices;
using Entente.Language.Naming;
using Entente.Language.Parsing;
using Entente.Language.Splitting;
using Entente.Language.Tagging;
using Entente.Sources;

namespace Entente.Language;

/// <summary>Runs the stages over one sentence after another and keeps the room they work in. One thread each.</summary>
internal sealed class SentenceParser(LanguageModel model)
{
    private readonly Frame frame = new();
    private readonly BeamParser parser = new(model.Transitions, model.Parser, model.BeamWidth, isStrict: true);

    /// <summary>
    /// Parses a sentence of any length. A dateline at its beginning and what goes beyond the longest piece that is parsed at once are
    /// parsed by themselves and hang on the sentence's root as parataxis.
    /// </summary>
    public ParsedSentence Parse(string[] forms, TextRange[] ranges, int number)
    {
        var tokens = new Token[forms.Length];
        var main = Dateline.Length(forms, ranges);
        var end = Math.Min(forms.Length, main + SentenceSplitter.LongestSentence);
        var root = ParsePiece(forms, ranges, tokens, main, end, -1);
        if (main > 0) ParsePiece(forms, ranges, tokens, 0, main, root);
        for (var start = end; start < forms.Length; start = end)
        {
            end = Math.Min(forms.Length, start + SentenceSplitter.LongestSentence);
            ParsePiece(forms, ranges, tokens, start, end, root);
        }

        var range = new TextRange(ranges[0].Start, ranges[^1].End);
        return new ParsedSentence(number, range, ImmutableCollectionsMarshal.AsImmutableArray(tokens));
    }

    // Parses the words from start to end, hangs their root on `head` (-1: it is the sentence's) and returns its index.
    private int ParsePiece(string[] forms, TextRange[] ranges, Token[] tokens, int start, int end, int head)
    {
        frame.Load(forms.AsSpan(start, end - start), model.Clusters);
        Tagger.Tag(frame, model.Tags, model.Tagger);
        parser.Parse(frame);
        MainVerb.Restore(frame, model.Transitions, model.Tags);
        NameTagger.Tag(frame, model.NameBoundaries, model.NameTypes, model.NamePhrases, model.NameLists);
        var root = start;
        for (var i = 1; i <= frame.Count; i++)
        {
            var index = start + i - 1;
            var isRoot = frame.Heads[i] == 0;
            if (isRoot) root = index;
            tokens[index] = MakeToken(i, index, ranges[index], isRoot ? head : start + frame.Heads[i] - 1, isRoot && head >= 0);
        }

        return root;
    }

    private Token MakeToken(int i, int index, TextRange range, int head, bool isPiece) => new()
    {
        Index = index,
        Form = frame.Forms[i],
        Range = range,
        Lemma = model.Lemmatizer.Lemma(frame, i),
        Upos = model.Tags.Parts[frame.Tags[i] - 1],
        Feats = model.Tags.Features[frame.Tags[i] - 1],
        Head = head,
        Deprel = isPiece ? "parataxis" : model.Transitions.Labels[frame.Labels[i]],
        Name = NameTagger.Tags[frame.Names[i]],
    };
}
