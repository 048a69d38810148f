using System.Collections.Immutable;

namespace Entente.Coding.Knowledge;

/// <summary>The listed actors and places.</summary>
/// <param name="Names">All names.</param>
/// <param name="States">States by code.</param>
/// <param name="Organisations">Organisations and groups by code.</param>
/// <param name="Leaders">Terms of office, in the order of the files.</param>
/// <param name="Territories">Disputed territories.</param>
/// <param name="Counts">Number of entries by kind.</param>
internal sealed record ListedActors(
    NameIndex Names, IReadOnlyDictionary<string, Entity> States, IReadOnlyDictionary<string, Entity> Organisations, IReadOnlyList<Entity> Leaders, TerritoryTable Territories, IReadOnlyDictionary<string, int> Counts);

/// <summary>Reads actors/ and places/.</summary>
internal sealed class ActorReader
{
    private readonly KnowledgeFolder folder;
    private readonly NameIndex names = new();
    private readonly Dictionary<string, Entity> states = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Entity> organisations = new(StringComparer.Ordinal);
    private readonly List<Entity> leaders = [];
    private readonly Dictionary<(string Code, string Name), string> identifiers = [];
    private readonly Dictionary<string, int> counts = new(StringComparer.Ordinal);

    private ActorReader(KnowledgeFolder folder) => this.folder = folder;

    /// <summary>Reads all tables of actors and places.</summary>
    public static ListedActors Read(KnowledgeFolder folder, string view)
    {
        var reader = new ActorReader(folder);
        reader.Each("identifiers", "actors/identifiers.tsv", ["code", "identifier"], r => r["code"] + "|" + r["name"], r => reader.identifiers[(r["code"], r["name"])] = r["identifier"]);
        reader.ReadStates();
        reader.Each("institutions", "actors/institutions.tsv", ["country", "name"], r => r["country"] + "|" + r["name"], reader.Institution);
        reader.Each("leaders", "actors/leaders/*.tsv", ["country", "name", "title"], r => r["country"] + "|" + r["name"] + "|" + r["title"], reader.Leader);
        reader.Each("organisations", "actors/organisations.tsv", ["code", "name"], r => r["code"], reader.Organisation);
        reader.Each("groups", "actors/groups.tsv", ["code", "name"], r => r["code"], reader.Group);
        reader.Each("phrases", "actors/no-actors.tsv", ["name"], r => r["name"], r => reader.AddNames(new Entity { Kind = EntityKind.Nothing, Name = r["name"] }, r["name"], r.List("names")));
        reader.Each("peoples", "actors/peoples.tsv", ["adjective"], r => r["adjective"], reader.People);
        reader.Each("places", "places/places.tsv", ["name", "kind"], r => r["name"] + "|" + r["country"], reader.Place);
        reader.counts["geonames"] = GeoNames.Read(folder, reader.states, reader.names);
        reader.counts["names"] = reader.names.Count;
        return new ListedActors(reader.names, reader.states, reader.organisations, reader.leaders, TerritoryReader.Read(folder, reader.states, view), reader.counts);
    }

    private void Each(string kind, string table, IReadOnlyList<string> required, Func<KnowledgeRow, string> key, Action<KnowledgeRow> read)
    {
        var rows = folder.Rows(table, required, key);
        foreach (var row in rows)
        {
            try
            {
                read(row);
            }
            catch (FormatException fault)
            {
                folder.Report(row, fault.Message);
            }
        }

        counts[kind] = rows.Count;
    }

    private void ReadStates()
    {
        Each("states", "actors/states.tsv", ["code", "name"], r => r["code"] + "|" + r["name"], row =>
        {
            var state = Dated(row, new Entity
            {
                Kind = EntityKind.State,
                Name = row["name"],
                Code = row["code"],
                Country = row["code"],
                Latitude = row.Number("latitude"),
                Longitude = row.Number("longitude"),
                PartOf = row.Memberships("part_of"),
                Identifier = Identifier(row["code"], ""),
                TwoLetters = row.Optional("iso2"),
                CorrelatesOfWar = row.List("cow"),
            });
            states.TryAdd(row["code"], state);
            AddNames(state, row["name"], row.List("names"));
            AddNames(state with { Kind = EntityKind.Adjective }, null, row.List("adjectives"));
            AddNames(state with { Kind = EntityKind.Demonym }, null, row.List("demonyms"));
            AddNames(state with { Kind = EntityKind.Capital }, null, row.List("capitals"));
        });
    }

