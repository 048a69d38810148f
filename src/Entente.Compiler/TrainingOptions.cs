using System.CommandLine;
using Entente.Coding.Judging;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;

namespace Entente.Compiler;

/// <summary>The options that commands which train judges on readers share.</summary>
internal sealed class TrainingOptions
{
    private readonly Option<string[]> read = new("--read") { Description = "Tables of read events, which tell what is right (docs/audit/events-parties.tsv)", AllowMultipleArgumentsPerToken = true, Required = true };
    private readonly Option<string[]> corpora = new("--corpora") { Description = "Files that hold their documents", AllowMultipleArgumentsPerToken = true, Required = true };
    private readonly Option<string[]> without = new("--without") { Description = "Lists of ids of documents that are kept for measuring (docs/audit/held-out.txt)", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => [] };
    private readonly Option<string[]> folders = new("--knowledge") { Description = "Folder of the knowledge, and folders of own knowledge over it", DefaultValueFactory = _ => ["knowledge"], AllowMultipleArgumentsPerToken = true };
    private readonly Option<string> model = new("--model") { Description = "Folder of the language models", DefaultValueFactory = _ => "models" };
    private readonly Option<string> output = new("--output") { Description = "Folder for the judge", DefaultValueFactory = _ => "models" };

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        foreach (var option in (Option[])[read, corpora, without, folders, model, output]) command.Options.Add(option);
    }

    /// <summary>What was given.</summary>
    public TrainingInput Of(ParseResult result) =>
        new(result.GetValue(read)!, new AuditedDocuments(result.GetValue(corpora)!, Ids(result.GetValue(without)!)), new AuditedDocuments(result.GetValue(corpora)!, new HashSet<string>()), result.GetValue(folders)!, result.GetValue(model)!, result.GetValue(output)!);

    private static HashSet<string> Ids(string[] lists) => [.. lists.SelectMany(File.ReadLines).Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#')];
}

/// <summary>What a judge is trained from.</summary>
/// <param name="Read">Tables of read events.</param>
/// <param name="Documents">Their documents, without those that are kept for measuring.</param>
/// <param name="Everything">All documents.</param>
/// <param name="Folders">Folders of the knowledge, the built-in one first.</param>
/// <param name="Model">Folder of the language models.</param>
/// <param name="Output">Folder for the judge.</param>
internal sealed record TrainingInput(string[] Read, AuditedDocuments Documents, AuditedDocuments Everything, string[] Folders, string Model, string Output)
{
    /// <summary>The knowledge, own folders over the built-in one.</summary>
    public KnowledgeBase Knowledge() => KnowledgeBase.Load(new KnowledgeOptions { Base = Folders[0], Overlays = Folders[1..] });

    /// <summary>The examples of the knowledge.</summary>
    public IEnumerable<AuthoredExample> Examples(KnowledgeBase knowledge) => ExampleReader.Read(new KnowledgeFolder(Folders), knowledge.Ontology);

    /// <summary>Writes a judge under its name.</summary>
    public void Write(string file, JudgeModel judge) => Write(file, judge.Write());

    /// <summary>Writes the bytes of a judge under its name.</summary>
    public void Write(string file, byte[] judge) => File.WriteAllBytes(Path.Combine(Output, file), judge);
}
