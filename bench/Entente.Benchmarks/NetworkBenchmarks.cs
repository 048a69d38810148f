using BenchmarkDotNet.Attributes;
using Entente.Language;
using Entente.Language.Neural;
using Entente.Language.Tagging;

namespace Entente.Benchmarks;

/// <summary>The network by itself on sentences whose words are numbered already: time for one word, one thread, and no allocation.</summary>
[MemoryDiagnoser]
public class NetworkBenchmarks
{
    private const int Copies = 16;
    private const int Words = 27 * Copies;

    private static readonly string[] Sentence =
        ("The army 's chief accused the rebels of attacking his troops first , but both sides said that they " +
         "would talk in Cairo on Monday evening .").Split(' ');

    private Frame[] frames = [];
    private NetworkReader reader = null!;

    /// <summary>Which model.</summary>
    [ParamsAllValues]
    public LanguageModelKind Model { get; set; }

    [GlobalSetup]
    public void Load()
    {
        var model = LanguageModel.Read(File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", DocumentParser.ModelFile(Model))));
        reader = new NetworkReader(model.Network, model.WordRows, model.Tags);
        frames = new Frame[Copies];
        for (var i = 0; i < Copies; i++)
        {
            frames[i] = new Frame();
            frames[i].Load(Sentence, model.Clusters);
        }
    }

    /// <summary>Tags, heads and relations of one word.</summary>
    [Benchmark(OperationsPerInvoke = Words)]
    public int Read()
    {
        reader.Read(frames);
        return frames[0].Heads[1];
    }
}
