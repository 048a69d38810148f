using System.Collections.Immutable;
using NodaTime;

namespace Entente.Sources;

/// <summary>
/// One article as it was read: its text and what its file tells about it. All later offsets point into <see cref="Text"/>.
/// </summary>
public sealed record Article
{
    /// <summary>The document's id, unique within a run where the inputs' own ids are.</summary>
    public required string Id { get; init; }

    /// <summary>The whole text, unchanged, without a byte-order mark. For HTML the main text, a blank line between blocks.</summary>
    public required string Text { get; init; }

    /// <summary>
    /// The parts of <see cref="Text"/> that are page furniture (comment forms, share links, bylines), in order, without overlap.
    /// They stay in the text, so that offsets hold, but are neither parsed nor coded.
    /// </summary>
    public ImmutableArray<TextRange> Furniture { get; init; } = [];

    /// <summary>Day of publication in the outlet's own calendar, null when unknown.</summary>
    public LocalDate? Published { get; init; }

    /// <summary>Headline, null when unknown. It is not part of <see cref="Text"/> unless the file has it there.</summary>
    public string? Title { get; init; }

    /// <summary>Author or authors as given, null when unknown.</summary>
    public string? Author { get; init; }

    /// <summary>Canonical address, null when unknown.</summary>
    public string? Url { get; init; }

    /// <summary>Outlet, null when unknown.</summary>
    public string? Source { get; init; }

    /// <summary>Dateline ("PYONGYANG, July 27"), null when unknown. One found at the beginning of the text stays there, too.</summary>
    public string? Dateline { get; init; }

    /// <summary>Where the dateline with its agency and dash stands in <see cref="Text"/>, null when it has none there. It is no part of the first sentence.</summary>
    public TextRange? DatelineRange { get; init; }

    /// <summary>BCP 47 language tag, null when unknown.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// Other fields, as raw JSON by name, in the file's order: those of a JSON line, the other columns of a table; <c>"crawled"</c>, the
    /// WARC-Date of a web archive's record; <c>"summary": true</c> where the text is but a feed's summary.
    /// </summary>
    public ImmutableArray<KeyValuePair<string, string>> Other { get; init; } = [];
}
