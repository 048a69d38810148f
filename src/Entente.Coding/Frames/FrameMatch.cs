using Entente.Coding.Knowledge;

namespace Entente.Coding.Frames;

/// <summary>A predicate of a sentence whose frame holds.</summary>
/// <param name="Predicate">Index of its head word.</param>
/// <param name="Frame">The frame.</param>
/// <param name="First">First word of the predicate.</param>
/// <param name="Last">Last word of the predicate.</param>
internal sealed record FrameMatch(int Predicate, Frame Frame, int First, int Last);
