namespace Entente.Sources.Web;

/// <summary>A connection was refused because it would lead to a local address.</summary>
internal sealed class LocalAddressException(string host) : IOException(
    $"The address leads to the own machine or network ({host}) and was not asked; allow that with --allow-local where it is meant.");
