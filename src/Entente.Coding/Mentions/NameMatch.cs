using Entente.Coding.Knowledge;

namespace Entente.Coding.Mentions;

/// <summary>A listed name that stands in a sentence.</summary>
/// <param name="First">First word.</param>
/// <param name="Last">Last word.</param>
/// <param name="Names">Whom it may name.</param>
internal sealed record NameMatch(int First, int Last, IReadOnlyList<ListedName> Names)
{
    /// <summary>Whether it may name something of one of the kinds.</summary>
    public bool Has(EntityKind kind) => Names.Any(n => n.Entity.Kind == kind);
}
