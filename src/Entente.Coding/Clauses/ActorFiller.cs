using System.Collections.Immutable;
using Entente.Coding.Actors;
using Entente.Coding.Frames;
using Entente.Coding.Knowledge;

namespace Entente.Coding.Clauses;

/// <summary>Whom a slot path names.</summary>
/// <param name="Actors">The actors, without repetition.</param>
/// <param name="Present">Whether anything at all stands in the slots.</param>
/// <param name="Certainty">1 where the fillers are actors themselves, less where their owners are taken.</param>
internal sealed record Filled(ImmutableArray<ActorReference> Actors, bool Present, double Certainty)
{
    /// <summary>Nobody.</summary>
    public static Filled None { get; } = new([], false, 1);
}

/// <summary>Fills actor and recipient of a frame from the sentence.</summary>
internal sealed class ActorFiller(Arguments arguments, ActorResolver resolver)
{
    private const double OwnerCertainty = 0.82;

    /// <summary>The first alternative of a path that names anybody.</summary>
    public Filled Fill(SlotPath path, int predicate)
    {
        var present = false;
        foreach (var alternative in path.Alternatives)
        {
            var filled = Fill(alternative, predicate);
            present |= filled.Present;
            if (!filled.Actors.IsEmpty) return filled;
        }

        return Filled.None with { Present = present };
    }

    /// <summary>All actors of some slots.</summary>
    public Filled Fill(ImmutableArray<string> slots, int predicate)
    {
        var actors = ImmutableArray.CreateBuilder<ActorReference>();
        var certainty = 1.0;
        var present = false;
        foreach (var slot in slots)
        {
            foreach (var filler in arguments.Fillers(predicate, slot))
            {
                present = true;
                var named = resolver.At(filler);
                if (named.IsEmpty) named = resolver.Nationality(filler);
                if (named.IsEmpty && slot != "comp")
                {
                    // Whom one meets or agrees with is named itself: "began the summit with reform of the budget" has no second side.
                    var acting = slot is "subj" or "by" || (slot == "with" && slots.Contains("subj"));
                    named = slot == "with" && acting ? resolver.OwnerBefore(filler) : resolver.Owner(filler, acting);
                    if (named.IsEmpty && !acting && resolver.Country(filler) is { } country) named = [country];
                    if (!named.IsEmpty) certainty = OwnerCertainty;
                }

                Add(actors, named);
            }
        }

        return new Filled(actors.ToImmutable(), present, certainty);
    }

    /// <summary>Whom a phrase names itself.</summary>
    public ImmutableArray<ActorReference> At(int head) => resolver.At(head);

    /// <summary>Who is behind something that acts: "an <b>Israeli</b> air strike", "an attack by <b>the PKK</b>".</summary>
    public ImmutableArray<ActorReference> Owner(int head) => resolver.Owner(head, acting: true);

    /// <summary>Whose something is by what stands before it: "<b>Serbia's</b> plan", "<b>French</b> policy".</summary>
    public ImmutableArray<ActorReference> OwnerBefore(int head) => resolver.OwnerBefore(head);

    /// <summary>The words of a phrase that names nobody known.</summary>
    public ActorReference Unnamed(int head) => resolver.Unnamed(head);

    /// <summary>Actors of <paramref name="all"/> that are none of <paramref name="others"/>.</summary>
    public static ImmutableArray<ActorReference> Without(ImmutableArray<ActorReference> all, ImmutableArray<ActorReference> others) =>
        [.. all.Where(a => !others.Any(o => o.SameAs(a) || o.Range == a.Range))];

    private static void Add(ImmutableArray<ActorReference>.Builder actors, ImmutableArray<ActorReference> more)
    {
        foreach (var actor in more)
            if (!actors.Any(a => a.SameAs(actor))) actors.Add(actor);
    }
}
