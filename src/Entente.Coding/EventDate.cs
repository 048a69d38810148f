using NodaTime;

namespace Entente.Coding;

/// <summary>When an act took or takes place.</summary>
/// <param name="Start">First day, null when open.</param>
/// <param name="End">Last day, null when open.</param>
/// <param name="Precision">How exact the words are.</param>
/// <param name="Basis">What the date rests on.</param>
/// <param name="Text">The words, null when the date is the publication's.</param>
public sealed record EventDate(LocalDate? Start, LocalDate? End, DatePrecision Precision, DateBasis Basis, string? Text);

/// <summary>Precision of a date.</summary>
public enum DatePrecision
{
    /// <summary>A day.</summary>
    Day,

    /// <summary>A week.</summary>
    Week,

    /// <summary>A month.</summary>
    Month,

    /// <summary>A season of three months.</summary>
    Season,

    /// <summary>Three calendar months.</summary>
    Quarter,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Ten years.</summary>
    Decade,

    /// <summary>From one day to another, or open at one side.</summary>
    Range,
}

/// <summary>What a date rests on.</summary>
public enum DateBasis
{
    /// <summary>Words of the sentence.</summary>
    Text,

    /// <summary>The article's dateline.</summary>
    Dateline,

    /// <summary>The day of publication.</summary>
    Published,
}
