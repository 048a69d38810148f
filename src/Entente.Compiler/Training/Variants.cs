using Entente.Language.Tagging;

namespace Entente.Compiler.Training;

/// <summary>The same sentence in other dress: in capitals as on old wires, in title case as in headlines.</summary>
internal static class Variants
{
    /// <summary>
    /// The forms as they are, at every twelfth <paramref name="turn"/> in capitals, at another in title case: where the sentence is long
    /// enough that the models will know the dress when they see it.
    /// </summary>
    public static string[] Of(string[] forms, int turn) => (turn % 12) switch
    {
        3 => Dressed(forms, f => f.ToUpperInvariant(), Casing.Upper),
        7 => Dressed(forms, Title, Casing.Title),
        _ => forms,
    };

    private static string[] Dressed(string[] forms, Converter<string, string> dress, Casing casing)
    {
        var dressed = Array.ConvertAll(forms, dress);
        return Outline.CasingOf(dressed) == casing ? dressed : forms;
    }

    private static string Title(string form) =>
        form.Length > 3 && char.IsLower(form[0]) ? char.ToUpperInvariant(form[0]) + form[1..] : form;
}
