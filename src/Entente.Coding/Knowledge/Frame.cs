using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>One sense of a predicate: the event it tells and where its actor and recipient stand.</summary>
internal sealed record Frame
{
    /// <summary>Lemma with its particle or compound words, lower case.</summary>
    public required string Predicate { get; init; }

    /// <summary><c>v</c>, <c>n</c> or <c>a</c>.</summary>
    public required char Pos { get; init; }

    /// <summary>PLOVER type, or <c>NONE</c> for a sense that is no event.</summary>
    public required string Event { get; init; }

    /// <summary>PLOVER mode, null when none.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO code.</summary>
    public string Cameo { get; init; } = "";

    /// <summary>Where the actor stands.</summary>
    public required SlotPath Actor { get; init; }

    /// <summary>Where the recipient stands.</summary>
    public required SlotPath Recipient { get; init; }

    /// <summary>Conditions that must all hold.</summary>
    public ImmutableArray<SlotCondition> When { get; init; } = [];

    /// <summary>The frame's name in <see cref="CodedEvent.Rule"/>.</summary>
    public string Name => $"{Predicate}.{Pos}:{Actor}:{Recipient}";
}

/// <summary>Alternatives of slots, the first that names anybody counts; each alternative is a union of slots.</summary>
/// <param name="Alternatives">Slots by alternative.</param>
/// <param name="Written">As written in the knowledge.</param>
internal sealed record SlotPath(ImmutableArray<ImmutableArray<string>> Alternatives, string Written)
{
    /// <summary>Nobody.</summary>
    public static SlotPath Nobody { get; } = new([], "");

    /// <summary>The path without some slots.</summary>
    public SlotPath Except(params IReadOnlyList<string> slots) =>
        this with { Alternatives = [.. Alternatives.Select(a => a.Where(s => !slots.Contains(s)).ToImmutableArray()).Where(a => a.Length > 0)] };

    /// <summary>Reads <c>A/B+C</c>.</summary>
    public static SlotPath Parse(string text) => text.Length == 0
        ? Nobody
        : new([.. text.Split('/').Select(a => a.Split('+', StringSplitOptions.TrimEntries).Select(Normal).ToImmutableArray())], text);

    /// <summary>A slot as the sentence names it: variants of a preposition are one.</summary>
    public static string Normal(string slot) => slot switch
    {
        "towards" => "toward",
        "upon" => "on",
        "amongst" => "among",
        _ => slot,
    };

    /// <inheritdoc/>
    public override string ToString() => Written.Length == 0 ? "-" : Written;
}

/// <summary>A condition on a slot: that it is there, or that its filler is one of some lemmas or classes.</summary>
/// <param name="Slot">The slot.</param>
/// <param name="Negated">Whether it must not hold.</param>
/// <param name="Lemmas">Lemmas that its filler may have; empty together with <paramref name="Classes"/> when presence is enough.</param>
/// <param name="Classes">Classes, without <c>@</c>.</param>
/// <param name="Written">As written in the knowledge.</param>
internal sealed record SlotCondition(string Slot, bool Negated, IReadOnlySet<string> Lemmas, ImmutableArray<string> Classes, string Written)
{
    /// <summary>Whether presence is enough.</summary>
    public bool Any => Lemmas.Count == 0 && Classes.Length == 0;

    /// <summary>How much it says: words and classes of words more than who or what fills a slot, that more than a slot that is there.</summary>
    public int Exactness => Negated || Any ? 0 : Lemmas.Count > 0 || Classes.Any(c => !LemmaClasses.BuiltIn.Contains(c)) ? 2 : 1;

    /// <summary>Reads <c>!slot:a,b,@c</c>.</summary>
    public static SlotCondition Parse(string text)
    {
        var negated = text.StartsWith('!');
        var body = negated ? text[1..] : text;
        var colon = body.IndexOf(':', StringComparison.Ordinal);
        var slot = SlotPath.Normal((colon < 0 ? body : body[..colon]).Trim());
        var fillers = colon < 0 ? [] : body[(colon + 1)..].Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return new(slot, negated, LemmaSet(fillers), [.. fillers.Where(f => f[0] == '@').Select(f => f[1..])], text);
    }

    private static readonly HashSet<string> None = new(StringComparer.Ordinal);

    private static HashSet<string> LemmaSet(string[] fillers)
    {
        if (fillers.Length == 0) return None;
        var lemmas = new HashSet<string>(fillers.Length, StringComparer.Ordinal);
        foreach (var filler in fillers)
            if (filler[0] != '@') lemmas.Add(filler.Replace('-', ' '));
        return lemmas;
    }
}
