using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Actors;

/// <summary>The surroundings of a pronoun or description in its tree: what binding theory asks for.</summary>
internal readonly struct AnaphorTree
{
    private readonly SentenceView view;
    private readonly int index;
    private readonly bool reflexive;
    private readonly bool possessive;

    public AnaphorTree(SentenceView view, int index)
    {
        this.view = view;
        this.index = index;
        Role = RoleOf(view, index);
        IsMain = IsMainSubject(view, index);
        possessive = Role == ClauseRole.Possessor;
        reflexive = view[index].Form.EndsWith("self", StringComparison.OrdinalIgnoreCase)
            || view[index].Form.EndsWith("selves", StringComparison.OrdinalIgnoreCase);
        Clause = ClauseOf(view, index);
        OuterClause = Clause >= 0 ? ClauseOf(view, Clause) : -1;
    }

    /// <summary>Role of the word.</summary>
    public ClauseRole Role { get; }

    /// <summary>Whether it is the subject of the main clause.</summary>
    public bool IsMain { get; }

    /// <summary>The head of its clause, -1 when none.</summary>
    public int Clause { get; }

    /// <summary>The head of the clause around it, -1 when none.</summary>
    public int OuterClause { get; }

    /// <summary>Whether a phrase of the same sentence can be what is meant: not one around it, not beside it at the same verb.</summary>
    public bool Allows(int other)
    {
        if (other >= index && !possessive) return false;
        for (int at = view[index].Head, steps = 0; at >= 0 && steps < view.Count; at = view[at].Head, steps++)
            if (at == other) return false;
        if (reflexive || possessive) return true;
        var governor = view[index].Head;
        if (governor >= 0 && IsArgument(index) && view.Is(other, "nsubj") && SharesSubject(governor, view[other].Head)) return false;
        if (governor < 0 || view[other].Head != governor) return !Coordinated(other);
        return !IsArgument(index) || !IsArgument(other);
    }

    /// <summary>Role of a phrase's head; a coordinated one has that of the first.</summary>
    public static ClauseRole RoleOf(SentenceView view, int index)
    {
        for (var steps = 0; view.Is(index, "conj") && view[index].Head >= 0 && steps < 20; steps++) index = view[index].Head;
        var deprel = view[index].Deprel;
        if (deprel.StartsWith("nsubj", StringComparison.Ordinal)) return ClauseRole.Subject;
        if (deprel is "obj" or "iobj") return ClauseRole.Object;
        if (deprel == "nmod:poss") return ClauseRole.Possessor;
        return deprel.StartsWith("obl", StringComparison.Ordinal) ? ClauseRole.Oblique : ClauseRole.Other;
    }

    /// <summary>Whether a phrase is the subject of the main clause.</summary>
    public static bool IsMainSubject(SentenceView view, int index) =>
        view.Is(index, "nsubj") && view[index].Head is >= 0 and var verb && view[verb].Head < 0;

    /// <summary>"Troops surrounded the men and shot <b>them</b>": a verb without a subject of its own has that of the verb before it.</summary>
    private bool SharesSubject(int verb, int first)
    {
        for (var steps = 0; view.Is(verb, "conj") && view.Child(verb, "nsubj") < 0 && view[verb].Head >= 0 && steps < view.Count; steps++)
        {
            verb = view[verb].Head;
            if (verb == first) return true;
        }

        return false;
    }

    private bool Coordinated(int other) => view.Is(index, "conj") && view[index].Head == other;

    private bool IsArgument(int word) => view.Is(word, "nsubj") || view.Is(word, "obj") || view.Is(word, "iobj") || view.Is(word, "obl") || view.Is(word, "conj");

    /// <summary>The word above that heads a clause: a verb, or whatever has a subject.</summary>
    private static int ClauseOf(SentenceView view, int index)
    {
        var at = view[index].Head;
        for (var steps = 0; at >= 0 && steps < view.Count; at = view[at].Head, steps++)
            if (view[at].Upos == Upos.VERB || view.Child(at, "nsubj") >= 0 || view.Child(at, "cop") >= 0) return at;
        return -1;
    }
}
