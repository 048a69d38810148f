namespace Entente.Coding.Knowledge;

/// <summary>How the knowledge is read.</summary>
public sealed record KnowledgeOptions
{
    /// <summary>The folder that lies below all others. Default: the one beside the program.</summary>
    public string Base { get; init; } = KnowledgeBase.BuiltInFolder;

    /// <summary>Folders of own knowledge laid over the built-in, later ones above earlier ones. Default: none.</summary>
    public IReadOnlyList<string> Overlays { get; init; } = [];

    /// <summary>Whom a disputed territory counts for: <see cref="Views.Recognised"/> (default), <see cref="Views.Control"/>, or a state's ISO 3166-1 alpha-3 code, whose claims then count.</summary>
    public string View { get; init; } = Views.Recognised;
}
