namespace Entente.Coding;

/// <summary>What the text says of the reality of an act: PLOVER's auxiliary modes, one an event.</summary>
public enum EventStatus
{
    /// <summary>It happened or is happening.</summary>
    Actual,

    /// <summary>It is told as background, from well before the news.</summary>
    Historical,

    /// <summary>It is announced or scheduled.</summary>
    Future,

    /// <summary>It is imagined: if, might, could, what if.</summary>
    Hypothetical,

    /// <summary>It did not happen, or is denied to have happened.</summary>
    Negated,
}
