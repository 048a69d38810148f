using System.Collections.Immutable;
using System.Text.Json;
using Entente.Coding;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Coding.Records;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>Makes lessons of marked sentences.</summary>
internal sealed class JudgeLessons(DocumentParser parser, KnowledgeBase knowledge)
{
    /// <summary>The classes of the ontology, and none.</summary>
    public static readonly ImmutableArray<string> Plover =
        ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", AuthoredExample.Nothing];

    /// <summary>The classes of the scheme plv: CONCEDE and RETREAT are one.</summary>
    public static readonly ImmutableArray<string> Plv =
        ["AGREE", "CONSULT", "SUPPORT", "YIELD", "COOPERATE", "AID", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT", AuthoredExample.Nothing];

    /// <summary>The label of the scheme plv for a type.</summary>
    public static string Folded(string type) => type is "CONCEDE" or "RETREAT" ? "YIELD" : type;

    /// <summary>Marked pairs of a file of the form that score_pairs.py reads, in its order.</summary>
    public IReadOnlyList<(string Id, string Text, uint[] Features, string Gold)> Pairs(string path)
    {
        var rows = File.ReadLines(path).Where(l => l.Trim().Length > 0).Select(l => JsonDocument.Parse(l).RootElement).ToList();
        return [.. rows.AsParallel().AsOrdered().Select(row =>
        {
            var text = row.GetProperty("text").GetString()!;
            return (row.GetProperty("id").ToString(), text, Ask(text, Range(text, row.GetProperty("actor")), Range(text, row.GetProperty("recipient"))), row.GetProperty("gold").GetProperty("event").GetString()!);
        })];
    }

    /// <summary>How much an example counts beside a marked pair of the practice PLV.</summary>
    private const float ExampleWeight = 0.5f;

    /// <summary>The examples that mark both parties, with their features.</summary>
    public IReadOnlyList<(AuthoredExample Example, uint[] Features)> Ask(IEnumerable<AuthoredExample> examples) =>
        [.. examples.Where(e => e.Actors.Length > 0 && e.Recipients.Length > 0).ToList().AsParallel().AsOrdered().Select(e => (e, Ask(e.Text, e.Actors[0], e.Recipients[0])))];

    /// <summary>What the coder reads out of the examples.</summary>
    public IReadOnlyList<ExampleReading> Readings(IEnumerable<AuthoredExample> examples) =>
        [.. examples.ToList().AsParallel().AsOrdered().Select(e => ExampleReading.Of(e, parser, knowledge))];

    /// <summary>What the coder reads out of the examples beside frames.</summary>
    public IReadOnlyList<ExampleReading> BesideFrames(KnowledgeFolder folder) =>
        [.. folder.Rows("events/frames/*.tsv", ["predicate", "event"], r => r.File + r.Line).Where(r => r["example"].Length > 0).ToList().AsParallel().AsOrdered().Select(r => ExampleReading.Of(r, parser, knowledge)).OfType<ExampleReading>()];

    /// <summary>Lessons of the practice PLV: its own pairs, and the examples as another domain.</summary>
    public static IReadOnlyList<JudgeLesson> OfPlv(IReadOnlyList<(string Id, string Text, uint[] Features, string Gold)> pairs, IReadOnlyList<(AuthoredExample Example, uint[] Features)> examples) =>
    [
        .. pairs.Select(p => new JudgeLesson(p.Id, p.Features, Plv.IndexOf(Folded(p.Gold)), 1)),
        .. examples.Select(e => new JudgeLesson("example", e.Features, Plv.IndexOf(Folded(e.Example.Plv)), ExampleWeight, 1)),
    ];

    private uint[] Ask(string text, TextRange actor, TextRange recipient)
    {
        var document = parser.Parse(new Article { Id = "pair", Text = text });
        return document.Sentences.IsEmpty ? [] : [.. new PairQuestion(document, new MarkedPair(actor, recipient), knowledge).Features.All];
    }

    private static TextRange Range(string text, JsonElement span)
    {
        var points = new CodePoints(text);
        return new TextRange(points.CodeUnit(span[0].GetInt32()) ?? text.Length, points.CodeUnit(span[1].GetInt32()) ?? text.Length);
    }
}
