using System.Collections.Immutable;

namespace Entente.Coding.Records;

/// <summary>
/// An event as other programs read it: the JSON object of docs/formats.md, field by field, with offsets in Unicode code points and
/// words instead of enumerations. It needs no text to be understood, so it is what is stored, corrected and exported.
/// </summary>
public sealed record EventRecord
{
    /// <summary>Stable id: document, sentence, running number in the sentence.</summary>
    public required string Id { get; init; }

    /// <summary>Id of the document.</summary>
    public required string Document { get; init; }

    /// <summary>Number of the lead evidence's sentence, from 1.</summary>
    public int Sentence { get; init; }

    /// <summary>Day of publication (ISO 8601), null when unknown.</summary>
    public string? Published { get; init; }

    /// <summary>When the act took place.</summary>
    public DateRecord? Date { get; init; }

    /// <summary>Who acts.</summary>
    public ImmutableArray<ActorRecord> Actor { get; init; } = [];

    /// <summary>Towards whom.</summary>
    public ImmutableArray<ActorRecord> Recipient { get; init; } = [];

    /// <summary>PLOVER type, one of sixteen.</summary>
    public required string Event { get; init; }

    /// <summary>PLOVER mode, null when none.</summary>
    public string? Mode { get; init; }

    /// <summary>PLOVER contexts.</summary>
    public ImmutableArray<string> Context { get; init; } = [];

    /// <summary>PLOVER's quad class, 1 to 4.</summary>
    public int Quad { get; init; }

    /// <summary>CAMEO code of two to four digits, a string.</summary>
    public required string Cameo { get; init; }

    /// <summary>Goldstein scale of the CAMEO code, -10 to 10 (Goldstein 1992).</summary>
    public double Goldstein { get; init; }

    /// <summary>PLOVER's conflict-cooperation score, -10 to 10.</summary>
    public double Score { get; init; }

    /// <summary>The act inside the act, null when none.</summary>
    public EventContent? Content { get; init; }

    /// <summary><c>actual</c>, <c>historical</c>, <c>future</c>, <c>hypothetical</c> or <c>negated</c>.</summary>
    public required string Status { get; init; }

    /// <summary>Who says so and who denies it; empty when the article itself says so.</summary>
    public ImmutableArray<ClaimRecord> Attribution { get; init; } = [];

    /// <summary>Where, null when the text does not tell.</summary>
    public PlaceRecord? Place { get; init; }

    /// <summary>The words it rests on, the lead first.</summary>
    public ImmutableArray<EvidenceRecord> Evidence { get; init; } = [];

    /// <summary>Confidence, 0 to 1, with three decimals.</summary>
    public double Confidence { get; init; }

    /// <summary>Program and version that coded it.</summary>
    public required string Coder { get; init; }

    /// <summary>The rule that made it.</summary>
    public required string Rule { get; init; }

    /// <summary>What an analyst changed; empty, and not written, for an event as it was coded.</summary>
    public ImmutableArray<CorrectionRecord> Corrections { get; init; } = [];

    /// <summary>The record of a coded event.</summary>
    /// <param name="coded">The event.</param>
    /// <param name="points">Code points of the document's text.</param>
    public static EventRecord Of(CodedEvent coded, CodePoints points) => new RecordMaker(points).Of(coded);
}

/// <summary>A date: ISO days, null where open.</summary>
/// <param name="Start">First day.</param>
/// <param name="End">Last day.</param>
/// <param name="Precision"><c>day</c>, <c>week</c>, <c>month</c>, <c>season</c>, <c>quarter</c>, <c>year</c>, <c>decade</c> or <c>range</c>.</param>
/// <param name="Basis"><c>text</c>, <c>dateline</c> or <c>published</c>.</param>
/// <param name="Text">The words, null when there are none.</param>
public sealed record DateRecord(string? Start, string? End, string Precision, string Basis, string? Text);

/// <summary>Somebody who takes part; see <see cref="ActorReference"/>.</summary>
/// <param name="Code">Code of the actor, null when nobody could name it.</param>
/// <param name="Country">Country, null for international ones and unknown ones.</param>
/// <param name="Sector">Sectors, the main one first.</param>
/// <param name="Name">Usual English name.</param>
/// <param name="Person">Full name of the person.</param>
/// <param name="Title">Office or role.</param>
/// <param name="Identifier">Identifier in an outside register.</param>
/// <param name="Text">The words, null where nobody is named.</param>
/// <param name="Span">Where they stand, half-open, in code points.</param>
/// <param name="How">How the actor was recognised.</param>
/// <param name="Confidence">Confidence of the recognition, 0 to 1.</param>
public sealed record ActorRecord(
    string? Code,
    string? Country,
    ImmutableArray<string> Sector,
    string? Name,
    string? Person,
    string? Title,
    string? Identifier,
    string? Text,
    SpanRecord? Span,
    string How,
    double Confidence);

/// <summary>Who says so, and who denies it.</summary>
/// <param name="Actor">Who; null when nobody is named.</param>
/// <param name="Stance"><c>asserts</c>, <c>denies</c> or <c>doubts</c>.</param>
/// <param name="Text">The words of the claim.</param>
/// <param name="Span">Where they stand.</param>
/// <param name="Via">Claims around this one, the outermost first.</param>
public sealed record ClaimRecord(ActorRecord? Actor, string Stance, string? Text, SpanRecord? Span, ImmutableArray<ClaimRecord> Via);

/// <summary>Where.</summary>
/// <param name="Name">Usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3, null for a sea or a region of several countries.</param>
/// <param name="Latitude">Decimal degrees north, null when unknown.</param>
/// <param name="Longitude">Decimal degrees east, null when unknown.</param>
/// <param name="Text">The words.</param>
/// <param name="Span">Where they stand.</param>
public sealed record PlaceRecord(string Name, string? Country, double? Latitude, double? Longitude, string? Text, SpanRecord? Span);

/// <summary>The words that an event rests on.</summary>
/// <param name="Sentence">Number of the sentence, from 1.</param>
/// <param name="Text">Its words.</param>
/// <param name="Span">Where the sentence stands.</param>
/// <param name="Trigger">Where the predicate stands.</param>
public sealed record EvidenceRecord(int Sentence, string? Text, SpanRecord? Span, SpanRecord? Trigger);

/// <summary>What an analyst changed.</summary>
/// <param name="Field">The field, or <c>confirm</c> or <c>reject</c>.</param>
/// <param name="Author">Who.</param>
/// <param name="Made">The day, ISO 8601.</param>
public sealed record CorrectionRecord(string Field, string Author, string Made);

/// <summary>Half-open offsets into the document's text, in Unicode code points.</summary>
/// <param name="Start">First code point.</param>
/// <param name="End">The one behind the last.</param>
public readonly record struct SpanRecord(int Start, int End);
