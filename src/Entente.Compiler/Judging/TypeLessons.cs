using System.Collections.Immutable;
using System.Globalization;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Records;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>Makes lessons of which type the acts that frames tell are of: what readers said of coded events, and examples as another domain.</summary>
internal sealed class TypeLessons(DocumentParser parser, KnowledgeBase knowledge)
{
    /// <summary>The short examples beside frames are many and alike.</summary>
    private const float BesideWeight = 0.4f;

    private static readonly ImmutableArray<string> Labels = JudgeLessons.Plover;

    /// <summary>A trainer for them.</summary>
    public static JudgeTrainer Trainer() => CrossValidation.Trainer(Labels.Length, 2);

    /// <summary>The lessons of some tables, in the order of the corpora.</summary>
    /// <param name="tables">Tables of read events.</param>
    /// <param name="corpora">Files that hold their documents.</param>
    public List<JudgeLesson> Of(IEnumerable<string> tables, string[] corpora)
    {
        var said = tables.SelectMany(ReadEvent.Read).ToLookup(v => v.Document, StringComparer.Ordinal);
        return AuditedDocuments.Select(corpora, said.Contains, a => Lessons(a, [.. said[a.Id]]));
    }

    /// <summary>The lessons of examples and of those beside frames.</summary>
    public static IEnumerable<JudgeLesson> Of(IEnumerable<ExampleReading> examples, IEnumerable<ExampleReading> beside, int domain) =>
        examples.SelectMany((r, i) => r.Acts.Where(a => a.Label is not null).Select(a => new JudgeLesson(Id(i), a.Features, Labels.IndexOf(a.Label!), 1, domain)))
            .Concat(beside.SelectMany((r, i) => r.Acts.Where(a => a.Label is not null && !a.Silent).Select(a => new JudgeLesson(Id(i), a.Features, Labels.IndexOf(a.Label!), BesideWeight, domain))));

    private IEnumerable<JudgeLesson> Lessons(Article article, ImmutableArray<ReadEvent> read)
    {
        var document = new DocumentReading(parser.Parse(article), knowledge);
        var points = new CodePoints(article.Text);
        foreach (var reading in document.Sentences)
        {
            var question = new EventQuestion(reading);
            foreach (var (draft, e) in question.Acts)
            {
                var (start, end) = points.Range(e.Evidence[0].Trigger);
                if (read.FirstOrDefault(r => r.IsAt(start, end) && (r.Coded == e.Event || r.Event == e.Event)) is not { } told) continue;
                yield return new JudgeLesson(CrossValidation.Id(article.Id), [.. question.Features(draft, e).All], Labels.IndexOf(told.Event == "NONE" ? AuthoredExample.Nothing : told.Event), 1);
            }
        }
    }

    private static string Id(int number) => "example-" + number.ToString(CultureInfo.InvariantCulture);
}
