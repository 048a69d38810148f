using System.Collections.Immutable;

namespace Entente.Store.Importing;

/// <summary>
/// Reads actor codes of CAMEO and its elder KEDS: pieces of three letters, first whose actor it is (<c>LBN</c>, <c>IGO</c>), then its roles and
/// groups (<c>REB</c>, <c>HEZ</c>). Thread-safe.
/// </summary>
/// <param name="tables">The tables of codes.</param>
internal sealed class CameoActors(ImportTables tables)
{
    /// <summary>Whom a code means, one answer a time where that changed with the years; never empty.</summary>
    public ImmutableArray<KnownActor> Resolve(string given)
    {
        var code = given.Trim().ToUpperInvariant();
        if (Prefix(code) is { } listed) return [.. tables.Code(code[..listed]).Select(row => Read(given, row, code[listed..]))];
        if (code.Length >= 3 && tables.Knowledge.States.TryGetValue(code[..3], out var state))
            return [Read(given, new CodeRow(state.Code, state.Code, [], state.Name, DateOnly.MinValue, DateOnly.MaxValue), code[3..])];
        return [Read(given, new CodeRow(null, null, [], given, DateOnly.MinValue, DateOnly.MaxValue), code)];
    }

    /// <summary>Length of the longest listed beginning that ends where a piece ends, null when none is.</summary>
    private int? Prefix(string code)
    {
        for (var length = code.Length; length >= 2; length--)
            if ((length == code.Length || length % 3 == 0) && tables.Code(code[..length]).Count > 0) return length;
        return null;
    }

    private KnownActor Read(string given, CodeRow start, string rest)
    {
        var (code, country, name) = (start.Code, start.Country, start.Name);
        var sectors = start.Sectors.ToList();
        for (var at = 0; at + 3 <= rest.Length; at += 3)
        {
            var piece = rest.Substring(at, 3);
            if (country is not null && Member(country, piece) is var (member, called)) (code, name) = (member, called);
            else if (tables.Piece(piece) is { } sector) sectors.Add(sector);
            else if (code is null && Elsewhere(sectors, piece, given) is { } other)
            {
                (code, name) = (other.Code, other.Name ?? name);
                country ??= other.Country;
            }
        }

        if (sectors.Count == 0 && code is not null && tables.Knowledge.Organisations.TryGetValue(code, out var organisation)) sectors.AddRange(organisation.Sectors);
        var actor = KnownActor.Of(code, country, sectors, name, start);
        return actor.Known ? actor : actor with { Name = given };
    }

    /// <summary>A group of a state, named by the state's code and three letters.</summary>
    private (string? Code, string Name)? Member(string country, string piece)
    {
        if (tables.Code(country + piece) is [var row, ..]) return (row.Code, row.Name);
        // A role comes before a group of the same three letters: ISRLAB is Israeli labour, not the Labor Party.
        return tables.Piece(piece) is null && tables.Knowledge.Organisations.TryGetValue(country + piece, out var group)
            ? (group.Code, group.Name) : null;
    }

    /// <summary>What a piece means behind a role such as IGO or NGO, or by itself.</summary>
    private (string? Code, string? Country, string? Name)? Elsewhere(List<string> sectors, string piece, string given)
    {
        if (given.Length >= 6 && tables.Code(given[..3] + piece) is [var listed, ..]) return (listed.Code, listed.Country, listed.Name);
        if (sectors.Contains("IGO") && tables.Knowledge.Organisations.TryGetValue(piece, out var organisation)) return (organisation.Code, null, organisation.Name);
        if (tables.Code(piece) is [var row, ..]) return (row.Code, row.Country, row.Name);
        return tables.Knowledge.States.TryGetValue(piece, out var state) ? (state.Code, state.Code, state.Name) : null;
    }
}
