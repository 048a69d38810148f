using System.Collections.Immutable;

namespace Entente.Store.Correcting;

/// <summary>An analyst's word on one field of an event. It hangs on the text and the words that the event rests on.</summary>
/// <param name="EventId">Id of the event when it was corrected.</param>
/// <param name="Document">Id of its document.</param>
/// <param name="TextHash">SHA-256 of the document's text.</param>
/// <param name="Trigger">Where the lead evidence's predicate stands, in code points.</param>
/// <param name="Type">Type that the coder had given.</param>
/// <param name="Field">One of <see cref="CorrectionField.All"/>.</param>
/// <param name="Value">The right value, null where there is none and for <c>reject</c> and <c>confirm</c>.</param>
/// <param name="Author">Who says so.</param>
/// <param name="Made">The day, ISO 8601.</param>
/// <param name="Note">Why, null when not told.</param>
public sealed record Correction(
    string EventId,
    string Document,
    string TextHash,
    (int Start, int End) Trigger,
    string Type,
    string Field,
    string? Value,
    string Author,
    string Made,
    string? Note);

/// <summary>The fields that can be corrected.</summary>
public static class CorrectionField
{
    /// <summary>No such event; its value is null.</summary>
    public const string Reject = "reject";

    /// <summary>The event is right as it is; its value is null.</summary>
    public const string Confirm = "confirm";

    /// <summary>All of them, in the order in which they are applied.</summary>
    public static ImmutableArray<string> All { get; } = ["event", "mode", "cameo", "actor", "recipient", "status", "date", "place", Reject, Confirm];
}
