using Entente.Coding.Actors;
using Entente.Coding.Frames;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Coding.Time;
using Entente.Language;

namespace Entente.Coding.Clauses;

/// <summary>One sentence with all that reads it: its tree, whom it names, its acts and their circumstances. For one thread.</summary>
internal sealed class SentenceReading
{
    private readonly ActorFiller filler;
    private readonly DraftFinisher finisher;
    private readonly ClauseCoder coder;
    private List<Draft>? drafts;

    /// <summary>Reads a sentence of a document; sentences want to be read in order, as the memory follows the text.</summary>
    /// <param name="document">The document.</param>
    /// <param name="sentence">Index of the sentence.</param>
    /// <param name="knowledge">What is known.</param>
    /// <param name="memory">What the document has told so far.</param>
    /// <param name="dates">The dates of the document.</param>
    /// <param name="marked">Two phrases whose relation is asked for, null when none is.</param>
    public SentenceReading(Document document, int sentence, KnowledgeBase knowledge, DocumentMemory memory, DocumentDates dates, MarkedPair? marked = null)
    {
        View = new SentenceView(document, document.Sentences[sentence], knowledge);
        Arguments = new Arguments(View);
        Actors = new ActorResolver(View, memory, marked);
        Status = new StatusReader(View, Arguments);
        Matcher = new FrameMatcher(View, Arguments, Actors);
        filler = new ActorFiller(Arguments, Actors);
        var attributions = new AttributionReader(View, Arguments, Actors);
        coder = new ClauseCoder(View, Arguments, new FrameCoder(View, Arguments, filler, Matcher, memory), Matcher, new Composer(View, filler, Status), attributions);
        finisher = new DraftFinisher(View, Status, attributions, dates.Of(View, sentence));
    }

    /// <summary>The tree.</summary>
    public SentenceView View { get; }

    /// <summary>Who fills which slot.</summary>
    public Arguments Arguments { get; }

    /// <summary>Whom the words name.</summary>
    public ActorResolver Actors { get; }

    /// <summary>What is real.</summary>
    public StatusReader Status { get; }

    /// <summary>Which frames hold.</summary>
    public FrameMatcher Matcher { get; }

    /// <summary>The acts that frames and operators tell.</summary>
    public List<Draft> Drafts => drafts ??= coder.Code();

    /// <summary>Words between two parties about which frames are silent.</summary>
    public IEnumerable<Draft> Silent() => new SilentActs(View, filler).Of(Drafts);

    /// <summary>The events of these acts, still without ids.</summary>
    public IEnumerable<CodedEvent> Events() => Drafts.Select(finisher.Finish);

    /// <summary>The event of an act, still without its id.</summary>
    public CodedEvent Finish(Draft draft) => finisher.Finish(draft);
}
