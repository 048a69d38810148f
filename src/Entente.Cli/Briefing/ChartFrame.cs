using System.Globalization;
using System.Text.RegularExpressions;
using ScottPlot;

namespace Entente.Cli.Briefing;

/// <summary>Colours of a chart; the page's style gives them their look in light and dark.</summary>
internal enum Ink
{
    /// <summary>Axes and zero lines.</summary>
    Axis = 1,

    /// <summary>Faint lines.</summary>
    Grid,

    /// <summary>The figure itself.</summary>
    Line,

    /// <summary>Its interval.</summary>
    Band,

    /// <summary>Cooperation, or drawing closer.</summary>
    Warm,

    /// <summary>Conflict, or drifting apart.</summary>
    Cold,

    /// <summary>What was before.</summary>
    Past,

    /// <summary>Turning points.</summary>
    Turn,
}

/// <summary>A chart in the making: ScottPlot draws the shapes, the page's own text stands beside them, so that a chart looks the same whatever fonts a machine has.</summary>
internal sealed partial class ChartFrame : IDisposable
{
    private readonly Plot plot = new();
    private readonly List<Markup> texts = [];
    private readonly (double Left, double Right, double Bottom, double Top) limits;
    private readonly (float Left, float Right, float Top, float Bottom) padding;
    private readonly (int Width, int Height) size;

    /// <summary>Begins a chart.</summary>
    /// <param name="size">Width and height in pixels.</param>
    /// <param name="padding">Room around the data: left, right, top, bottom.</param>
    /// <param name="limits">What the edges of the data area stand for: left, right, bottom, top.</param>
    public ChartFrame((int Width, int Height) size, (float Left, float Right, float Top, float Bottom) padding, (double Left, double Right, double Bottom, double Top) limits)
    {
        (this.size, this.padding, this.limits) = (size, padding, limits);
        plot.Layout.Fixed(new PixelPadding(padding.Left, padding.Right, padding.Bottom, padding.Top));
        plot.HideGrid();
        foreach (var axis in plot.Axes.GetAxes()) axis.IsVisible = false;
        plot.FigureBackground.Color = Colors.Transparent;
        plot.DataBackground.Color = Colors.Transparent;
    }

    /// <summary>The shapes are drawn with these colours, which become classes of the page.</summary>
    private static Color Colour(Ink ink) => Color.FromHex($"#{1:x2}{2:x2}{(int)ink + 16:x2}");

    /// <summary>A straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, Ink ink, float width = 1)
    {
        var line = plot.Add.Line(x1, y1, x2, y2);
        (line.Color, line.LineWidth) = (Colour(ink), width);
    }

    /// <summary>A line through points.</summary>
    public void Curve(double[] xs, double[] ys, Ink ink, float width = 2)
    {
        if (xs.Length < 2) return;
        var curve = plot.Add.ScatterLine(xs, ys);
        (curve.Color, curve.LineWidth) = (Colour(ink), width);
    }

    /// <summary>An area between two lines.</summary>
    public void Band(double[] xs, double[] low, double[] high, Ink ink)
    {
        if (xs.Length < 2) return;
        var band = plot.Add.FillY(xs, low, high);
        (band.FillColor, band.LineWidth) = (Colour(ink), 0);
    }

    /// <summary>Bars from nought.</summary>
    public void Bars(IEnumerable<(double X, double Value)> values, double width, Ink ink)
    {
        Bar[] bars = [.. values.Where(v => v.Value != 0).Select(v => new Bar { Position = v.X, Value = v.Value, FillColor = Colour(ink), LineWidth = 0, Size = width })];
        if (bars.Length > 0) plot.Add.Bars(bars);
    }

    /// <summary>A point.</summary>
    public void Point(double x, double y, Ink ink, MarkerShape shape = MarkerShape.FilledCircle, float diameter = 9)
    {
        var marker = plot.Add.Marker(x, y);
        (marker.Shape, marker.Size, marker.Color) = (shape, diameter, Colour(ink));
    }

    /// <summary>Text at a place of the data area.</summary>
    /// <param name="x">Place along the horizontal axis.</param>
    /// <param name="y">Place along the vertical axis.</param>
    /// <param name="text">The text.</param>
    /// <param name="anchor">start, middle or end.</param>
    /// <param name="dx">Pixels to the right.</param>
    /// <param name="dy">Pixels down.</param>
    /// <param name="link">Where it leads on the page, null for nowhere.</param>
    public void Text(double x, double y, string text, string anchor = "middle", double dx = 0, double dy = 4, string? link = null)
    {
        var words = Markup.Of($"<text x=\"{X(x) + dx:0.#}\" y=\"{Y(y) + dy:0.#}\" text-anchor=\"{anchor}\">{text}</text>");
        texts.Add(link is null ? words : Markup.Of($"<a href=\"{link}\">{words}</a>"));
    }

    /// <summary>The chart.</summary>
    /// <param name="id">Its id on the page, unique there.</param>
    /// <param name="title">What it shows, for those who do not see it.</param>
    /// <param name="description">What is to be seen in it.</param>
    public Markup Draw(string id, string title, string description)
    {
        plot.Axes.SetLimits(limits.Left, limits.Right, limits.Bottom, limits.Top);
        var svg = plot.GetSvgXml(size.Width, size.Height);
        var inner = svg[(svg.IndexOf('>', svg.IndexOf("<svg", StringComparison.Ordinal)) + 1)..svg.LastIndexOf("</svg>", StringComparison.Ordinal)];
        inner = Clips().Replace(inner, m => $"{id}-{m.Value}");
        inner = Inks().Replace(inner, m => $"class=\"{m.Groups[1].Value[0]}-{(Ink)(int.Parse(m.Groups[2].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 16)}\"".ToLowerInvariant());
        inner = Blanks().Replace(inner, "><");
        return Markup.Of($"<svg class=\"chart\" role=\"img\" viewBox=\"0 0 {size.Width} {size.Height}\" aria-labelledby=\"{id}-t {id}-d\"><title id=\"{id}-t\">{title}</title><desc id=\"{id}-d\">{description}</desc>{new Markup(inner.Trim())}{Markup.Join(texts)}</svg>");
    }

    /// <inheritdoc/>
    public void Dispose() => plot.Dispose();

    private double X(double x) => padding.Left + ((x - limits.Left) / (limits.Right - limits.Left) * (size.Width - padding.Left - padding.Right));

    private double Y(double y) => padding.Top + ((limits.Top - y) / (limits.Top - limits.Bottom) * (size.Height - padding.Top - padding.Bottom));

    [GeneratedRegex("cl_[0-9a-f]+")]
    private static partial Regex Clips();

    [GeneratedRegex("(fill|stroke)=\"#0102([0-9a-fA-F]{2})\"")]
    private static partial Regex Inks();

    [GeneratedRegex(@">\s+<")]
    private static partial Regex Blanks();
}
