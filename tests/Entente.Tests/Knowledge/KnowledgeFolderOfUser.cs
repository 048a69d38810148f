using System.Text;
using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Tests.Coding;

namespace Entente.Tests.Knowledge;

/// <summary>A folder of a user's own knowledge that is gone after the test.</summary>
public sealed class KnowledgeFolderOfUser : IDisposable
{
    public string Root { get; } = Directory.CreateTempSubdirectory("entente-knowledge-").FullName;

    public void Dispose() => Directory.Delete(Root, recursive: true);

    /// <summary>Writes a table; blanks around <c>|</c> make one tab.</summary>
    public KnowledgeFolderOfUser With(string name, params string[] lines)
    {
        var path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, string.Join('\n', lines.Select(l => l.Replace(" | ", "\t", StringComparison.Ordinal))), new UTF8Encoding(false));
        return this;
    }

    public KnowledgeBase Load() => KnowledgeBase.Load(Root);

    public IReadOnlyList<CodedEvent> Code(Engine engine, string text) => new EventCoder(Load()).Code(engine.Parser.Parse(Engine.Article(text)));
}
