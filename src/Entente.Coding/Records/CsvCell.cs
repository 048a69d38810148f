using System.Text;

namespace Entente.Coding.Records;

/// <summary>Cells of CSV files (RFC 4180) that no spreadsheet takes for a formula.</summary>
public static class CsvCell
{
    /// <summary>A text: an apostrophe before one that starts with <c>= + - @</c>, tab or carriage return, and quotes where they are needed.</summary>
    public static string Text(string? text)
    {
        text ??= "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r') text = "'" + text;
        if (text.AsSpan().IndexOfAny(",\"\r\n") < 0) return text;
        return new StringBuilder(text.Length + 8).Append('"').Append(text.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"').ToString();
    }
}
