using System.Collections.Immutable;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Records;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>A lesson with what is wrong about the event.</summary>
/// <param name="Lesson">The lesson.</param>
/// <param name="Faults">As <see cref="ReadEvent.Faults"/> tells; null where only an older verdict is known.</param>
/// <param name="Words">The features of the words.</param>
/// <param name="Numbers">The numbers of the event.</param>
/// <param name="Document">Id of the document.</param>
/// <param name="Trigger">Offset of the trigger in code points.</param>
/// <param name="Type">Type of the event.</param>
internal sealed record AcceptanceLesson(JudgeLesson Lesson, uint[] Words, int[] Numbers, string? Faults, string Document, int Trigger, string Type)
{
    /// <summary>Whether the event is right.</summary>
    public bool IsRight => Lesson.Label == 1;
}

/// <summary>Makes lessons of readers' verdicts on coded events, of what they say is right, and of examples: is the event right?</summary>
/// <param name="parser">The parser.</param>
/// <param name="knowledge">What the coder knows.</param>
/// <param name="types">The judge of types, which learns of no verdicts.</param>
/// <param name="whose">The judge of whose parties are, for a document: one that was trained without it.</param>
/// <param name="which">The judge of who takes which part, for a document: one that was trained without it.</param>
internal sealed class AcceptanceLessons(DocumentParser parser, KnowledgeBase knowledge, JudgeModel types, Func<string, JudgeModel> whose, Func<string, JudgeModel> which)
{
    /// <summary>How much an example counts beside a verdict on real news.</summary>
    private const float ExampleWeight = 0.25f;

    /// <summary>Lessons of verdicts on events of some corpora.</summary>
    /// <param name="verdicts">Tables of verdicts.</param>
    /// <param name="read">Tables that tell what is right.</param>
    /// <param name="documents">Their documents.</param>
    public List<AcceptanceLesson> OfVerdicts(IEnumerable<string> verdicts, IEnumerable<string> read, AuditedDocuments documents)
    {
        var said = verdicts.SelectMany(Verdict.Read).Where(v => v.Right is not null).ToLookup(v => v.Document, StringComparer.Ordinal);
        var told = read.SelectMany(ReadEvent.Read).ToLookup(v => v.Document, StringComparer.Ordinal);
        return documents.Select(id => said.Contains(id) || told.Contains(id), a => Lessons(a, [.. said[a.Id]], [.. told[a.Id]]));
    }

    /// <summary>Lessons of verdicts of blind readers, of which what is unsure is not right.</summary>
    /// <param name="blind">Tables of verdicts.</param>
    /// <param name="documents">Their documents.</param>
    public List<AcceptanceLesson> OfBlind(IEnumerable<string> blind, AuditedDocuments documents)
    {
        var said = blind.SelectMany(Verdict.Read).Select(v => v with { Right = v.Right ?? false }).ToLookup(v => v.Document, StringComparer.Ordinal);
        return documents.Select(said.Contains, a => Lessons(a, [.. said[a.Id]], []));
    }

    /// <summary>Lessons of annotated texts, each of which says all that it tells.</summary>
    /// <param name="texts">The texts.</param>
    public List<AcceptanceLesson> OfAnnotated(IEnumerable<AnnotatedText> texts) => [.. texts.AsParallel().AsOrdered().SelectMany(t => Lessons(t.Article, [], [], t))];

    /// <summary>Lessons of examples, as another domain.</summary>
    public static IEnumerable<JudgeLesson> OfExamples(IEnumerable<ExampleReading> readings) =>
        readings.SelectMany(r => r.Acts.Where(a => a.Label is not null && !a.Silent).Select(a => new JudgeLesson("example", a.Trust, Right(a), ExampleWeight, 1)));

    private static int Right(ExampleAct act) => AcceptanceLabels.Of(act.Label == act.Event.Event);

    private IEnumerable<AcceptanceLesson> Lessons(Article article, ImmutableArray<Verdict> verdicts, ImmutableArray<ReadEvent> read, AnnotatedText? annotated = null)
    {
        var document = new DocumentReading(parser.Parse(article), knowledge);
        var points = new CodePoints(article.Text);
        foreach (var reading in document.Sentences)
        {
            var reviser = new PartyReviser(reading, document.States, whose(article.Id), which(article.Id));
            var trust = new TrustQuestion(reading, document.States, types, which(article.Id));
            var framed = new EventQuestion(reading);
            var question = new EventQuestion(reading, reading.Drafts.Select(reviser.Revise));
            foreach (var ((draft, e), (before, plain)) in question.Acts.Zip(framed.Acts))
            {
                var (start, end) = points.Range(e.Evidence[0].Trigger);
                var told = read.FirstOrDefault(r => r.IsAt(start, end) && (r.Coded == e.Event || r.Event == e.Event));
                var faults = told?.Faults(e, points);
                var right = annotated is not null ? annotated.Tells(e)
                    : told is not null ? faults is null ? null : faults.Length == 0
                    : verdicts.FirstOrDefault(v => v.Start == start && v.End == end && v.Event == e.Event && v.Saw(e, points)) is { } verdict && (verdict.Coded is not null || !IsMended(before, draft)) ? verdict.Right
                    : null;
                if (right is not { } known) continue;
                var features = question.Features(draft, e, wanted: TrustQuestion.Wants);
                var numbers = new int[TrustQuestion.Numbers];
                _ = trust.AddTo(features, numbers, framed.Features(before, plain), draft, e);
                var lesson = new JudgeLesson(CrossValidation.Id(article.Id), [.. features.All], AcceptanceLabels.Of(known), 1);
                yield return new AcceptanceLesson(lesson, [.. question.Features(draft, e).All], numbers, faults, article.Id, start, e.Event);
            }
        }
    }

    /// <summary>Whether the parties are others than those on which a verdict was given.</summary>
    private static bool IsMended(Draft before, Draft after) => !before.Actor.SequenceEqual(after.Actor) || !before.Recipient.SequenceEqual(after.Recipient);
}

/// <summary>The classes of the judge that accepts events.</summary>
internal static class AcceptanceLabels
{
    /// <summary>Number of the class.</summary>
    public static int Of(bool right) => right ? 1 : 0;
}
