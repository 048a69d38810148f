using Entente.Coding.Knowledge;

namespace Entente.Coding.Time;

/// <summary>A word as the grammar of dates sees it.</summary>
/// <param name="Entry">What the knowledge says of it, null when nothing.</param>
/// <param name="Shape">What its form tells.</param>
/// <param name="Value">The number in it; a date as year, month, day in decimal digits.</param>
/// <param name="Digits">How many digits the number has; the end year of a pair.</param>
/// <param name="IsMid">Whether "mid-" stands before it in the same word.</param>
/// <param name="HasCapital">Whether it begins with a capital.</param>
internal readonly record struct TimeToken(TimeEntry? Entry, TimeShape Shape, int Value, int Digits, bool IsMid, bool HasCapital);

/// <summary>What the form of a word tells.</summary>
internal enum TimeShape
{
    /// <summary>No number.</summary>
    Word,

    /// <summary>27.</summary>
    Number,

    /// <summary>27th.</summary>
    Ordinal,

    /// <summary>1990s, '80s.</summary>
    Decade,

    /// <summary>FY2023.</summary>
    Fiscal,

    /// <summary>Q3.</summary>
    Quarter,

    /// <summary>H1.</summary>
    Half,

    /// <summary>1953-07-27, 27.7.1953, 7/27/1953.</summary>
    Date,

    /// <summary>2022/23.</summary>
    YearPair,

    /// <summary>'88.</summary>
    ShortYear,
}
