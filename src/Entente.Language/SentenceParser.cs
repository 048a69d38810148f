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
    private readonly BeamParser parser = new(model.Transitions, model.Parser, model.BeamWidth);

    /// <summary>Parses a sentence of any length.</summary>
    public ParsedSentence Parse(string[] forms, TextRange[] ranges, int number)
    {
        var tokens = new Token[forms.Length];
        var root = -1;
        for (var start = 0; start < forms.Length; start += SentenceSplitter.LongestSentence)
        {
            var length = Math.Min(SentenceSplitter.LongestSentence, forms.Length - start);
            Run(forms.AsSpan(start, length));
            for (var i = 1; i <= length; i++)
            {
                tokens[start + i - 1] = MakeToken(i, start, ranges[start + i - 1], root);
                if (frame.Heads[i] == 0 && start == 0) root = i - 1;
            }
        }

        var range = new TextRange(ranges[0].Start, ranges[^1].End);
        return new ParsedSentence(number, range, ImmutableCollectionsMarshal.AsImmutableArray(tokens));
    }

    private void Run(ReadOnlySpan<string> forms)
    {
        frame.Load(forms, model.Clusters);
        Tagger.Tag(frame, model.Tags, model.Tagger);
        parser.Parse(frame);
        NameTagger.Tag(frame, model.Namer);
    }

    // Pieces of a sentence beyond the longest that is parsed at once hang on the first piece's root.
    private Token MakeToken(int i, int start, TextRange range, int root)
    {
        var isRoot = frame.Heads[i] == 0;
        return new Token
        {
            Index = start + i - 1,
            Form = frame.Forms[i],
            Range = range,
            Lemma = model.Lemmatizer.Lemma(frame, i),
            Upos = model.Tags.Parts[frame.Tags[i] - 1],
            Feats = model.Tags.Features[frame.Tags[i] - 1],
            Head = !isRoot ? start + frame.Heads[i] - 1 : start == 0 ? -1 : root,
            Deprel = isRoot && start > 0 ? "parataxis" : model.Transitions.Labels[frame.Labels[i]],
            Name = NameTagger.Tags[frame.Names[i]],
        };
    }
}
