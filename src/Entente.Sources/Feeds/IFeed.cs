namespace Entente.Sources.Feeds;

/// <summary>A feed that is read entry by entry.</summary>
internal interface IFeed
{
    FeedHead Head { get; }

    /// <summary>The current entry.</summary>
    FeedEntry? Entry { get; }

    /// <summary>Why the feed ended early, null while it did not.</summary>
    string? Fault { get; }

    /// <summary>Goes to the next entry; false at the end.</summary>
    bool Next();
}
