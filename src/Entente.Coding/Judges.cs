using Entente.Coding.Judging;

namespace Entente.Coding;

/// <summary>The trained judges: small models that weigh what frames, tree and words tell. Read when first asked for. Thread-safe.</summary>
/// <param name="directories">Folders of the models, as a rule <c>models</c> beside the program; the first that holds a judge counts.</param>
public sealed class Judges(params string[] directories)
{
    /// <summary>File of the judge of coded events.</summary>
    public const string EventFile = "judge.model";

    /// <summary>File of the judge that tells how far an event may be trusted.</summary>
    public const string AcceptanceFile = "judge-acceptance.model";

    /// <summary>File of the judge that tells whose somebody is when only the document around says so.</summary>
    public const string StateFile = "judge-states.model";

    /// <summary>File of the judge that tells who takes which part in an act.</summary>
    public const string RoleFile = "judge-roles.model";

    /// <summary>File of the judge of marked pairs by the ontology.</summary>
    public const string PairFile = "judge-pairs.model";

    /// <summary>File of the judge of marked pairs by the practice of PLV.</summary>
    public const string PlvFile = "judge-plv.model";

    private readonly Lazy<JudgeModel> events = new(() => Read(directories, EventFile, JudgeModel.Read));
    private readonly Lazy<TrustModel> acceptance = new(() => Read(directories, AcceptanceFile, TrustModel.Read));
    private readonly Lazy<JudgeModel> states = new(() => Read(directories, StateFile, JudgeModel.Read));
    private readonly Lazy<JudgeModel> roles = new(() => Read(directories, RoleFile, JudgeModel.Read));
    private readonly Lazy<JudgeModel> pairs = new(() => Read(directories, PairFile, JudgeModel.Read));
    private readonly Lazy<JudgeModel> plv = new(() => Read(directories, PlvFile, JudgeModel.Read));

    /// <summary>Reads the judges of coded events now rather than at the first question.</summary>
    /// <exception cref="FileNotFoundException">No folder holds it.</exception>
    /// <exception cref="InvalidDataException">The file is none, of another version, or damaged.</exception>
    public void Load()
    {
        _ = Events;
        _ = Acceptance;
        _ = States;
        _ = Roles;
        _ = Pairs;
    }

    internal JudgeModel Events => events.Value;

    internal TrustModel Acceptance => acceptance.Value;

    internal JudgeModel States => states.Value;

    internal JudgeModel Roles => roles.Value;

    internal JudgeModel Pairs => pairs.Value;

    internal JudgeModel Plv => plv.Value;

    private static T Read<T>(string[] directories, string file, Func<byte[], T> read)
    {
        var path = directories.Select(d => Path.Combine(d, file)).FirstOrDefault(File.Exists) ?? Path.Combine(directories[^1], file);
        if (!File.Exists(path)) throw new FileNotFoundException($"no judge at {path}", path);
        try
        {
            return read(File.ReadAllBytes(path));
        }
        catch (Exception fault) when (fault is InvalidDataException or EndOfStreamException)
        {
            throw new InvalidDataException($"{path}: {fault.Message}", fault);
        }
    }
}
