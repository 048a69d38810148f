using Entente.Language.Learning;

namespace Entente.Language.Parsing;

/// <summary>The transitions a parser chooses from (at most 255, the shift first) and the names of its relations (at most 63, root first).</summary>
internal sealed class TransitionSet(string[] labels, Transition[] transitions)
{
    /// <summary>Name of each relation; number 0 is <c>root</c>.</summary>
    public string[] Labels { get; } = labels;

    /// <summary>The transitions by class number; class 0 is the shift.</summary>
    public Transition[] Transitions { get; } = transitions;

    /// <summary>Reads a set.</summary>
    public static TransitionSet Read(ref ModelReader reader)
    {
        var labels = reader.Texts();
        var transitions = new Transition[reader.Byte()];
        for (var i = 0; i < transitions.Length; i++) transitions[i] = new Transition((Move)reader.Byte(), reader.Byte());
        return new TransitionSet(labels, transitions);
    }

    /// <summary>Writes the set.</summary>
    public void Write(ModelWriter writer)
    {
        writer.Texts(Labels);
        writer.Byte((byte)Transitions.Length);
        foreach (var transition in Transitions)
        {
            writer.Byte((byte)transition.Move);
            writer.Byte(transition.Label);
        }
    }
}
