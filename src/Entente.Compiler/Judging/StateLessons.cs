using System.Collections.Immutable;
using Entente.Coding.Clauses;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Coding.Records;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>One party whose state no word tells, with a lesson for each state that it may be of.</summary>
/// <param name="Document">The document.</param>
/// <param name="Code">The state that a reader tells; null for none.</param>
/// <param name="Candidates">The states asked about, each with its lesson.</param>
/// <param name="Text">The words.</param>
internal sealed record StateCase(string Document, string? Code, ImmutableArray<(string Code, JudgeLesson Lesson)> Candidates, string Text);

/// <summary>Makes lessons of whose parties are out of what readers said of coded events.</summary>
internal sealed class StateLessons(DocumentParser parser, KnowledgeBase knowledge)
{
    /// <summary>The cases of some tables, in the order of the corpora.</summary>
    /// <param name="tables">Tables of read events.</param>
    /// <param name="documents">Their documents.</param>
    public List<StateCase> Of(IEnumerable<string> tables, AuditedDocuments documents)
    {
        var said = tables.SelectMany(ReadEvent.Read).ToLookup(v => v.Document, StringComparer.Ordinal);
        return documents.Select(said.Contains, a => Cases(a, [.. said[a.Id]]));
    }

    private IEnumerable<StateCase> Cases(Article article, ImmutableArray<ReadEvent> read)
    {
        var document = new DocumentReading(parser.Parse(article), knowledge);
        var points = new CodePoints(article.Text);
        foreach (var reading in document.Sentences)
        {
            var question = new StateQuestion(reading, document.States);
            foreach (var draft in reading.Drafts)
            {
                var (start, end) = points.Range(reading.View.Range(draft.First, draft.Last));
                if (read.FirstOrDefault(r => r.IsAt(start, end) && r.Coded == reading.Finish(draft).Event) is not { } known) continue;
                foreach (var (parties, told) in new[] { (draft.Actor, known.Actor), (draft.Recipient, known.Recipient) })
                {
                    if (told is null) continue;
                    foreach (var party in parties.Where(StateQuestion.IsOpen))
                    {
                        var (first, last) = points.Range(party.Range);
                        if (told.FirstOrDefault(t => t.Start < last && first < t.End) is not { } gold) continue;
                        if (gold.Code is ReadEvent.Any || gold.Code is { } code && !knowledge.States.ContainsKey(code)) continue;
                        var head = NounPhrase.Head(reading.View, party.Range);
                        if (head < 0) continue;
                        yield return new StateCase(
                            article.Id, gold.Code,
                            [.. question.Candidates().Select(c => (c, new JudgeLesson(CrossValidation.Id(article.Id), [.. question.Of(draft, party, head, c).All], c == gold.Code ? 1 : 0, 1)))], party.Text);
                    }
                }
            }
        }
    }
}
