using Entente.Coding.Records;

namespace Entente.Store.Exporting;

/// <summary>An event that is written, with what its format may want to say of its document.</summary>
/// <param name="Event">The event.</param>
/// <param name="Title">Headline, null when unknown.</param>
/// <param name="Source">Outlet, null when unknown.</param>
/// <param name="Url">Address, null when unknown.</param>
/// <param name="Language">BCP 47 tag, null when unknown.</param>
/// <param name="Texts">Number of documents that have the text: 1 and the further sources.</param>
public sealed record ExportItem(EventRecord Event, string? Title, string? Source, string? Url, string? Language, int Texts);

/// <summary>Why an event stays out of a format that cannot say what it is.</summary>
public enum LeftOut
{
    /// <summary>It stays in.</summary>
    No,

    /// <summary>The text says that it did not happen.</summary>
    Negated,

    /// <summary>It may happen, or might have.</summary>
    Hypothetical,

    /// <summary>It is still to come, and no more than its announcement has taken place.</summary>
    Future,

    /// <summary>All who tell it deny or doubt it.</summary>
    Denied,

    /// <summary>The format wants an actor that it can name.</summary>
    Unnamed,
}
