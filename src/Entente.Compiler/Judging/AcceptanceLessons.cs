using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Records;
using Entente.Coding.Time;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>Makes lessons of readers' verdicts on coded events, and of examples: is the event right?</summary>
internal sealed class AcceptanceLessons(DocumentParser parser, KnowledgeBase knowledge)
{
    /// <summary>How much an example counts beside a verdict on real news.</summary>
    private const float ExampleWeight = 0.25f;

    /// <summary>Lessons of verdicts on events of some corpora.</summary>
    /// <param name="verdicts">Tables of verdicts.</param>
    /// <param name="corpora">Files that hold their documents.</param>
    public List<JudgeLesson> OfVerdicts(IEnumerable<string> verdicts, string[] corpora)
    {
        var said = verdicts.SelectMany(Verdict.Read).Where(v => v.Right is not null).ToLookup(v => v.Document, StringComparer.Ordinal);
        var articles = new ArticleReader(new SourceOptions()).Read(corpora).OfType<SourceResult.Read>().Select(r => r.Article).Where(a => said.Contains(a.Id)).ToList();
        return [.. articles.AsParallel().AsOrdered().SelectMany(a => Lessons(a, [.. said[a.Id]])).Select((l, i) => l with { Id = $"verdict-{i}" })];
    }

    /// <summary>Lessons of examples, as another domain.</summary>
    public static IEnumerable<JudgeLesson> OfExamples(IEnumerable<ExampleReading> readings) =>
        readings.SelectMany(r => r.Acts.Where(a => a.Label is not null && !a.Silent).Select(a => new JudgeLesson("example", a.Features, Right(a), ExampleWeight, 1)));

    private static int Right(ExampleAct act) => AcceptanceLabels.Of(act.Label == act.Event.Event);

    private IEnumerable<JudgeLesson> Lessons(Article article, ImmutableArray<Verdict> verdicts)
    {
        var document = parser.Parse(article);
        var points = new CodePoints(article.Text);
        var memory = new DocumentMemory { Day = article.Published, Chooser = knowledge.Coreferees };
        var dates = new DocumentDates(document, knowledge);
        for (var i = 0; i < document.Sentences.Length; i++)
        {
            if (article.DatelineRange is { } dateline && dateline.Contains(document.Sentences[i].Range)) continue;
            var question = new EventQuestion(new SentenceReading(document, i, knowledge, memory, dates));
            foreach (var (draft, e) in question.Acts)
            {
                var trigger = e.Evidence[0].Trigger;
                var (start, end) = points.Range(trigger);
                if (verdicts.FirstOrDefault(v => v.Start == start && v.End == end && v.Event == e.Event) is { Right: { } right })
                    yield return new JudgeLesson("", [.. question.Features(draft, e).All], AcceptanceLabels.Of(right), 1);
            }
        }
    }
}

/// <summary>The classes of the judge that accepts events.</summary>
internal static class AcceptanceLabels
{
    /// <summary>The classes.</summary>
    public static readonly ImmutableArray<string> All = ["WRONG", "RIGHT"];

    /// <summary>Number of the class.</summary>
    public static int Of(bool right) => right ? 1 : 0;
}
