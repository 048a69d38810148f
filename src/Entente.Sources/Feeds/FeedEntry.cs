namespace Entente.Sources.Feeds;

/// <summary>A text of a feed.</summary>
/// <param name="Value">As it stands there.</param>
/// <param name="IsHtml">Whether it is a piece of HTML, else plain text.</param>
internal readonly record struct FeedText(string Value, bool IsHtml);

/// <summary>What a feed tells about itself; more becomes known while it is read.</summary>
internal sealed class FeedHead
{
    public FeedText? Title { get; set; }

    public string? Language { get; set; }

    public string? Author { get; set; }

    /// <summary>What relative links are relative to, null when unknown.</summary>
    public string? Base { get; set; }
}

/// <summary>One entry of a feed, as it stands there.</summary>
internal sealed class FeedEntry
{
    /// <summary>Where it stands, as in <c>:12</c> for a line, for messages.</summary>
    public required string At { get; init; }

    public string? Id { get; set; }

    public string? Link { get; set; }

    public FeedText? Title { get; set; }

    /// <summary>The whole text, null when there is none.</summary>
    public FeedText? Content { get; set; }

    public FeedText? Summary { get; set; }

    /// <summary>Day of publication as written; that of the last change where there is no other.</summary>
    public string? Published { get; set; }

    public string? Updated { get; set; }

    public string? Author { get; set; }

    public string? Language { get; set; }

    public string? Base { get; set; }

    /// <summary>Why the entry could not be read, null when it could.</summary>
    public string? Fault { get; set; }
}
