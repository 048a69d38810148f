using System.Collections.Immutable;
using Entente.Language;

namespace Entente.Coding.Explaining;

/// <summary>How the events of a sentence came about, from the tree to the result.</summary>
/// <param name="Sentence">The sentence with its tree.</param>
/// <param name="Mentions">Whom it names.</param>
/// <param name="Predicates">Words that frames or operators know, with what was tried.</param>
/// <param name="Acts">What frames and operators read, before the judge.</param>
public sealed record SentenceExplanation(
    ParsedSentence Sentence, ImmutableArray<Mention> Mentions, ImmutableArray<PredicateExplanation> Predicates, ImmutableArray<ActExplanation> Acts);

/// <summary>What was tried at one word.</summary>
/// <param name="Word">Index of the word in the sentence.</param>
/// <param name="Frames">Its frames in the order in which they are tried.</param>
/// <param name="Operators">What the word does to acts inside it.</param>
public sealed record PredicateExplanation(int Word, ImmutableArray<FrameTrial> Frames, ImmutableArray<string> Operators);

/// <summary>A frame that was tried.</summary>
/// <param name="Frame">Predicate, type and slots.</param>
/// <param name="Event">PLOVER type, or <c>NONE</c>.</param>
/// <param name="Holds">Whether all its conditions hold.</param>
/// <param name="Reason">The first condition that fails; empty when it holds.</param>
public sealed record FrameTrial(string Frame, string Event, bool Holds, string Reason);

/// <summary>An act with what became of it.</summary>
/// <param name="Event">The event as it would be reported.</param>
/// <param name="Fate">Why it is reported or not.</param>
/// <param name="Judged">The likeliest types by the judge, most likely first; empty without a judge.</param>
/// <param name="Weights">What spoke most for or against the reported type, strongest first; empty without a judge.</param>
public sealed record ActExplanation(CodedEvent Event, string Fate, ImmutableArray<(string Type, double Probability)> Judged, ImmutableArray<(string Feature, double Weight)> Weights);
