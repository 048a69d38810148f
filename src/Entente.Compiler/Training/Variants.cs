namespace Entente.Compiler.Training;

/// <summary>The same sentence in other dress: in capitals as on old wires, in title case as in headlines.</summary>
internal static class Variants
{
    /// <summary>The forms as they are, at every twelfth <paramref name="turn"/> in capitals, at another in title case.</summary>
    public static string[] Of(string[] forms, int turn) => (turn % 12) switch
    {
        3 => Array.ConvertAll(forms, f => f.ToUpperInvariant()),
        7 => Array.ConvertAll(forms, Title),
        _ => forms,
    };

    private static string Title(string form) =>
        form.Length > 3 && char.IsLower(form[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form;
}
