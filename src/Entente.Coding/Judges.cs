using Entente.Coding.Judging;

namespace Entente.Coding;

/// <summary>The trained judges: small models that weigh what frames, tree and words tell. Read when first asked for. Thread-safe.</summary>
/// <param name="directory">The folder of the models, as a rule <c>models</c> beside the program.</param>
public sealed class Judges(string directory)
{
    /// <summary>File of the judge of coded events.</summary>
    public const string EventFile = "judge.model";

    /// <summary>File of the judge of marked pairs by the ontology.</summary>
    public const string PairFile = "judge-pairs.model";

    /// <summary>File of the judge of marked pairs by the practice of PLV.</summary>
    public const string PlvFile = "judge-plv.model";

    private readonly Lazy<JudgeModel> events = new(() => Read(directory, EventFile));
    private readonly Lazy<JudgeModel> pairs = new(() => Read(directory, PairFile));
    private readonly Lazy<JudgeModel> plv = new(() => Read(directory, PlvFile));

    internal JudgeModel Events => events.Value;

    internal JudgeModel Pairs => pairs.Value;

    internal JudgeModel Plv => plv.Value;

    private static JudgeModel Read(string directory, string file)
    {
        var path = Path.Combine(directory, file);
        if (!File.Exists(path)) throw new FileNotFoundException($"no judge at {path}", path);
        try
        {
            return JudgeModel.Read(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }
}
