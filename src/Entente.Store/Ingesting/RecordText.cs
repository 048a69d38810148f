namespace Entente.Store.Ingesting;

/// <summary>Makes text fit for the database, one code point for one, so that offsets hold.</summary>
internal static class RecordText
{
    /// <summary>Unpaired surrogates and NUL become the replacement character.</summary>
    public static string? Clean(string? text)
    {
        if (text is null || (!text.Contains('\0') && !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF'))) return text;
        var whole = text.ToCharArray();
        for (var i = 0; i < whole.Length; i++)
        {
            if (i + 1 < whole.Length && char.IsSurrogatePair(whole[i], whole[i + 1])) i++;
            else if (whole[i] == '\0' || char.IsSurrogate(whole[i])) whole[i] = '\uFFFD';
        }

        return new string(whole);
    }
}
