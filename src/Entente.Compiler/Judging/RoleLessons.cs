using System.Collections.Immutable;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Records;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>One act with those who may take part in it.</summary>
/// <param name="Draft">The act.</param>
/// <param name="Candidates">Who may take part, each with its lesson; label -1 where nobody tells.</param>
internal sealed record RoleCase(Draft Draft, ImmutableArray<(RoleCandidate Candidate, JudgeLesson Lesson)> Candidates);

/// <summary>Makes lessons of who takes which part, of what readers said of coded events and of authored examples.</summary>
internal sealed class RoleLessons(DocumentParser parser, KnowledgeBase knowledge)
{
    private const float ExampleWeight = 0.5f;

    /// <summary>The cases of some tables, in the order of the corpora.</summary>
    public List<RoleCase> Of(IEnumerable<string> tables, AuditedDocuments documents)
    {
        var said = tables.SelectMany(ReadEvent.Read).ToLookup(v => v.Document, StringComparer.Ordinal);
        return documents.Select(said.Contains, a => Cases(a, [.. said[a.Id]]));
    }

    /// <summary>The cases of examples, as another domain.</summary>
    public List<RoleCase> Of(IEnumerable<AuthoredExample> examples) => [.. examples.Where(e => e.Event != AuthoredExample.Nothing).ToList().AsParallel().AsOrdered().SelectMany(Cases)];

    private IEnumerable<RoleCase> Cases(Article article, ImmutableArray<ReadEvent> read)
    {
        var document = new DocumentReading(parser.Parse(article), knowledge);
        var points = new CodePoints(article.Text);
        foreach (var reading in document.Sentences)
        {
            var question = new RoleQuestion(reading);
            foreach (var draft in reading.Drafts)
            {
                var (start, end) = points.Range(reading.View.Range(draft.First, draft.Last));
                if (read.FirstOrDefault(r => r.IsAt(start, end) && r.Coded == reading.Finish(draft).Event) is not { } told || told.Event == "NONE") continue;
                var candidates = ImmutableArray.CreateBuilder<(RoleCandidate, JudgeLesson)>();
                foreach (var candidate in question.Candidates(draft))
                {
                    var word = points.Range(reading.View[candidate.Head].Range);
                    var range = points.Range(candidate.Parties[0].Range);
                    bool In(IReadOnlyList<ReadParty>? side) => side is not null && side.Any(p => (p.Start <= word.Start && word.End <= p.End) || (p.Start >= range.Start && p.End <= range.End));
                    var label = In(told.Actor) ? 1 : In(told.Recipient) ? 2 : told.Actor is null || told.Recipient is null ? -1 : 0;
                    candidates.Add((candidate, new JudgeLesson(CrossValidation.Id(article.Id), [.. question.Of(draft, candidate).All], label, 1)));
                }

                yield return new RoleCase(draft, candidates.ToImmutable());
            }
        }
    }

    private IEnumerable<RoleCase> Cases(AuthoredExample example)
    {
        var document = new DocumentReading(parser.Parse(new Article { Id = "example", Text = example.Text }), knowledge);
        foreach (var reading in document.Sentences)
        {
            var question = new RoleQuestion(reading);
            foreach (var draft in reading.Drafts)
            {
                var view = reading.View;
                if (reading.Finish(draft).Event != example.Event || !new[] { draft.Predicate, draft.First, draft.Last }.Any(w => view[w].Range.Overlaps(example.Trigger))) continue;
                yield return new RoleCase(
                    draft,
                    [
                        .. question.Candidates(draft).Select(c =>
                        {
                            // Marks may nest: the inner one counts.
                            bool Holds(TextRange mark) => mark.Contains(view[c.Head].Range) || c.Parties[0].Range.Contains(mark);
                            var actor = example.Actors.Where(Holds).Select(m => m.Length).DefaultIfEmpty(int.MaxValue).Min();
                            var recipient = example.Recipients.Where(Holds).Select(m => m.Length).DefaultIfEmpty(int.MaxValue).Min();
                            var label = Math.Min(actor, recipient) == int.MaxValue ? 0 : actor < recipient ? 1 : 2;
                            return (c, new JudgeLesson("example", [.. question.Of(draft, c).All], label, ExampleWeight, 1));
                        }),
                    ]);
            }
        }
    }
}
