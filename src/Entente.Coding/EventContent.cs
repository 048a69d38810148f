namespace Entente.Coding;

/// <summary>The act inside an act: what is announced, demanded, refused, threatened, promised or denied.</summary>
/// <param name="Event">PLOVER type.</param>
/// <param name="Mode">PLOVER mode, null when none.</param>
/// <param name="Cameo">CAMEO code.</param>
public sealed record EventContent(string Event, string? Mode, string Cameo);
