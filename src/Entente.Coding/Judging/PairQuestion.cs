using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Coding.Time;
using Entente.Language;

namespace Entente.Coding.Judging;

/// <summary>Asks for the relation of two marked phrases: reads their sentence with both as parties and gathers what a judge needs.</summary>
internal sealed class PairQuestion
{
    private readonly MarkedPair pair;

    /// <summary>Reads the sentence of a pair.</summary>
    /// <param name="document">The text, parsed; it has at least one sentence.</param>
    /// <param name="pair">The phrases.</param>
    /// <param name="knowledge">What is known.</param>
    /// <param name="told">Whether features are kept as people read them.</param>
    public PairQuestion(Document document, MarkedPair pair, KnowledgeBase knowledge, bool told = false)
    {
        this.pair = pair;
        var chosen = Sentence(document);
        var memory = new DocumentMemory { Day = document.Article.Published, Chooser = knowledge.Coreferees };
        var dates = new DocumentDates(document, knowledge);
        for (var i = 0; i < chosen; i++) _ = new SentenceReading(document, i, knowledge, memory, dates, pair);
        Reading = new SentenceReading(document, chosen, knowledge, memory, dates, pair);
        var question = new EventQuestion(Reading);
        Actor = NounPhrase.Head(Reading.View, pair.Actor);
        Recipient = NounPhrase.Head(Reading.View, pair.Recipient);
        Acts = question.Acts;
        Features = new PairFeatures(Reading, a => a.Side, told).Of(Actor, Recipient, Acts, i => pair.SideOf(Reading.View[i].Range));
    }

    /// <summary>The sentence.</summary>
    public SentenceReading Reading { get; }

    /// <summary>The word that heads the actor's phrase, -1 when it stands elsewhere.</summary>
    public int Actor { get; }

    /// <summary>The word that heads the recipient's phrase, -1 when it stands elsewhere.</summary>
    public int Recipient { get; }

    /// <summary>What frames and operators make of the sentence.</summary>
    public ImmutableArray<(Draft Draft, CodedEvent Event)> Acts { get; }

    /// <summary>What a judge looks at.</summary>
    public FeatureList Features { get; }

    /// <summary>The sentence that holds both phrases, else that of the recipient, else that of the actor.</summary>
    private int Sentence(Document document)
    {
        var (best, most) = (0, -1);
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            var range = document.Sentences[i].Range;
            var score = (range.Overlaps(pair.Recipient) ? 2 : 0) + (range.Overlaps(pair.Actor) ? 1 : 0);
            if (score > most) (best, most) = (i, score);
        }

        return best;
    }
}
