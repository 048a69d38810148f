using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>
/// To which state something belongs on a day: disputed territories as the chosen view sees them, and what was part of another state
/// before it became one of its own.
/// </summary>
internal sealed class TerritoryTable(
    IReadOnlyDictionary<string, List<Territory>> byPlace,
    IReadOnlyDictionary<string, List<Territory>> byCode,
    IReadOnlyDictionary<string, Entity> states,
    string view)
{
    /// <summary>The state that an entity belongs to, null for international ones.</summary>
    /// <param name="entity">A listed actor or place.</param>
    /// <param name="day">The day; null for today.</param>
    public string? Country(Entity entity, LocalDate? day)
    {
        if (entity.Country is not { } country) return null;

        // An actor with a code of its own is itself unless the user asked for somebody's view of it.
        if ((entity.Kind == EntityKind.Place || view != Views.Recognised) && Disputed(entity, day) is { } territory) return territory.Country(view) ?? country;
        return states.TryGetValue(country, out var state) ? Whole(state, day) ?? country : country;
    }

    /// <summary>The dispute over a place or an actor's country on a day, null when there is none.</summary>
    public Territory? Disputed(Entity entity, LocalDate? day)
    {
        var rows = entity.Kind == EntityKind.Place ? byPlace.GetValueOrDefault(entity.Name) : entity.Code is { } code ? byCode.GetValueOrDefault(code) : null;
        if (rows is null) return null;
        foreach (var row in rows)
            if (row.On(day)) return row;
        return null;
    }

    /// <summary>The state that another one was part of on a day, null when none.</summary>
    private static string? Whole(Entity state, LocalDate? day)
    {
        if (day is null) return null;
        foreach (var part in state.PartOf)
            if (part.On(day)) return part.Code;
        return null;
    }
}

/// <summary>Reads places/territories.tsv.</summary>
internal static class TerritoryReader
{
    /// <summary>Reads the table.</summary>
    public static TerritoryTable Read(KnowledgeFolder folder, IReadOnlyDictionary<string, Entity> states, string view)
    {
        var byPlace = new Dictionary<string, List<Territory>>(StringComparer.Ordinal);
        var byCode = new Dictionary<string, List<Territory>>(StringComparer.Ordinal);
        foreach (var row in folder.Rows("places/territories.tsv", ["territory"], r => r["territory"] + "|" + r["from"]))
        {
            try
            {
                var territory = new Territory(
                    row["territory"], row.Optional("control"), row.List("claims"), row.Optional("recognised"), row.Day("from", last: false), row.Day("until", last: true), row.Optional("note"));
                if (row.List("claims").Append(row["recognised"]).FirstOrDefault(c => c.Length > 0 && !states.ContainsKey(c)) is { } unknown)
                    throw new FormatException($"{unknown} is no state of actors/states.tsv");
                foreach (var place in row.List("places")) Add(byPlace, place, territory);
                foreach (var code in row.List("codes")) Add(byCode, code, territory);
            }
            catch (FormatException fault)
            {
                folder.Report(row, fault.Message);
            }
        }

        return new TerritoryTable(byPlace, byCode, states, view);
    }

    private static void Add(Dictionary<string, List<Territory>> table, string key, Territory territory)
    {
        if (!table.TryGetValue(key, out var rows)) table[key] = rows = [];
        rows.Add(territory);
    }
}
