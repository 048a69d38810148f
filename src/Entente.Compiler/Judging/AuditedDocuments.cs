using Entente.Sources;

namespace Entente.Compiler.Judging;

/// <summary>The documents that tables of docs/audit are about.</summary>
internal static class AuditedDocuments
{
    /// <summary>What is made of each document of some corpora that is wanted, in the order of the corpora.</summary>
    /// <param name="corpora">Files that hold the documents.</param>
    /// <param name="wanted">Whether a document of an id is wanted.</param>
    /// <param name="make">Makes it; called on several threads.</param>
    public static List<T> Select<T>(string[] corpora, Func<string, bool> wanted, Func<Article, IEnumerable<T>> make)
    {
        var articles = new ArticleReader(new SourceOptions()).Read(corpora).OfType<SourceResult.Read>().Select(r => r.Article).Where(a => wanted(a.Id)).ToList();
        return [.. articles.AsParallel().AsOrdered().SelectMany(make)];
    }
}
