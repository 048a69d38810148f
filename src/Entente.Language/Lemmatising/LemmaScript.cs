using Entente.Language.Tagging;

namespace Entente.Language.Lemmatising;

/// <summary>How a form becomes its lemma: the case kept or dropped, letters cut from the end, others put there.</summary>
internal readonly record struct LemmaScript(bool KeepsCase, int Cut, string Append)
{
    /// <summary>The script that makes <paramref name="lemma"/> of <paramref name="form"/>.</summary>
    public static LemmaScript Between(string form, string lemma)
    {
        var keeps = lemma.Any(char.IsUpper);
        var plain = Base(form, keeps);
        var common = 0;
        while (common < plain.Length && common < lemma.Length && plain[common] == lemma[common]) common++;
        return new LemmaScript(keeps, plain.Length - common, lemma[common..]);
    }

    /// <summary>Reads a script that <see cref="ToString"/> wrote.</summary>
    public static LemmaScript Parse(string text)
    {
        var parts = text.Split(' ', 3);
        return new LemmaScript(parts[0] == "=", int.Parse(parts[1], System.Globalization.CultureInfo.InvariantCulture), parts[2]);
    }

    /// <summary>The lemma of <paramref name="form"/>; the form itself where the script does not fit it.</summary>
    public string Apply(string form)
    {
        if (Cut == 0 && Append.Length == 0 && KeepsCase) return Base(form, true);
        var plain = Base(form, KeepsCase);
        if (Cut > plain.Length || Cut == plain.Length && Append.Length == 0) return plain;
        return Cut == 0 && Append.Length == 0 ? plain : string.Concat(plain.AsSpan(0, plain.Length - Cut), Append);
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{(KeepsCase ? "=" : "-")} {Cut} {Append}");

    private static string Base(string form, bool keepsCase)
    {
        foreach (var c in form)
            if (!char.IsAsciiLetterLower(c))
                return string.Create(form.Length, (form, keepsCase), static (span, state) =>
                {
                    for (var i = 0; i < span.Length; i++)
                    {
                        var c = Outline.Straight(state.form[i]);
                        span[i] = state.keepsCase ? c : char.ToLowerInvariant(c);
                    }
                });
        return form;
    }
}
