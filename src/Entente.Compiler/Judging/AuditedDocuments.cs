using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>The documents that tables of docs/audit are about.</summary>
/// <param name="corpora">Files that hold the documents.</param>
/// <param name="without">Documents that are kept for measuring.</param>
internal sealed class AuditedDocuments(string[] corpora, IReadOnlySet<string> without)
{
    /// <summary>What is made of each document that is wanted and not kept for measuring, in the order of the corpora.</summary>
    /// <param name="wanted">Whether a document of an id is wanted.</param>
    /// <param name="make">Makes it; called on several threads.</param>
    public List<T> Select<T>(Func<string, bool> wanted, Func<Article, IEnumerable<T>> make)
    {
        var articles = new ArticleReader(new SourceOptions()).Read(corpora).OfType<SourceResult.Read>().Select(r => r.Article).Where(a => wanted(a.Id) && !without.Contains(a.Id)).ToList();
        return [.. articles.AsParallel().AsOrdered().SelectMany(make)];
    }
}
