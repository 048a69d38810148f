using BenchmarkDotNet.Attributes;
using Entente.Language;
using Entente.Sources;

namespace Entente.Benchmarks;

/// <summary>Speed of the language layer on news prose: from text to trees and names, one thread.</summary>
[MemoryDiagnoser]
public class ParsingBenchmarks
{
    private const int Words = 101;

    private static readonly Article News = new()
    {
        Id = "bench",
        Text = """
            KHARTOUM, April 15 (Reuters) - Fighting broke out on Saturday between Sudan's army and a powerful paramilitary group, and both sides
            claimed control of the presidential palace in the capital.

            The army's chief, General Abdel Fattah al-Burhan, accused the Rapid Support Forces of attacking his troops first. "We will not
            negotiate until they have left the city," he told state television. Egypt and Saudi Arabia called for an immediate ceasefire, while
            the United Nations, which has a mission in the country, said that three of its workers had been killed in Darfur.
            """,
    };

    private readonly string models = Path.Combine(AppContext.BaseDirectory, "models");
    private DocumentParser parser = null!;

    /// <summary>Which model.</summary>
    [ParamsAllValues]
    public LanguageModelKind Model { get; set; }

    [GlobalSetup]
    public void Load() => parser = DocumentParser.Load(models, Model);

    /// <summary>Time for one word, everything included.</summary>
    [Benchmark(OperationsPerInvoke = Words)]
    public Document Parse() => parser.Parse(News);

    /// <summary>Time to load the model.</summary>
    [Benchmark]
    public DocumentParser LoadModel() => DocumentParser.Load(models, Model);
}
