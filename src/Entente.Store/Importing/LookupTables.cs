using System.Globalization;

namespace Entente.Store.Importing;

/// <summary>Fills the small temporary tables with which the rows of a file are joined: only what the file has is looked up.</summary>
/// <param name="store">The store.</param>
/// <param name="tables">The knowledge.</param>
internal sealed class LookupTables(EventStore store, ImportTables tables)
{
    private readonly CameoActors byCode = new(tables);
    private readonly NamedActors byName = new(tables);

    /// <summary>Makes the tables for the rows of <c>staged</c> and counts what they do not know.</summary>
    public void Fill(ImportFormat format, ImportReport report)
    {
        store.Execute("CREATE OR REPLACE TEMP TABLE import_actors (key VARCHAR, code VARCHAR, country VARCHAR, sector VARCHAR, name VARCHAR, known BOOLEAN, since DATE, until DATE)");
        store.Execute("CREATE OR REPLACE TEMP TABLE import_acts (key VARCHAR, event VARCHAR, mode VARCHAR, context VARCHAR, quad UTINYINT, cameo VARCHAR, goldstein FLOAT, score FLOAT)");
        store.Execute("CREATE OR REPLACE TEMP TABLE import_places (key VARCHAR, code VARCHAR)");
        FillActors(format, report);
        FillActs(report);
        FillPlaces(format);
    }

    private void FillActors(ImportFormat format, ImportReport report)
    {
        var given = Counts("SELECT key, sum(n)::BIGINT FROM (SELECT actor_key AS key, count(*) AS n FROM staged GROUP BY 1 UNION ALL SELECT recipient_key, count(*) FROM staged GROUP BY 1) WHERE key IS NOT NULL GROUP BY 1 ORDER BY 1");
        using var to = store.Connection.CreateAppender(null, null, "import_actors");
        foreach (var (key, count) in given)
        {
            if (key.Trim('\u001f').Length == 0) continue;
            var meanings = format.ByCode ? byCode.Resolve(key) : byName.Resolve(key);
            report.Actors += count;
            if (!meanings.Any(m => m.Known)) report.AddUnknown(key, count);
            foreach (var meaning in meanings)
            {
                to.CreateRow().AppendValue(key).AppendValue(meaning.Code).AppendValue(meaning.Country).AppendValue(meaning.Sectors).AppendValue(meaning.Name)
                    .AppendValue(meaning.Known).AppendValue((DateOnly?)meaning.Since).AppendValue((DateOnly?)meaning.Until).EndRow();
            }
        }
    }

    private void FillActs(ImportReport report)
    {
        var ontology = tables.Knowledge.Ontology;
        var given = Counts("SELECT coalesce(act_key, ''), count(*) FROM staged WHERE day IS NOT NULL GROUP BY 1 ORDER BY 1");
        using var to = store.Connection.CreateAppender(null, null, "import_acts");
        foreach (var (key, count) in given)
        {
            if (tables.ActOf(key) is not { Event: { } type } act)
            {
                report.NoEvents += count;
                report.AddLeftOut(key.Length == 0 ? "(none)" : key, count);
                continue;
            }

            to.CreateRow().AppendValue(key).AppendValue(type).AppendValue(act.Mode).AppendValue(act.Context).AppendValue((byte?)ontology.Quad(type))
                .AppendValue(act.Cameo).AppendValue((float?)ontology.Goldstein(act.Cameo)).AppendValue((float?)ontology.Score(type, act.Mode)).EndRow();
        }
    }

    private void FillPlaces(ImportFormat format)
    {
        var given = Counts("SELECT place_key, count(*) FROM staged WHERE place_key IS NOT NULL GROUP BY 1 ORDER BY 1");
        using var to = store.Connection.CreateAppender(null, null, "import_places");
        foreach (var (key, _) in given)
        {
            var code = format.Template == "gdelt" ? tables.OfFips(key) : tables.Country(key);
            to.CreateRow().AppendValue(key).AppendValue(code).EndRow();
        }
    }

    private List<(string Key, long Count)> Counts(string sql) =>
        [.. store.Rows(sql).Select(r => (r.GetString(0), Convert.ToInt64(r.GetValue(1), CultureInfo.InvariantCulture)))];
}
