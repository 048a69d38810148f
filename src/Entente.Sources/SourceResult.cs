namespace Entente.Sources;

/// <summary>What reading yields, in input order: an article, or the reason why a part of the input could not be read.</summary>
public abstract record SourceResult
{
    private SourceResult()
    {
    }

    /// <summary>An article that was read.</summary>
    public sealed record Read(Article Article) : SourceResult;

    /// <summary>A file, or a line of one, that could not be read. Reading goes on behind it.</summary>
    /// <param name="Where">The file's path as given, with <c>:line</c> where one line is at fault.</param>
    /// <param name="Reason">One sentence for people: what is wrong and what to do.</param>
    public sealed record Failed(string Where, string Reason) : SourceResult;
}
