using Entente.Store;
using Entente.Store.Schema;
using Xunit;

namespace Entente.Tests.Store.Schema;

/// <summary>A store of an older version is brought up to date, with the file as it was beside it; nothing is lost when that fails.</summary>
public sealed class MigrationsTests
{
    private const string Step = "ALTER TABLE events ADD COLUMN salience DOUBLE; COMMENT ON COLUMN events.salience IS 'For the test'; UPDATE events SET salience = 1";

    [Fact]
    public void An_older_store_gets_the_missing_steps_and_a_backup()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", Repository.At("samples", "pages"));
        var before = scratch.Run(0, "export").Out;
        using (var store = EventStore.Open(scratch.Store))
        {
            Assert.True(Migrations.Apply(store, [.. Migrations.Published, Step]));
            Assert.Equal("2", store.Scalar<string>("SELECT value FROM store WHERE key = 'schema_version'"));
            Assert.Equal(0, store.Scalar<int>("SELECT count(*) FROM events WHERE salience IS NULL"));
            Assert.False(Migrations.Apply(store, [.. Migrations.Published, Step]));
        }

        // The program of today refuses what a later one made, and the backup is still of its version.
        Assert.Equal(3, Entente.Tests.Cli.Program.Run("export", "--store", scratch.Store).Code);
        Assert.Equal(before, Entente.Tests.Cli.Program.Run("export", "--store", scratch.Store + ".tables-1.backup").Out);
    }

    [Fact]
    public void A_step_that_fails_leaves_the_store_as_it_was()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", Repository.At("samples", "pages"));
        var before = scratch.Run(0, "export").Out;
        using (var store = EventStore.Open(scratch.Store))
            Assert.Throws<StoreException>(() => Migrations.Apply(store, [.. Migrations.Published, "ALTER TABLE events ADD COLUMN half DOUBLE", "SELECT nonsense FROM nowhere"]));
        Assert.Equal(before, scratch.Run(0, "export").Out);
        scratch.Run(0, "ingest", Repository.At("samples", "article.txt"));
    }

    [Fact]
    public void Reading_an_older_store_asks_for_its_migration()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", Repository.At("samples", "pages"));
        using var store = EventStore.Open(scratch.Store, new StoreOptions { ReadOnly = true });
        var fault = Assert.Throws<StoreException>(() => Migrations.Apply(store, [.. Migrations.Published, Step]));
        Assert.Contains("--only-migrate", fault.Message, StringComparison.Ordinal);
    }
}
