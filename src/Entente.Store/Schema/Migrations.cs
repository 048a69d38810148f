using System.Collections.Immutable;
using System.Globalization;
using System.Reflection;

namespace Entente.Store.Schema;

/// <summary>
/// Brings a store's tables up to date. The steps are the SQL files of this folder, numbered from 1; a step that was published is never
/// changed again.
/// </summary>
internal static class Migrations
{
    private static readonly ImmutableArray<string> Steps =
    [
        .. typeof(Migrations).Assembly.GetManifestResourceNames().Where(n => n.Contains(".Schema.", StringComparison.Ordinal) && n.EndsWith(".sql", StringComparison.Ordinal)).Order(StringComparer.Ordinal).Select(Text),
    ];

    /// <summary>Version of the tables that this program writes.</summary>
    public static int Latest => Steps.Length;

    /// <summary>The published steps.</summary>
    internal static ImmutableArray<string> Published => Steps;

    /// <summary>Brings a store up to date; true when there was something to do.</summary>
    /// <exception cref="StoreException">A newer program wrote it, or it is none of ours.</exception>
    public static bool Apply(EventStore store) => Apply(store, Steps);

    /// <summary>The same with steps of one's own, for tests of what later versions will do.</summary>
    internal static bool Apply(EventStore store, ImmutableArray<string> steps)
    {
        var (version, latest) = (Version(store), steps.Length);
        if (version > latest)
            throw new StoreException(StoreFault.Newer, string.Create(CultureInfo.InvariantCulture, $"{store.Path} was written by a newer version of entente (tables {version}, this program knows {latest}); use that version."));
        if (version == latest) return false;
        if (store.ReadOnly) throw new StoreException(StoreFault.Forbidden, $"{store.Path} is of an older version; run `entente recode --store {store.Path} --only-migrate` first.");
        if (version > 0) Backup(store, version);
        store.InTransaction(() =>
        {
            for (var step = version; step < latest; step++) store.Execute(steps[step]);
            store.Execute("INSERT OR REPLACE INTO store VALUES ('schema_version', $1)", latest.ToString(CultureInfo.InvariantCulture));
        });
        return true;
    }

    private static int Version(EventStore store)
    {
        var tables = store.Scalar<int>("SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND NOT internal");
        if (tables == 0) return 0;
        var ours = store.Scalar<int>("SELECT count(*) FROM duckdb_tables() WHERE database_name = current_database() AND table_name = 'store'");
        var version = ours == 0 ? null : store.Scalar<string>("SELECT value FROM store WHERE key = 'schema_version'");
        if (version is null || !int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
            throw new StoreException(StoreFault.Damaged, $"{store.Path} is a database, but no store of entente; name another file.");
        return number;
    }

    private static void Backup(EventStore store, int version)
    {
        store.Execute("CHECKPOINT");
        var backup = string.Create(CultureInfo.InvariantCulture, $"{store.Path}.tables-{version}.backup");
        if (!File.Exists(backup)) File.Copy(store.Path, backup);
    }

    private static string Text(string resource)
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(resource)!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
