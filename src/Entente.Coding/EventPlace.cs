using Entente.Sources;

namespace Entente.Coding;

/// <summary>Where an act took or takes place.</summary>
/// <param name="Name">Usual English name.</param>
/// <param name="Country">ISO 3166-1 alpha-3, null for a sea or a region of several countries.</param>
/// <param name="Latitude">Decimal degrees north, null when unknown.</param>
/// <param name="Longitude">Decimal degrees east, null when unknown.</param>
/// <param name="Text">The words.</param>
/// <param name="Range">Where they stand in the document's text.</param>
public sealed record EventPlace(string Name, string? Country, double? Latitude, double? Longitude, string Text, TextRange Range);
