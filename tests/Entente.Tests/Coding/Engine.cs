using System.Collections.Immutable;
using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Language;
using Entente.Sources;
using Entente.Tests.Coding;
using NodaTime;
using NodaTime.Text;
using Xunit;

[assembly: AssemblyFixture(typeof(Engine))]

namespace Entente.Tests.Coding;

/// <summary>The real parser and the real knowledge, read once for all tests. Both are thread-safe.</summary>
public sealed class Engine
{
    public DocumentParser Parser { get; } = DocumentParser.Load(Path.Combine(AppContext.BaseDirectory, "models"));

    public KnowledgeBase Knowledge { get; } = KnowledgeBase.Load();

    /// <summary>Least confidence of the events of <see cref="Coder"/>.</summary>
    public const double Least = 0.35;

    // Without judges confidence is the frames' own and no probability, so the limit of the program is not for it.
    public EventCoder Coder => field ??= new EventCoder(Knowledge, null, Least);

    public static Article Article(string text, string? published = "2023-08-03", string id = "test") => new()
    {
        Id = id,
        Text = text,
        Published = published is null ? null : LocalDatePattern.Iso.Parse(published).Value,
    };

    public ImmutableArray<CodedEvent> Code(Article article) => Coder.Code(Parser.Parse(article));

    public ImmutableArray<CodedEvent> Code(string text, string? published = "2023-08-03") => Code(Article(text, published));

    /// <summary>The only event of a text.</summary>
    public CodedEvent One(string text, string? published = "2023-08-03") => Assert.Single(Code(text, published));

    /// <summary>The event of a type that must be there.</summary>
    public CodedEvent First(string text, string type, string? published = "2023-08-03")
    {
        var events = Code(text, published);
        Assert.Contains(events, e => e.Event == type);
        return events.First(e => e.Event == type);
    }

    public static LocalDate Day(string iso) => LocalDatePattern.Iso.Parse(iso).Value;
}
