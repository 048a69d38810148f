using System.Collections.Immutable;
using Entente.Coding;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Time;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>An act that the coder reads out of an example.</summary>
/// <param name="Event">The event.</param>
/// <param name="Features">What the judge looks at.</param>
/// <param name="Trust">What of it counts for trust.</param>
/// <param name="Label">What the example says that it is: a type, none, or null when the example does not tell.</param>
/// <param name="AtTrigger">Whether the marked word tells it.</param>
/// <param name="Silent">Whether no frame tells it, only two parties stand around a word.</param>
internal sealed record ExampleAct(CodedEvent Event, uint[] Features, uint[] Trust, string? Label, bool AtTrigger, bool Silent);

/// <summary>What the coder reads out of an example as it stands, marks unseen.</summary>
internal sealed record ExampleReading(AuthoredExample Example, ImmutableArray<ExampleAct> Acts)
{
    /// <summary>Why the marked word may tell nothing: no frame of its word, none that holds, or parties that nobody knows.</summary>
    public string Reason { get; private init; } = "";

    /// <summary>Reads an example.</summary>
    public static ExampleReading Of(AuthoredExample example, DocumentParser parser, KnowledgeBase knowledge)
    {
        var document = parser.Parse(new Article { Id = "example", Text = example.Text });
        var memory = new DocumentMemory { Chooser = knowledge.Coreferees };
        var dates = new DocumentDates(document, knowledge);
        var reason = "";
        var acts = ImmutableArray.CreateBuilder<ExampleAct>();
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            var reading = new SentenceReading(document, i, knowledge, memory, dates);
            var question = new EventQuestion(reading);
            foreach (var token in document.Sentences[i].Tokens)
            {
                if (!token.Range.Overlaps(example.Trigger)) continue;
                var keys = reading.Matcher.Keys(token.Index);
                var match = reading.Matcher.Match(token.Index);
                var operators = keys.SelectMany(k => knowledge.Operators.Of(k.Key).ToArray()).ToList();
                reason = keys.Count == 0 ? $"no predicate: {token.Upos} {token.Deprel}" : match is { } m ? m.Frame.Event == "NONE" ? "frame NONE holds" : "frame holds: " + m.Frame.Event + (reading.Drafts.Exists(d => d.Predicate == token.Index) ? "" : ", no act")
                    : keys.Exists(k => knowledge.Frames.Of(k.Key).Length > 0) ? "frames, none holds" : operators.Count > 0 ? "operator " + operators[0].Kind : "no frame " + token.Upos;
            }

            foreach (var (draft, e, silent) in question.Acts.Select(a => (a.Draft, a.Event, false)).Concat(reading.Silent().Select(d => (d, reading.Finish(d with { Event = "AGREE", Cameo = "030" }), true))))
            {
                var words = new[] { reading.View[draft.Predicate].Range, reading.View[draft.First].Range, reading.View[draft.Last].Range };
                var atTrigger = words.Any(w => w.Overlaps(example.Trigger));
                acts.Add(new ExampleAct(e, [.. silent ? question.Features(draft.Predicate, null, null, draft.Actor[0].Range, draft.Recipient[0].Range).All : question.Features(draft, e).All], silent ? [] : [.. question.Features(draft, e, wanted: TrustQuestion.Wants).All], Label(example, e, atTrigger, silent), atTrigger, silent));
            }
        }

        return new ExampleReading(example, acts.ToImmutable()) { Reason = reason };
    }

    /// <summary>Reads the example beside a frame: its sentence tells the frame's type at the frame's word.</summary>
    public static ExampleReading? Of(KnowledgeRow row, DocumentParser parser, KnowledgeBase knowledge)
    {
        var predicate = row["predicate"].Replace('-', ' ');
        var document = parser.Parse(new Article { Id = "example", Text = row["example"] });
        if (document.Sentences.IsEmpty) return null;
        var reading = new SentenceReading(document, 0, knowledge, new DocumentMemory { Chooser = knowledge.Coreferees }, new DocumentDates(document, knowledge));
        for (var word = 0; word < reading.View.Count; word++)
        {
            if (!reading.Matcher.Keys(word).Exists(k => k.Key == predicate)) continue;
            var type = row["event"];
            return Of(
                new AuthoredExample
                {
                    File = row.File,
                    Line = row.Line,
                    Event = type,
                    Plv = type,
                    Status = type == AuthoredExample.Nothing ? null : EventStatus.Actual,
                    Text = row["example"],
                    Trigger = reading.View[word].Range,
                    Actors = [],
                    Recipients = [],
                    Speakers = [],
                },
                parser,
                knowledge);
        }

        return null;
    }

    private static string? Label(AuthoredExample example, CodedEvent e, bool atTrigger, bool silent)
    {
        var between = Touches(e.Actor, example.Actors) && Touches(e.Recipient, example.Recipients) || Touches(e.Actor, example.Recipients) && Touches(e.Recipient, example.Actors);
        if (example.Event == AuthoredExample.Nothing) return atTrigger || between ? AuthoredExample.Nothing : null;
        if (!atTrigger) return between && e.Event == example.Event && !silent ? example.Event : null;
        var parties = e.Actor.Concat(e.Recipient).ToImmutableArray();
        var known = example.Actors.IsEmpty || e.Actor.IsEmpty || Touches(e.Actor, example.Actors) || (IsMutual(example.Event) && Touches(e.Actor, example.Recipients));
        var reached = example.Recipients.IsEmpty || e.Recipient.IsEmpty || Touches(e.Recipient, example.Recipients) || (IsMutual(example.Event) && Touches(parties, example.Recipients));
        return known && reached ? example.Event : AuthoredExample.Nothing;
    }

    private static bool IsMutual(string type) => type is "CONSULT" or "COOPERATE" or "SUPPORT" or "AGREE" or "ASSAULT";

    private static bool Touches(ImmutableArray<ActorReference> actors, ImmutableArray<TextRange> phrases) => actors.Any(a => phrases.Any(p => p.Overlaps(a.Range)));
}
