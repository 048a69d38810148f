namespace Entente.Language.Parsing;

/// <summary>The three moves of the arc-hybrid system.</summary>
internal enum Move : byte
{
    /// <summary>Pushes the next word onto the stack.</summary>
    Shift,

    /// <summary>Hangs the stack's top on the next word and pops it.</summary>
    Left,

    /// <summary>Hangs the stack's top on the word below it and pops it.</summary>
    Right,
}

/// <summary>A move with the relation it writes.</summary>
/// <param name="Move">What happens to stack and buffer.</param>
/// <param name="Label">Number of the relation, 0 for a shift.</param>
internal readonly record struct Transition(Move Move, byte Label);
