using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;

namespace Entente.Coding.Actors;

/// <summary>A role beside a name ("<b>Defence Minister</b> Shoigu", "Peskov, the Kremlin's <b>spokesman</b>").</summary>
internal sealed record RoleBeside(string Noun, ImmutableArray<string> Sectors, int Head, bool Former);

/// <summary>The parts of a noun phrase that tell whom it names.</summary>
internal readonly struct PhraseParts
{
    public PhraseParts(SentenceView view, int head, NodaTime.LocalDate? day)
    {
        var name = view.NameAt(head);
        Name = name;
        var phrase = new RolePhrase(view, day);
        RoleBefore = null;
        RoleBehind = null;
        foreach (var child in view.Children(head))
        {
            if (phrase.Find(child) is not { } role || role.Kind == RoleKind.Body) continue;
            var beside = new RoleBeside(role.Noun, role.Sectors, child, phrase.IsFormer(child) || phrase.IsFormer(head));
            if (child < head && view[child].Deprel is "nmod:desc" or "compound" or "amod" or "nmod" or "flat") RoleBefore ??= beside;
            else if (view.Is(child, "appos") || (child > head && view[child].Deprel is "nmod:desc" or "flat")) RoleBehind ??= beside;
        }

        // "Minister Lavrov" with the name hanging on the title, and "the minister, Sergei Lavrov".
        var parent = view[head].Head;
        if (RoleBefore is null && parent >= 0 && parent < head && (view.Is(head, "appos") || view.Is(head, "flat"))
            && phrase.Find(parent) is { Kind: RoleKind.Person } outer && view[head].Upos == Upos.PROPN)
            RoleBefore = new RoleBeside(outer.Noun, outer.Sectors, parent, phrase.IsFormer(parent));
    }

    /// <summary>The listed name that the head is part of.</summary>
    public NameMatch? Name { get; }

    /// <summary>The role before the name, null when none.</summary>
    public RoleBeside? RoleBefore { get; }

    /// <summary>The role in apposition behind it, null when none.</summary>
    public RoleBeside? RoleBehind { get; }
}
