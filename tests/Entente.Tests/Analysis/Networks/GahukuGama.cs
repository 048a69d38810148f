using Entente.Analysis.Networks;

namespace Entente.Tests.Analysis.Networks;

/// <summary>Alliances and enmities of sixteen tribes of the Eastern Central Highlands of New Guinea (Read 1954), 29 of each.</summary>
internal static class GahukuGama
{
    private static readonly string[] Names =
    [
        "Gavev", "Kotun", "Ove", "Alika", "Nagam", "Gahuk", "Masil", "Ukudz", "Notoh", "Kohik", "Geham", "Asaro", "Uheto", "Seuve", "Nagad", "Gama",
    ];

    private static readonly (string, string)[] Allies =
    [
        ("Kotun", "Gavev"), ("Nagad", "Gavev"), ("Gama", "Gavev"), ("Nagad", "Kotun"), ("Gama", "Kotun"), ("Alika", "Ove"),
        ("Gahuk", "Ove"), ("Masil", "Ove"), ("Ukudz", "Ove"), ("Ukudz", "Alika"), ("Masil", "Nagam"), ("Notoh", "Nagam"),
        ("Seuve", "Nagam"), ("Masil", "Gahuk"), ("Ukudz", "Gahuk"), ("Geham", "Gahuk"), ("Asaro", "Gahuk"), ("Ukudz", "Masil"),
        ("Geham", "Masil"), ("Asaro", "Masil"), ("Uheto", "Masil"), ("Geham", "Ukudz"), ("Asaro", "Ukudz"), ("Kohik", "Notoh"),
        ("Uheto", "Notoh"), ("Uheto", "Kohik"), ("Asaro", "Geham"), ("Seuve", "Uheto"), ("Gama", "Nagad"),
    ];

    private static readonly (string, string)[] Enemies =
    [
        ("Ove", "Gavev"), ("Alika", "Gavev"), ("Nagam", "Gavev"), ("Gahuk", "Gavev"), ("Asaro", "Gavev"), ("Ove", "Kotun"),
        ("Nagam", "Kotun"), ("Gahuk", "Kotun"), ("Notoh", "Kotun"), ("Kohik", "Kotun"), ("Nagad", "Nagam"), ("Gama", "Nagam"),
        ("Notoh", "Gahuk"), ("Uheto", "Gahuk"), ("Gama", "Gahuk"), ("Seuve", "Ukudz"), ("Geham", "Notoh"), ("Nagad", "Notoh"),
        ("Geham", "Kohik"), ("Nagad", "Kohik"), ("Uheto", "Geham"), ("Nagad", "Geham"), ("Gama", "Geham"), ("Seuve", "Asaro"),
        ("Nagad", "Asaro"), ("Gama", "Asaro"), ("Nagad", "Uheto"), ("Gama", "Uheto"), ("Gama", "Seuve"),
    ];

    /// <summary>The network, in the order of tribes in which the published partition is written.</summary>
    public static SignedGraph Tribes() => SignedGraph.Of([.. Names], [.. Allies.Select(t => Tie(t, 1)), .. Enemies.Select(t => Tie(t, -1))]);

    private static (int, int, double) Tie((string A, string B) tie, double sign) => (Array.IndexOf(Names, tie.A), Array.IndexOf(Names, tie.B), sign);
}
