using System.Collections.Immutable;
using Entente.Analysis;
using Entente.Analysis.Affinity;
using Entente.Analysis.Blocs;
using Entente.Analysis.Calendar;
using Entente.Analysis.Networks;
using Entente.Analysis.Series;
using Entente.Analysis.Turning;
using Entente.Cli.Commands.Relations;
using Entente.Store;
using Entente.Store.Relating;

namespace Entente.Cli.Briefing;

/// <summary>Gathers what the page shows.</summary>
/// <param name="store">The store.</param>
/// <param name="data">The record by months, with all states and organisations.</param>
/// <param name="about">Codes of those whom the page is about; empty for everybody.</param>
internal sealed class BriefBuilder(EventStore store, RelationData data, ImmutableArray<string> about)
{
    private const int MostTies = 6;
    private const int MostMovers = 10;
    private const int FewestMovers = 5;
    private const int MostTurns = 8;
    private const int EventsOfTurn = 3;
    private const double LikelyTurn = 0.5;
    private const int MostEvents = 6;
    private const int MostDisputes = 25;
    private const int MostParties = 24;
    private const int Resamples = 100;

    private readonly RelationQuery query = new(store);

    /// <summary>Gathers it; null when the store has no event between two parties.</summary>
    public BriefContent? Gather()
    {
        if (data.Coverage.IsEmpty || data.World.Cells.IsEmpty) return null;
        var (before, after) = MoversTable.Windows(data, null);
        var model = new AffinityModel(data.Affinity);
        var movers = new MoverFinder(model).Find(data.World, data.Coverage, before, after);
        var ties = new TieFinder(model).Find(data.World, data.Coverage, after);
        var network = PeriodNetwork.Of(ties, MostParties, about);
        var accepted = movers.Count(m => m.Accepted);
        var chosen = Chosen(movers).ToList();
        var moved = movers.Take(Math.Clamp(accepted, Math.Min(FewestMovers, movers.Length), MostMovers)).Select(m => (m.One, m.Other)).ToList();
        var shown = Only([.. chosen, .. moved]);
        var finder = new TurningFinder(new SourceShifts(query.Sources(data.Request.Unit)));
        var series = SeriesBuilder.Build(shown, data.Coverage, data.Request.Unit, directed: false).ToDictionary(s => (s.One, s.Other));
        var parts = new Parts(series, model.Estimate(shown, data.Coverage), finder, ties, movers, before, after);
        return new BriefContent
        {
            About = about,
            Data = data,
            Before = before,
            After = after,
            Totals = query.Totals(),
            Makers = query.Makers(),
            Ties = [.. chosen.Select(d => Dyad(d, parts))],
            Movers = [.. moved.Select(d => Dyad(d, parts))],
            Compared = movers.Length,
            Network = network,
            Factions = FactionStability.Measure(network.Graph, network.Resamples(Resamples, 1)),
            Loneliness = about.Length == 0 ? [] : [.. LonelinessTable.Figures(data, about, before, after)],
            Calendar = [.. CalendarTable.Entries(store, data.Request)],
            Disputes = Disputes(),
        };
    }

    private sealed record Parts(
        Dictionary<(string, string), DyadSeries> Series, AffinityTable Affinity, TurningFinder Turnings, ImmutableArray<Tie> Ties, ImmutableArray<Mover> Movers, PeriodWindow Before, PeriodWindow After);

    /// <summary>All dyads among those whom the page is about; else those with the most events in both windows.</summary>
    private IEnumerable<(string One, string Other)> Chosen(ImmutableArray<Mover> movers)
    {
        if (about.Length >= 2)
        {
            var sorted = about.Order(StringComparer.Ordinal).ToList();
            return sorted.SelectMany((one, i) => sorted.Skip(i + 1).Select(other => (one, other)));
        }

        return movers.Where(m => about.Length == 0 || about.Contains(m.One) || about.Contains(m.Other))
            .OrderByDescending(m => m.Events.Before + m.Events.After).ThenBy(m => m.One, StringComparer.Ordinal).ThenBy(m => m.Other, StringComparer.Ordinal).Take(MostTies).Select(m => (m.One, m.Other));
    }

    /// <summary>The numbers of some dyads; a page shows a dozen of what may be thousands.</summary>
    private DyadRows Only(HashSet<(string, string)> dyads) =>
        data.World with { Cells = [.. data.World.Cells.Where(c => dyads.Contains((data.World.Parties[c.One], data.World.Parties[c.Other])))] };

    private BriefDyad Dyad((string One, string Other) dyad, Parts parts)
    {
        var series = parts.Series.GetValueOrDefault(dyad);
        var at = parts.Affinity.Find(dyad.One, dyad.Other);
        var turns = series is null ? [] : parts.Turnings.Find([series]);
        var request = data.Request with { Since = Later(Periods.First(parts.Before.First, data.Request.Unit)), Until = Periods.Last(parts.After.Last, data.Request.Unit) };
        return new BriefDyad(
            dyad.One, dyad.Other, parts.Ties.FirstOrDefault(t => t.One == dyad.One && t.Other == dyad.Other), parts.Movers.FirstOrDefault(m => m.One == dyad.One && m.Other == dyad.Other), series,
            series is null || at < 0 ? [] : [.. series.Points.Select(p => parts.Affinity.At(at, p.Period))],
            [.. turns.Where(t => t.Probability >= LikelyTurn).Take(MostTurns).OrderBy(t => t.Period).Select(t => new BriefTurn(t, [.. TurningTable.Events(query, data, t, EventsOfTurn)]))],
            [.. query.Evidence(request, dyad.One, dyad.Other, MostEvents).OrderBy(e => e.Day).ThenBy(e => e.Record.Id, StringComparer.Ordinal)]);
    }

    private NodaTime.LocalDate Later(NodaTime.LocalDate day) => data.Request.Since is { } since && since > day ? since : day;

    /// <summary>Those that somebody of whom the page is about takes part in come first, then those with the most voices.</summary>
    private ImmutableArray<Dispute> Disputes()
    {
        var found = query.Disputed(data.Request.Filter).GroupBy(d => d.Incident is { } incident ? $"i{incident}" : $"e{d.Evidence.Record.Id}").Select(g => new Dispute([.. g.Select(d => d.Evidence).OrderByDescending(e => e.Record.Attribution.Length).ThenBy(e => e.Record.Id, StringComparer.Ordinal)]));
        return
        [
            .. found.OrderByDescending(d => d.Reports.Any(r => CalendarBuilder.Parties(r.Record).Any(p => about.Contains(p))))
                .ThenByDescending(d => d.Reports.Sum(r => r.Record.Attribution.Length)).ThenByDescending(d => d.Reports[0].Record.Published, StringComparer.Ordinal).ThenBy(d => d.Reports[0].Record.Id, StringComparer.Ordinal)
                .Take(MostDisputes),
        ];
    }
}
