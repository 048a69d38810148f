using Entente.Coding;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Time;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>
/// Which frames have a sentence in which they hold and should, and a near miss: a sentence with their word in which they do not hold
/// and should not. Looks at the examples of knowledge/examples and at those beside the frames.
/// </summary>
internal sealed class FrameCoverage(DocumentParser parser, KnowledgeBase knowledge)
{
    private readonly HashSet<Frame> fired = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Frame> missed = new(ReferenceEqualityComparer.Instance);
    private readonly ILookup<string, Frame> family = knowledge.Frames.All.ToLookup(f => Head($"{f.Predicate}.{f.Pos}"));

    /// <summary>Frames that hold in a sentence that tells their type.</summary>
    public IReadOnlySet<Frame> Fired => fired;

    /// <summary>Frames that do not hold in a sentence with their word that tells something else.</summary>
    public IReadOnlySet<Frame> Missed => missed;

    /// <summary>Reads an example of knowledge/examples and returns the frame that holds at its trigger, null when none.</summary>
    public Frame? Add(AuthoredExample example)
    {
        Frame? held = null;
        foreach (var (reading, word) in Words(example.Text, example.Trigger))
        {
            Note(reading, word, frame => Tells(frame, example), example.Event == AuthoredExample.Nothing);
            held ??= reading.Matcher.Match(word)?.Frame;
        }

        return held;
    }

    /// <summary>Reads the example beside a frame.</summary>
    public void Add(string type, string predicate, string text)
    {
        foreach (var (reading, word) in Words(text, new TextRange(0, text.Length)))
            if (reading.Matcher.Keys(word).Exists(k => k.Key == predicate)) Note(reading, word, frame => frame.Event == type, nothing: false);
    }

    private void Note(SentenceReading reading, int word, Func<Frame, bool> tells, bool nothing)
    {
        var keys = reading.Matcher.Keys(word);
        if (keys.Count == 0) return;
        var match = reading.Matcher.Match(word)?.Frame;
        if (match is not null && tells(match)) fired.Add(match);
        var silent = !reading.Drafts.Exists(d => d.Last == word || d.Predicate == word || d.First == word);
        var known = match is null || tells(match) || (nothing && silent); // a frame that holds but tells nothing, as nobody known takes part
        foreach (var frame in keys.Select(k => Head(k.Key)).Distinct().SelectMany(head => family[head]))
        {
            var holds = frame == match && !silent;
            if (!holds && known && !(tells(frame) && frame != match && match is null)) missed.Add(frame);
        }
    }

    /// <summary>The word that a predicate turns on: the noun of a compound, the verb before a particle.</summary>
    private static string Head(string key)
    {
        var words = key[..^2];
        return (key[^1] == 'n' ? words[(words.LastIndexOf(' ') + 1)..] : words.Split(' ')[0]) + key[^2..];
    }

    private static bool Tells(Frame frame, AuthoredExample example) =>
        frame.Event == example.Event
        || (example.Status != EventStatus.Actual && example.Event is "AGREE" && frame.Event is "CONSULT" or "SUPPORT" or "COOPERATE" or "AID")
        || (example.Status != EventStatus.Actual && example.Event is "CONCEDE" && frame.Event is "RETREAT");

    private IEnumerable<(SentenceReading Reading, int Word)> Words(string text, TextRange range)
    {
        var document = parser.Parse(new Article { Id = "example", Text = text });
        var memory = new DocumentMemory { Chooser = knowledge.Coreferees };
        var dates = new DocumentDates(document, knowledge);
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            var reading = new SentenceReading(document, i, knowledge, memory, dates);
            foreach (var token in document.Sentences[i].Tokens)
                if (token.Range.Overlaps(range)) yield return (reading, token.Index);
        }
    }
}