    private void Institution(KnowledgeRow row) => AddNames(
        Dated(row, new Entity
        {
            Kind = EntityKind.Institution,
            Name = row["name"],
            Code = row["country"],
            Country = row["country"],
            Sectors = row.List("sectors"),
        }),
        row["name"],
        row.List("names"));

    private void Leader(KnowledgeRow row)
    {
        var code = row["country"];
        var variants = row.List("variants");
        var surnames = row.List("alone");
        var state = states.GetValueOrDefault(code);
        var leader = Dated(row, new Entity
        {
            Kind = EntityKind.Leader,
            Name = row["name"],
            OtherNames = surnames.IsEmpty ? variants : [.. variants, .. surnames],
            Code = code,
            Country = state is null ? null : code,
            Sectors = row.List("sectors") is { Length: > 0 } sectors ? sectors : ["GOV"],
            Title = row["title"],
            Gender = row.Optional("gender"),
            Identifier = Identifier(code, row["name"]),
        });
        leaders.Add(leader);
        AddNames(leader, row["name"], variants);
        foreach (var alone in surnames) names.Add(alone.TrimEnd('?'), leader, shortForm: true, uncertain: alone.EndsWith('?'));
    }

    private void Organisation(KnowledgeRow row)
    {
        var organisation = Dated(row, new Entity
        {
            Kind = EntityKind.Organisation,
            Name = row["name"],
            Code = row["code"],
            Country = row.Optional("country"),
            Sectors = row.List("sectors") is { Length: > 0 } sectors ? sectors : ["IGO"],
            Members = row.Memberships("members"),
            IsRegion = row["region"] == "yes",
            Identifier = Identifier(row["code"], ""),
        });
        organisations.TryAdd(organisation.Code!, organisation);
        AddNames(organisation, row["name"], [.. row.List("names"), .. row.List("seats")]);
    }

    private void Group(KnowledgeRow row)
    {
        var group = Dated(row, new Entity
        {
            Kind = EntityKind.Group,
            Name = row["name"],
            Code = row["code"],
            Country = row.Optional("country"),
            Sectors = row.List("sectors"),
            Identifier = Identifier(row["code"], ""),
        });
        organisations.TryAdd(group.Code!, group);
        AddNames(group, row["name"], row.List("names"));
    }

    private void People(KnowledgeRow row)
    {
        var code = row.Optional("code") ?? row.Optional("country");
        if (code is not null && !states.ContainsKey(code) && !organisations.ContainsKey(code)) throw new FormatException($"{code} is no code of a state, an organisation or a group");
        var people = new Entity
        {
            Kind = EntityKind.Adjective,
            Name = organisations.TryGetValue(code ?? "", out var group) ? group.Name : states.TryGetValue(code ?? "", out var state) ? state.Name : row["adjective"],
            Code = code,
            Country = row.Optional("country"),
            Sectors = row.List("sectors"),
            IsPeople = true,
        };
        AddNames(people, row["adjective"], []);
        AddNames(people with { Kind = EntityKind.Demonym }, null, row.List("demonyms"));
    }

    private string? Identifier(string code, string name) => identifiers.GetValueOrDefault((code, name));

    private void Place(KnowledgeRow row) => AddNames(
        new Entity
        {
            Kind = EntityKind.Place,
            Name = row["name"],
            Country = row.Optional("country"),
            Latitude = row.Number("latitude"),
            Longitude = row.Number("longitude"),
            PlaceKind = row["kind"],
        },
        row["name"],
        row.List("names"));

    private static Entity Dated(KnowledgeRow row, Entity entity) =>
        entity with { From = row.Day("from", last: false), Until = row.Day("until", last: true) };

    private void AddNames(Entity entity, string? name, ImmutableArray<string> others)
    {
        if (name is not null) names.Add(name, entity);
        foreach (var other in others)
            if (other != name) names.Add(other, entity);
    }
}
