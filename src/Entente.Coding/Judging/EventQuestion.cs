using System.Collections.Immutable;
using Entente.Coding.Clauses;
using Entente.Coding.Mentions;
using Entente.Sources;

namespace Entente.Coding.Judging;

/// <summary>Asks the judge about the acts that frames read out of a sentence.</summary>
/// <param name="reading">The sentence.</param>
/// <param name="drafts">Its acts as they are asked about; null takes what frames tell.</param>
internal sealed class EventQuestion(SentenceReading reading, IEnumerable<Draft>? drafts = null)
{
    private readonly ImmutableArray<(Draft Draft, CodedEvent Event)> acts = [.. (drafts ?? reading.Drafts).Select(d => (d, reading.Finish(d)))];

    /// <summary>The acts with the events that they become.</summary>
    public ImmutableArray<(Draft Draft, CodedEvent Event)> Acts => acts;

    /// <summary>What the judge looks at for one of the acts.</summary>
    public FeatureList Features(Draft draft, CodedEvent e, bool told = false, Func<string, bool>? wanted = null)
    {
        var actor = e.Actor.IsEmpty ? default : e.Actor[0].Range;
        var recipient = e.Recipient.IsEmpty ? default : e.Recipient[0].Range;
        return Features(draft.Predicate, draft, e, actor, recipient, told, wanted);
    }

    /// <summary>What the judge looks at for a word and two phrases; an empty range where one is missing.</summary>
    public FeatureList Features(int trigger, Draft? draft, CodedEvent? e, TextRange actor, TextRange recipient, bool told = false, Func<string, bool>? wanted = null)
    {
        return new PairFeatures(reading, a => Side(a.Range, actor, recipient), told, wanted)
            .Of(trigger, draft, e, NounPhrase.Head(reading.View, actor), NounPhrase.Head(reading.View, recipient), acts, i => Side(reading.View[i].Range, actor, recipient));
    }

    /// <summary>What the judge of pairs looks at for two phrases.</summary>
    public FeatureList PairOf(TextRange actor, TextRange recipient) =>
        new PairFeatures(reading, a => Side(a.Range, actor, recipient)).Of(NounPhrase.Head(reading.View, actor), NounPhrase.Head(reading.View, recipient), acts, i => Side(reading.View[i].Range, actor, recipient));

    private static PairSide Side(TextRange range, TextRange actor, TextRange recipient) =>
        actor.Length > 0 && range.Overlaps(actor) && !(recipient.Length > 0 && recipient.Length < actor.Length && range.Overlaps(recipient)) ? PairSide.Actor
        : recipient.Length > 0 && range.Overlaps(recipient) ? PairSide.Recipient : PairSide.None;
}
