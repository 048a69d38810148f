using Entente.Sources.Html;

namespace Entente.Sources.Web;

/// <summary>Follows the links of one feed up to a number, and remembers the pages once they are handed over.</summary>
internal sealed class FollowedPages(WebReader web, PageReader pages, int most) : IPages
{
    private readonly List<(string Link, WebVersion Version)> read = [];
    private int followed;

    /// <summary>Whether a page could not be read, so that the feed is worth reading again.</summary>
    public bool Incomplete { get; private set; }

    /// <inheritdoc/>
    public FollowedPage Follow(string link)
    {
        if (followed++ >= most)
        {
            Incomplete = true;
            return new FollowedPage(null, false, followed == most + 1 ? $"More than {most} links of the feed lead to texts; this and later ones were not followed." : null);
        }
        switch (web.Ask(link))
        {
            case WebAnswer.Unchanged:
                return new FollowedPage(null, true, null);
            case WebAnswer.Content answer:
                var article = Find(link, answer, out string? fault);
                if (article is not null)
                    read.Add((link, answer.Version));
                Incomplete |= article is null;
                return new FollowedPage(article, false, fault);
            case var failed:
                Incomplete = true;
                return new FollowedPage(null, false, ((WebAnswer.Failed)failed).Reason);
        }
    }

    /// <summary>Called when everything read so far has been handed over.</summary>
    public void Remember()
    {
        foreach (var (link, version) in read)
            web.Remember(link, version);
        read.Clear();
    }

    private Article? Find(string link, WebAnswer.Content answer, out string? fault)
    {
        var name = WebFormat.Of(answer, link);
        if (name.Format is not InputFormat.Html)
        {
            fault = $"It is no web page but {answer.MediaType ?? "of an unknown kind"}.";
            return null;
        }
        using var content = WebReader.Open(answer, name, link);
        var article = pages.Find(content, out var decoded);
        fault = article is null ? PageReader.NoArticle
            : decoded.Cut ? "The page is longer than one document may be; what lies behind is left out."
            : null;
        return article;
    }
}
