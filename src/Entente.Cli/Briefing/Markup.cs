using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Entente.Cli.Briefing;

/// <summary>HTML that is safe to write as it is.</summary>
/// <param name="Html">The HTML.</param>
internal readonly record struct Markup(string Html)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Nothing.</summary>
    public static Markup None { get; } = new("");

    /// <summary>HTML with holes: what stands in a hole is escaped unless it is <see cref="Markup"/> itself.</summary>
    public static Markup Of(MarkupHandler html) => new(html.ToString());

    /// <summary>Several one after another.</summary>
    public static Markup Join(IEnumerable<Markup> parts) => new(string.Concat(parts.Select(p => p.Html)));

    /// <summary>Text, escaped for an element or a quoted attribute.</summary>
    public static string Escape(string? text) => text is null ? "" : Encoder.Encode(Visible(text));

    /// <summary>Control characters and marks that turn the direction of writing are shown as a blank, so that no title can disguise another.</summary>
    private static string Visible(string text)
    {
        if (!text.Any(Hidden)) return text;
        return string.Concat(text.Select(c => Hidden(c) ? ' ' : c));
    }

    private static bool Hidden(char c) => char.IsControl(c) || c is '\u200e' or '\u200f' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069');
}

/// <summary>Builds <see cref="Markup"/> from an interpolated string; the holes are escaped.</summary>
[InterpolatedStringHandler]
internal readonly ref struct MarkupHandler
{
    private readonly StringBuilder html;

    /// <summary>Begins.</summary>
    public MarkupHandler(int literalLength, int formattedCount) => html = new StringBuilder(literalLength + (16 * formattedCount));

    /// <summary>The program's own HTML.</summary>
    public void AppendLiteral(string value) => html.Append(value);

    /// <summary>Text from anywhere.</summary>
    public void AppendFormatted(string? value) => html.Append(Markup.Escape(value));

    /// <summary>HTML that is safe already.</summary>
    public void AppendFormatted(Markup value) => html.Append(value.Html);

    /// <summary>A number.</summary>
    public void AppendFormatted(double value, string? format = null) => html.Append(value.ToString(format ?? "0.##", CultureInfo.InvariantCulture));

    /// <summary>A whole number.</summary>
    public void AppendFormatted(int value) => html.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <summary>A whole number.</summary>
    public void AppendFormatted(long value) => html.Append(value.ToString(CultureInfo.InvariantCulture));

    /// <inheritdoc/>
    public override string ToString() => html.ToString();
}
