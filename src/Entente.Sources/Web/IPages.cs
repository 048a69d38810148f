namespace Entente.Sources.Web;

/// <summary>What following a link gives: an article, or nothing new, or nothing and mostly a reason.</summary>
/// <param name="Article">The page's article, not yet finished.</param>
/// <param name="Unchanged">Whether the page was read before and is still the same.</param>
/// <param name="Fault">What went wrong, null when nothing did or it was told before.</param>
internal readonly record struct FollowedPage(Article? Article, bool Unchanged, string? Fault);

/// <summary>Follows the links of a feed.</summary>
internal interface IPages
{
    /// <summary>Reads the page behind a link.</summary>
    FollowedPage Follow(string link);
}
