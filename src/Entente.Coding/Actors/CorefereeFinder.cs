using System.Collections.Immutable;
using Entente.Coding.Mentions;

namespace Entente.Coding.Actors;

/// <summary>Finds whom pronouns and phrases such as "both countries" refer to. Careful: nobody rather than a guess.</summary>
internal sealed class CorefereeFinder(SentenceView view, DocumentMemory memory)
{
    /// <summary>Whom a personal pronoun refers to; empty when unknown.</summary>
    public ImmutableArray<ActorReference> Pronoun(int index)
    {
        if (view.Lemma(index) == "both" && memory.LastStates(2) is { Count: 2 } pair)
        {
            var word = view.Range(index, index);
            return [.. pair.Select(s => s with { Text = view.Text(word), Range = word, How = Recognition.Coreference, Confidence = 0.6 }).Reverse()];
        }

        var antecedent = view.Lemma(index) switch
        {
            "he" or "him" or "his" or "himself" => memory.LastPerson,
            "she" or "her" or "herself" or "hers" => memory.LastWoman ?? memory.LastPerson,
            "it" or "its" or "itself" => memory.LastBody,
            "they" or "them" or "their" or "themselves" => memory.LastPeople ?? memory.LastBody,
            _ => null,
        };
        if (antecedent is null) return [];

        // A name in the same sentence proves more than the pronoun does.
        if (view.Sentence.Range.Contains(antecedent.Range) && antecedent.Range.Length > 0)
            return [antecedent with { How = Recognition.Coreference, Confidence = antecedent.Confidence * 0.65 }];
        var range = view.Range(index, index);
        return [antecedent with { Text = view.Text(range), Range = range, How = Recognition.Coreference, Confidence = antecedent.Confidence * 0.65 }];
    }

    /// <summary>Whom "both countries", "the two leaders" name: the last two different states; empty for other phrases.</summary>
    public ImmutableArray<ActorReference> Together(int head)
    {
        if (view.Lemma(head) is not ("country" or "side" or "nation" or "state" or "leader" or "president" or "minister" or "government" or "neighbour" or "neighbor" or "capital" or "party"))
            return [];
        var two = false;
        foreach (var child in view.Children(head))
        {
            if (child > head) continue;
            var lemma = view.Lemma(child);
            if (lemma is "both" or "two") two = true;
            else if (view.Is(child, "amod") || view.Is(child, "compound")) return [];
        }

        if (!two) return [];
        var states = memory.LastStates(2);
        if (states.Count < 2) return [];
        var range = NounPhrase.Range(view, head);
        return [.. states.Select(s => s with { Text = view.Text(range), Range = range, How = Recognition.Coreference, Confidence = 0.6 }).Reverse()];
    }
}
