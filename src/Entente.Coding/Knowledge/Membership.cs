using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>That one actor belongs to another for a time: a state to an alliance, a republic to a union.</summary>
/// <param name="Code">Code of the member, or of the whole that something is part of.</param>
/// <param name="From">First day, null when open.</param>
/// <param name="Until">Last day, null when it lasts.</param>
public sealed record Membership(string Code, LocalDate? From, LocalDate? Until)
{
    /// <summary>Whether it holds on <paramref name="day"/>; without a day, whether it still lasts.</summary>
    public bool On(LocalDate? day) => day is { } on ? (From is null || From <= on) && (Until is null || on <= Until) : Until is null;

    /// <summary>Reads <c>CODE</c>, <c>CODE:FROM</c>, <c>CODE:FROM/UNTIL</c> or <c>CODE:/UNTIL</c>.</summary>
    /// <exception cref="FormatException">A date is none.</exception>
    internal static Membership Parse(string text, string column)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0) return new Membership(text, null, null);
        var dates = text[(colon + 1)..];
        var slash = dates.IndexOf('/', StringComparison.Ordinal);
        var from = slash < 0 ? dates : dates[..slash];
        return new Membership(text[..colon].Trim(), KnowledgeDate.Parse(from, last: false, column), slash < 0 ? null : KnowledgeDate.Parse(dates.AsSpan(slash + 1), last: true, column));
    }
}
