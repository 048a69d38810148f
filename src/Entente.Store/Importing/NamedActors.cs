using System.Collections.Immutable;
using Entente.Coding.Knowledge;

namespace Entente.Store.Importing;

/// <summary>
/// Reads actors that a format tells in words: <c>country U+001F sectors U+001F name</c>. <c>gw:</c> before the country says that it is a number of
/// Gleditsch and Ward, <c>acled:</c> that it is where the event was and the sectors are ACLED's kind of actor. Thread-safe.
/// </summary>
/// <param name="tables">The tables of names.</param>
internal sealed class NamedActors(ImportTables tables)
{
    private const string Number = "gw:";
    private const string Place = "acled:";

    /// <summary>Whom the words mean, one answer a time where that changed with the years; never empty.</summary>
    public ImmutableArray<KnownActor> Resolve(string given)
    {
        var parts = given.Split('\u001f');
        var (country, sectors, name) = (parts[0], parts.ElementAtOrDefault(1) ?? "", parts.ElementAtOrDefault(2) ?? "");
        if (country.StartsWith(Place, StringComparison.Ordinal)) return [Acled(country[Place.Length..], sectors, name)];
        var known = sectors.Split([',', ';'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).SelectMany(w => tables.Word(w)).ToList();
        if (country.StartsWith(Number, StringComparison.Ordinal))
        {
            var numbered = tables.Number(country[Number.Length..].Split([';', ','])[0].Trim());
            if (numbered.Count > 0) return [.. numbered.Select(row => KnownActor.Of(row.Code, row.Country, known, name.Length > 0 ? name : row.Name, row))];
            return [Group(name, null, known)];
        }

        return [Group(name, country.Length == 0 ? null : tables.Country(country.Split(';')[0].Trim()), known)];
    }

    /// <summary>A group or organisation by its name, else somebody of a state.</summary>
    private KnownActor Group(string name, string? country, List<string> sectors)
    {
        if (Listed(name) is { } entity && (country is null || entity.Country is null || entity.Country == country))
            return KnownActor.Of(entity.Code, entity.Kind == EntityKind.Group ? entity.Country ?? country : entity.Country, sectors.Count > 0 ? sectors : [.. entity.Sectors], name);
        if (country is null && tables.Called(name) is { } region) return KnownActor.Of(region.Code, null, sectors, name);
        var actor = KnownActor.Of(country, country, sectors, name.Length > 0 ? name : null);
        return actor.Known ? actor : KnownActor.Unknown(name);
    }

    private KnownActor Acled(string place, string inter, string name)
    {
        var (sectors, home) = tables.Kind(inter);
        if (name.Contains("Police", StringComparison.Ordinal)) sectors = sectors.Replace("GOV", "COP");
        if (name.StartsWith("Military Forces", StringComparison.Ordinal)) sectors = ["MIL"];
        var bare = Before(name, '(');
        if (Listed(bare) is { Kind: EntityKind.Group } group) return KnownActor.Of(group.Code, group.Country, sectors, name);
        var told = After(bare, " of ") is { } of ? tables.Country(of) : null;
        told ??= Inside(name) is { } inside ? tables.Country(inside) : null;
        var country = told ?? (home ? tables.Country(place) : null);
        var actor = KnownActor.Of(country, country, sectors, name);
        return actor.Known ? actor : KnownActor.Unknown(name);
    }

    private Entity? Listed(string name)
    {
        if (name.Length == 0) return null;
        return tables.Knowledge.Who(name).FirstOrDefault(e => e.Kind is EntityKind.Group or EntityKind.Organisation)
            ?? (Inside(name) is { } shorter && shorter.Length > 2 ? tables.Knowledge.Who(Before(name, '(')).FirstOrDefault(e => e.Kind is EntityKind.Group or EntityKind.Organisation) : null);
    }

    private static string Before(string text, char mark) => text.IndexOf(mark, StringComparison.Ordinal) is var at and > 0 ? text[..at].Trim() : text;

    private static string? After(string text, string mark) => text.LastIndexOf(mark, StringComparison.Ordinal) is var at and >= 0 ? text[(at + mark.Length)..].Trim() : null;

    private static string? Inside(string text) =>
        text.LastIndexOf('(') is var start and >= 0 && text.IndexOf(')', start) is var end && end > start + 1 ? text[(start + 1)..end].Trim() : null;
}
