using Entente.Analysis.Blocs;
using Entente.Analysis.Networks;

namespace Entente.Cli.Briefing;

/// <summary>Draws the network of a period: friends stand near one another, foes far apart.</summary>
internal static class NetworkDrawing
{
    private const int Width = 720;
    private const int Height = 480;
    private const int Margin = 50;
    private const int Rounds = 200;

    /// <summary>The drawing.</summary>
    /// <param name="network">The network.</param>
    /// <param name="factions">Its factions; each has a shape of its own.</param>
    /// <param name="name">How a party is called.</param>
    public static Markup Draw(PeriodNetwork network, FactionStability factions, Func<string, string> name)
    {
        var graph = network.Graph;
        int[] shown = [.. Enumerable.Range(0, graph.Count).Where(graph.IsTied)];
        if (shown.Length == 0) return Markup.None;
        var places = Fit(Layout(graph, shown, factions.Factions.Members.AsSpan()));
        var at = shown.Select((node, i) => (node, i)).ToDictionary(p => p.node, p => places[p.i]);
        var ties = graph.Ties.Select(t => Markup.Of($"<line class=\"tie-{(t.Weight > 0 ? "warm" : "cold")}\" x1=\"{at[t.I].X:0.#}\" y1=\"{at[t.I].Y:0.#}\" x2=\"{at[t.J].X:0.#}\" y2=\"{at[t.J].Y:0.#}\" stroke-width=\"{1 + (4 * Math.Abs(t.Weight)):0.#}\"><title>{name(graph.Names[t.I])} – {name(graph.Names[t.J])}: {Charts.Signed(t.Weight)}</title></line>"));
        var nodes = shown.Select(i => Markup.Of($"<g>{Shape(factions.Factions.Members[i], at[i])}<text x=\"{at[i].X:0.#}\" y=\"{at[i].Y + 22:0.#}\" text-anchor=\"middle\">{name(graph.Names[i])}</text></g>"));
        var (friends, foes) = (graph.Ties.Count(t => t.Weight > 0), graph.Ties.Count(t => t.Weight < 0));
        return Markup.Of($"<svg class=\"chart network\" role=\"img\" viewBox=\"0 0 {Width} {Height}\" aria-labelledby=\"net-t net-d\"><title id=\"net-t\">Who stands with whom</title><desc id=\"net-d\">{shown.Length} parties, {friends} friendly and {foes} hostile ties; the table below lists the factions.</desc>{Markup.Join(ties)}{Markup.Join(nodes)}</svg>");
    }

    private static Markup Shape(int faction, (double X, double Y) at) => faction switch
    {
        0 => Markup.Of($"<circle class=\"node f0\" cx=\"{at.X:0.#}\" cy=\"{at.Y:0.#}\" r=\"8\"/>"),
        1 => Markup.Of($"<rect class=\"node f1\" x=\"{at.X - 7:0.#}\" y=\"{at.Y - 7:0.#}\" width=\"14\" height=\"14\"/>"),
        2 => Markup.Of($"<path class=\"node f2\" d=\"M{at.X:0.#} {at.Y - 9:0.#}l9 9l-9 9l-9 -9z\"/>"),
        _ => Markup.Of($"<path class=\"node f3\" d=\"M{at.X:0.#} {at.Y - 9:0.#}l9 16h-18z\"/>"),
    };

    /// <summary>Friends are wanted near, foes far, others in between (stress majorisation; Gansner, Koren and North 2005).</summary>
    private static (double X, double Y)[] Layout(SignedGraph graph, int[] shown, ReadOnlySpan<int> members)
    {
        var count = shown.Length;
        var sides = members.ToArray();
        // Factions start side by side on a circle, so that the outcome hangs on nothing but the network.
        var order = Enumerable.Range(0, count).OrderBy(i => sides[shown[i]]).ThenBy(i => graph.Names[shown[i]], StringComparer.Ordinal).ToArray();
        var places = new (double X, double Y)[count];
        for (var i = 0; i < count; i++) places[order[i]] = (Math.Cos(2 * Math.PI * i / count), Math.Sin(2 * Math.PI * i / count));
        for (var round = 0; round < Rounds; round++)
            for (var i = 0; i < count; i++) places[i] = Moved(graph, shown, i, sides, places);
        return places;
    }

    private static (double X, double Y) Moved(SignedGraph graph, int[] shown, int i, int[] sides, (double X, double Y)[] places)
    {
        var (x, y, sum) = (0.0, 0.0, 0.0);
        for (var j = 0; j < shown.Length; j++)
        {
            if (j == i) continue;
            var tie = graph[shown[i], shown[j]];
            var wanted = tie > 0 ? 0.7 : tie < 0 ? 1.5 : sides[shown[i]] == sides[shown[j]] ? 0.9 : 1.3;
            var weight = (tie == 0 ? 0.3 : 1) / (wanted * wanted);
            var (dx, dy) = (places[i].X - places[j].X, places[i].Y - places[j].Y);
            var distance = Math.Max(1e-6, Math.Sqrt((dx * dx) + (dy * dy)));
            x += weight * (places[j].X + (wanted * dx / distance));
            y += weight * (places[j].Y + (wanted * dy / distance));
            sum += weight;
        }

        return sum > 0 ? (x / sum, y / sum) : places[i];
    }

    private static (double X, double Y)[] Fit((double X, double Y)[] places)
    {
        var (left, right, top, bottom) = (places.Min(p => p.X), places.Max(p => p.X), places.Min(p => p.Y), places.Max(p => p.Y));
        return
        [
            .. places.Select(p => (
                right > left ? Margin + ((p.X - left) / (right - left) * (Width - (2 * Margin))) : Width / 2.0,
                bottom > top ? (Margin / 2) + ((p.Y - top) / (bottom - top) * (Height - (1.5 * Margin))) : Height / 2.0)),
        ];
    }
}
