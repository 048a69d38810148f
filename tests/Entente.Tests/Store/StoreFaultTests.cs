using Entente.Store;
using Xunit;

namespace Entente.Tests.Store;

/// <summary>A store that cannot be used says so in one line, and nothing is lost.</summary>
public sealed class StoreFaultTests
{
    private const string News = "Russian Defence Minister Sergei Shoigu visited Pyongyang on Wednesday.\n";

    [Fact]
    public void A_store_in_use_is_told()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News));
        using var open = EventStore.Open(scratch.Store);
        Line(scratch.Run(3, "ingest", scratch.At("a.txt")), "is used by another process");
        Line(scratch.Run(3, "query"), "is used by another process");
    }

    [Fact]
    public void A_missing_store_is_told()
    {
        using var scratch = new Scratch();
        Line(scratch.Run(2, "query"), "does not exist");
        Line(scratch.Run(2, "export"), "does not exist");
        Assert.Empty(Directory.GetFiles(scratch.Folder));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(5000)]
    public void What_is_no_store_is_told(int length)
    {
        using var scratch = new Scratch();
        File.WriteAllBytes(scratch.Store, [.. Enumerable.Range(0, length).Select(i => (byte)(i * 7))]);
        var before = File.ReadAllBytes(scratch.Store);
        if (length == 0) return;
        Line(scratch.Run(3, "ingest", scratch.Write("a.txt", News)), "no store");
        Assert.Equal(before, File.ReadAllBytes(scratch.Store));
    }

    [Fact]
    public void A_damaged_store_is_told()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", Repository.At("samples"));
        var bytes = File.ReadAllBytes(scratch.Store);
        File.WriteAllBytes(scratch.Store, bytes[..(bytes.Length / 3)]);
        var run = Entente.Tests.Cli.Program.Run("export", "--store", scratch.Store);
        Assert.Equal(3, run.Code);
        Assert.Single(run.ErrorLines);
        for (var i = 5000; i < bytes.Length; i += 4096) bytes[i] ^= 0xFF;
        File.WriteAllBytes(scratch.Store, bytes);
        run = Entente.Tests.Cli.Program.Run("export", "--store", scratch.Store);
        Assert.Equal(3, run.Code);
        Assert.Single(run.ErrorLines);
    }

    [Fact]
    public void A_store_of_a_newer_program_is_refused()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News));
        using (var store = EventStore.Open(scratch.Store)) store.Execute("UPDATE store SET value = '99' WHERE key = 'schema_version'");
        Line(scratch.Run(3, "ingest", scratch.At("a.txt")), "newer version of entente");
        Line(scratch.Run(3, "query"), "newer version of entente");
    }

    [Fact]
    public void A_folder_that_may_not_be_written_is_told()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "permissions are set as Linux has them");
        if (OperatingSystem.IsWindows()) return;
        using var scratch = new Scratch();
        scratch.Write("a.txt", News);
        File.SetUnixFileMode(scratch.Folder, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        try
        {
            // Root may write everywhere unless it gives that right away first.
            var humble = Environment.UserName == "root" ? "setpriv --bounding-set=-dac_override,-dac_read_search " : "";
            Line(Entente.Tests.Cli.Program.Shell($"{humble}$entente ingest {scratch.At("a.txt")} --store {scratch.Store}"), "permissions");
        }
        finally
        {
            File.SetUnixFileMode(scratch.Folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        Assert.False(File.Exists(scratch.Store));
    }

    [Fact]
    public void A_full_disk_is_told_and_what_was_kept_stays()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "the limit on the size of files is the shell's");
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.txt", News));
        var before = scratch.Run(0, "export").Out;
        // The runtime itself maps large files unless it is told not to.
        var run = Entente.Tests.Cli.Program.Shell($"export DOTNET_EnableWriteXorExecute=0; trap '' XFSZ; ulimit -f 500; $entente ingest {Repository.At("samples")} --store {scratch.Store}");
        Assert.Equal(3, run.Code);
        Assert.Single(run.ErrorLines, l => l.StartsWith("entente: ", StringComparison.Ordinal));
        Assert.Contains(before, scratch.Run(0, "export").Out, StringComparison.Ordinal);
    }

    private static void Line(Entente.Tests.Cli.Program.Outcome run, string words)
    {
        Assert.Contains(words, Assert.Single(run.ErrorLines), StringComparison.Ordinal);
        Assert.Empty(run.Out);
    }
}
