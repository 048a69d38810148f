using System.Collections.Immutable;
using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>A territory that several states hold to be theirs, for a time in which control did not change.</summary>
/// <param name="Name">English name.</param>
/// <param name="Control">Who governs it in fact, an actor's code; null where several share it.</param>
/// <param name="Claims">Who claims it, states' codes.</param>
/// <param name="Recognised">Whose it is for most states or the UN; null where that is open.</param>
/// <param name="From">First day, null when open.</param>
/// <param name="Until">Last day, null when it lasts.</param>
/// <param name="Note">Why, in a few words.</param>
public sealed record Territory(string Name, string? Control, ImmutableArray<string> Claims, string? Recognised, LocalDate? From, LocalDate? Until, string? Note)
{
    /// <summary>Whether the row holds on a day; without a day, whether it still lasts.</summary>
    public bool On(LocalDate? day) => day is { } on ? (From is null || From <= on) && (Until is null || on <= Until) : Until is null;

    /// <summary>Whom the territory counts for in a view.</summary>
    /// <param name="view"><see cref="Views.Recognised"/>, <see cref="Views.Control"/> or a state's code: what it claims counts for it.</param>
    public string? Country(string view) => view switch
    {
        Views.Control => Control,
        Views.Recognised => Recognised,
        _ => Claims.Contains(view) ? view : Recognised,
    };
}

/// <summary>Whom a disputed territory counts for.</summary>
public static class Views
{
    /// <summary>For the state that most others, or the UN, hold to be its owner. The default.</summary>
    public const string Recognised = "recognised";

    /// <summary>For whoever governs it.</summary>
    public const string Control = "control";
}
