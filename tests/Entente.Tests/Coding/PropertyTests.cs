using System.Collections.Immutable;
using System.Text;
using CsCheck;
using Entente.Coding;
using Entente.Coding.Records;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>What holds for every text, also for texts that nobody would write.</summary>
public sealed class PropertyTests(Engine engine)
{
    private static readonly string[] Sentences = [.. SentenceTests.Rows().Select(r => r.Text)];
    private static readonly Gen<string> Noise = Any("", "😀 ", "𝔘𝔫𝔦 ", "🇺🇦🇷🇺 ", "é́ ", "“", "\u00A0", "中文。", "\uD83D", "\u200B", "— ", "(", "\"", "\0", "\r\n", "...");
    private static readonly Gen<string> Separator = Any(" ", "\n\n", "\r\n\r\n", "\n", " 😀 ");
    private static readonly Gen<Article> Articles =
        from parts in Gen.Select(Noise, Any(Sentences), Separator).Array[1, 6]
        from published in Any("2023-08-03", "1955-01-31", "")
        select Engine.Article(string.Concat(parts.Select(p => p.Item1 + p.Item2 + p.Item3)), published.Length == 0 ? null : published);

    [Fact]
    public void Every_event_of_any_text_agrees_with_its_words_and_with_the_ontology() =>
        Articles.Sample(article => Check(article, engine.Code(article)), iter: 1_000);

    [Fact]
    public void Spoiled_texts_never_throw_and_what_they_give_agrees_with_its_words()
    {
        var edits = Gen.Select(Gen.Int[0, 1_000_000], Gen.Int[0, 5], Gen.Char).Array[1, 12];
        Gen.Select(Articles, edits).Sample(
            t =>
            {
                var article = t.Item1 with { Text = t.Item2.Aggregate(t.Item1.Text, Edit) };
                Check(article, engine.Code(article));
            },
            iter: 1_500);
    }

    [Fact]
    public void Random_characters_never_throw() =>
        Gen.String[0, 200].Sample(text => Check(Engine.Article(text), engine.Code(text)), iter: 1_000);

    [Fact]
    public void Furniture_anywhere_gives_no_event() =>
        Gen.Select(Noise, Any(Sentences), Gen.Bool).Array[1, 8].Sample(
            parts =>
            {
                var text = new StringBuilder();
                var furniture = ImmutableArray.CreateBuilder<TextRange>();
                foreach (var (noise, sentence, isFurniture) in parts)
                {
                    var start = text.Length;
                    text.Append(noise).Append(sentence);
                    if (isFurniture) furniture.Add(new TextRange(start, text.Length));
                    text.Append("\n\n");
                }

                var events = engine.Code(Engine.Article(text.ToString()) with { Furniture = furniture.ToImmutable() });
                Assert.All(events.SelectMany(e => e.Evidence), evidence => Assert.DoesNotContain(furniture, f => f.Overlaps(evidence.Range)));
            },
            iter: 500);

    [Fact]
    public void The_same_texts_give_the_same_records_with_one_thread_and_with_eight()
    {
        var articles = Sentences.Chunk(4).Select((chunk, i) => Engine.Article(string.Join("\n\n", chunk), id: $"d{i}")).ToArray();
        var one = articles.Select(Lines).ToArray();
        var eight = new string[articles.Length];
        Parallel.For(0, articles.Length, new ParallelOptions { MaxDegreeOfParallelism = 8, CancellationToken = TestContext.Current.CancellationToken }, i => eight[i] = Lines(articles[i]));
        Assert.Equal(one, eight);
    }

    private static Gen<string> Any(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private string Lines(Article article)
    {
        var points = new CodePoints(article.Text);
        return string.Join('\n', engine.Code(article).Select(e => EventJson.Line(e, points)));
    }

    private void Check(Article article, ImmutableArray<CodedEvent> events)
    {
        var text = article.Text;
        Assert.Equal(events.Length, events.Select(e => e.Id).Distinct().Count());
        foreach (var e in events)
        {
            Assert.StartsWith($"{article.Id}:{e.Sentence}:", e.Id, StringComparison.Ordinal);
            Assert.Equal((article.Id, article.Published), (e.Document, e.Published));
            OntologyHolds(e);
            Assert.NotEmpty(e.Evidence);
            Assert.Equal(e.Sentence, e.Evidence[0].Sentence);
            foreach (var evidence in e.Evidence)
            {
                Assert.Equal(evidence.Text, Slice(evidence.Range));
                Assert.True(evidence.Range.Contains(evidence.Trigger) && evidence.Trigger.Length > 0);
            }

            foreach (var actor in e.Actor.Concat(e.Recipient).Concat(e.Attribution.Select(a => a.Actor).OfType<ActorReference>()).Where(a => a.Range.Length > 0))
                Assert.Equal(actor.Text, Slice(actor.Range));
            foreach (var claim in e.Attribution) Assert.Equal(claim.Text, Slice(claim.Range));
            if (e.Place is { } place) Assert.Equal(place.Text, Slice(place.Range));
            if (e.Date is { Start: { } start, End: { } end }) Assert.True(start <= end);
            if (e.Date is { Basis: DateBasis.Published }) Assert.NotNull(e.Published);
        }

        string Slice(TextRange range) => text[range.Start..range.End];
    }

    private void OntologyHolds(CodedEvent e)
    {
        var ontology = engine.Knowledge.Ontology;
        Assert.True(ontology.HasType(e.Event));
        Assert.True(e.Mode is null || ontology.HasMode(e.Event, e.Mode));
        Assert.True(ontology.HasCameo(e.Cameo), e.Cameo);
        Assert.Equal((ontology.Quad(e.Event), ontology.Score(e.Event, e.Mode), ontology.Goldstein(e.Cameo)), (e.Quad, e.Score, e.Goldstein));
        Assert.True(e.Content is not { } content || (ontology.HasType(content.Event) && ontology.HasCameo(content.Cameo) && (content.Mode is null || ontology.HasMode(content.Event, content.Mode))));
        Assert.InRange(e.Confidence, Engine.Least, 1);
        Assert.True(e.Actor.Length + e.Recipient.Length > 0, "nobody takes part");
    }

    /// <summary>One small damage: a character gone, put in, doubled, a stretch gone, doubled or turned around.</summary>
    private static string Edit(string text, (int At, int Kind, char With) edit)
    {
        if (text.Length == 0) return text;
        var at = edit.At % text.Length;
        var to = Math.Min(text.Length, at + 1 + (edit.At % 17));
        return edit.Kind switch
        {
            0 => text.Remove(at, 1),
            1 => text.Insert(at, edit.With.ToString()),
            2 => text.Insert(at, text[at].ToString()),
            3 => text.Remove(at, to - at),
            4 => text.Insert(at, text[at..to]),
            _ => text[..at] + string.Concat(text[at..to].Reverse()) + text[to..],
        };
    }
}
