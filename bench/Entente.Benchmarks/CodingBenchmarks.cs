using BenchmarkDotNet.Attributes;
using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Language;
using Entente.Sources;

namespace Entente.Benchmarks;

/// <summary>
/// From text to events on the project's own samples: parsing, coding of what is parsed, and both.
/// <c>dotnet run -c Release --project bench/Entente.Benchmarks -- --filter '*Coding*'</c>
/// </summary>
[MemoryDiagnoser]
public class CodingBenchmarks
{
    private readonly string[] overlays = [];
    private DocumentParser parser = null!;
    private EventCoder coder = null!;
    private Article[] articles = [];
    private Document[] documents = [];

    /// <summary>Reads model, knowledge and samples once.</summary>
    [GlobalSetup]
    public void Read()
    {
        parser = DocumentParser.Load(Path.Combine(AppContext.BaseDirectory, "models"));
        coder = new EventCoder(KnowledgeBase.Load());
        articles = [.. new ArticleReader().Read([Path.Combine(AppContext.BaseDirectory, "samples")]).OfType<SourceResult.Read>().Select(r => r.Article)];
        documents = [.. articles.Select(article => parser.Parse(article))];
        Console.WriteLine($"// {articles.Length} articles, {documents.Sum(d => d.Sentences.Length)} sentences, {documents.Sum(d => coder.Code(d).Length)} events");
    }

    [Benchmark(Description = "parse the samples")]
    public int Parse() => articles.Sum(a => parser.Parse(a).Sentences.Length);

    [Benchmark(Description = "code the parsed samples")]
    public int Code() => documents.Sum(d => coder.Code(d).Length);

    [Benchmark(Description = "parse and code the samples")]
    public int Both() => articles.Sum(a => coder.Code(parser.Parse(a)).Length);

    [Benchmark(Description = "read the knowledge")]
    public int Knowledge() => KnowledgeBase.Load(overlays).Counts["names"];
}
