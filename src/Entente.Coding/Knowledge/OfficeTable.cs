using NodaTime;

namespace Entente.Coding.Knowledge;

/// <summary>Who holds an office on a day: "the French president" in 2024.</summary>
internal sealed class OfficeTable
{
    private readonly Dictionary<(string Code, string Title), List<Entity>> offices = [];

    /// <summary>Makes the table of some terms of office.</summary>
    public OfficeTable(IEnumerable<Entity> leaders)
    {
        foreach (var leader in leaders)
        {
            var key = (leader.Code!, Plain(leader.Title!));
            if (!offices.TryGetValue(key, out var terms)) offices[key] = terms = new List<Entity>(4);
            terms.Add(leader);
        }
    }

    /// <summary>The one person who holds an office on a day; null when nobody or several do.</summary>
    public Entity? Holder(string code, string title, LocalDate day)
    {
        Entity? holder = null;
        foreach (var term in offices.GetValueOrDefault((code, Plain(title)), []))
        {
            // A term without a beginning proves nothing of a day.
            if (term.From is null || !term.On(day)) continue;
            if (holder is not null && holder.Name != term.Name) return null;
            holder = term;
        }

        return holder;
    }

    /// <summary>One form for the spellings and synonyms of an office.</summary>
    private static string Plain(string title) => title.Replace("defense", "defence", StringComparison.Ordinal) switch
    {
        "premier" => "prime minister",
        "external affairs minister" or "foreign secretary" => "foreign minister",
        "defence secretary" or "secretary of defence" => "defence minister",
        "home secretary" or "home minister" => "interior minister",
        "taoiseach" => "prime minister",
        var plain => plain,
    };
}
