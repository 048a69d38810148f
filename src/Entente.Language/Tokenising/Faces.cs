namespace Entente.Language.Tokenising;

/// <summary>Faces written with punctuation: <c>:-)</c>.</summary>
internal static class Faces
{
    /// <summary>Length of the face that is all of <paramref name="span"/> but its last marks, 0 when there is none.</summary>
    public static int Length(ReadOnlySpan<char> span)
    {
        if (span.Length < 2 || span[0] is not (':' or ';' or '=' or '<' or '8' or 'x')) return 0;
        if (span.StartsWith("<3") && span.Length == 2) return 2;
        if (span[0] == '<') return 0;
        var at = span[1] is '-' or '\'' && span.Length > 2 ? 2 : 1;
        if (span[at] is not (')' or '(' or 'D' or 'P' or 'p' or '/' or 'o' or 'O' or '|' or ']' or '[')) return 0;
        at++;
        while (at < span.Length && span[at] == span[at - 1]) at++;
        return at == span.Length || !char.IsLetterOrDigit(span[at]) ? at : 0;
    }
}
