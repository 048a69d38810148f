using Entente.Coding.Knowledge;

namespace Entente.Cli.Briefing;

/// <summary>How the page names parties and acts.</summary>
internal sealed class PartyNames
{
    private readonly KnowledgeBase knowledge;
    private readonly Dictionary<string, (string Noun, string Verb)> labels = new(StringComparer.Ordinal);

    /// <summary>Reads the labels (knowledge/relations/labels.tsv).</summary>
    public PartyNames(KnowledgeOptions options, KnowledgeBase knowledge)
    {
        this.knowledge = knowledge;
        var folder = new KnowledgeFolder([options.Base, .. options.Overlays]);
        foreach (var row in folder.Rows("relations/labels.tsv", ["type", "noun", "verb"], r => r["type"])) labels[row["type"]] = (row["noun"], row["verb"]);
    }

    /// <summary>Usual English name of a state, organisation or group; the code where none is known.</summary>
    public string Of(string code) =>
        code.StartsWith('@') ? code[1..] : knowledge.States.TryGetValue(code, out var state) ? state.Name : knowledge.Organisations.TryGetValue(code, out var other) ? other.Name : code;

    /// <summary>Names of both parties of a dyad.</summary>
    public string Dyad(string one, string other) => $"{Of(one)} – {Of(other)}";

    /// <summary>The same where there is little room: the longer name gives way to its code.</summary>
    public string Short(string one, string other)
    {
        const int Room = 27;
        var (first, second) = (Of(one), Of(other));
        if (first.Length + second.Length + 3 > Room && first.Length >= second.Length) first = one;
        if (first.Length + second.Length + 3 > Room && second.Length > 3) second = other;
        if (first.Length + second.Length + 3 > Room) first = one;
        return $"{first} – {second}";
    }

    /// <summary>What a type is called, as a noun.</summary>
    public string Noun(string type) => labels.TryGetValue(type, out var label) ? label.Noun : type.ToLowerInvariant();

    /// <summary>What a type is called, as a verb between actor and recipient.</summary>
    public string Verb(string type) => labels.TryGetValue(type, out var label) ? label.Verb : type.ToLowerInvariant();
}
