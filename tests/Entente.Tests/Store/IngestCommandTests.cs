using System.Diagnostics;
using Xunit;

namespace Entente.Tests.Store;

/// <summary>What <c>entente ingest</c> promises.</summary>
public sealed class IngestCommandTests
{
    private const string Visit = """{"id": "visit", "date": "2023-07-27", "title": "Shoigu in Pyongyang", "source": "Agency A", "text": "Russian Defence Minister Sergei Shoigu visited Pyongyang on Wednesday. He met Kim Jong Un and looked at missiles."}""";
    private const string Denial = """{"id": "denial", "date": "2023-08-03", "source": "Agency B", "text": "North Korea on Thursday denied that it had supplied arms to Russia. The United States had accused Pyongyang of selling shells to Moscow."}""";

    [Fact]
    public void What_is_ingested_comes_out_as_it_is_coded_and_a_second_run_adds_nothing()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("news.jsonl", Visit + "\n" + Denial + "\n");
        Assert.Contains("2 new", scratch.Run(0, "ingest", file).Error, StringComparison.Ordinal);
        var coded = Entente.Tests.Cli.Program.Run("code", file, "--format", "jsonl").Out;
        Assert.NotEmpty(coded);
        Assert.Equal(coded, scratch.Run(0, "export").Out);
        Assert.Equal(Entente.Tests.Cli.Program.Run("code", file, "--format", "csv").Out, scratch.Run(0, "export", "--format", "csv").Out);
        Assert.Contains("0 new, 0 changed, 0 repeat a text, 2 known", scratch.Run(0, "ingest", file).Error, StringComparison.Ordinal);
        Assert.Equal(coded, scratch.Run(0, "export").Out);
    }

    [Fact]
    public void Records_of_samples_are_those_of_code_whatever_the_number_of_threads()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", Repository.At("samples"), "--threads", "3");
        Assert.Equal(Entente.Tests.Cli.Program.Run("code", Repository.At("samples"), "--format", "jsonl").Out, scratch.Run(0, "export").Out);
    }

    [Fact]
    public void A_changed_text_is_a_new_revision_and_only_its_events_count()
    {
        using var scratch = new Scratch();
        scratch.Run(0, "ingest", scratch.Write("a.jsonl", Visit + "\n"));
        var changed = scratch.Write("b.jsonl", Visit.Replace("visited Pyongyang on Wednesday", "accused Japan on Wednesday of a threat to Russia", StringComparison.Ordinal) + "\n");
        Assert.Contains("1 changed", scratch.Run(0, "ingest", changed).Error, StringComparison.Ordinal);
        Assert.Equal(Entente.Tests.Cli.Program.Run("code", changed, "--format", "jsonl").Out, scratch.Run(0, "export").Out);
        Assert.Equal(["1,false", "2,true"], scratch.Run(0, "query", "--format", "csv", "--sql", "SELECT revision, current FROM documents ORDER BY revision").Out.Split("\r\n")[1..3]);
        Assert.Contains("1 known", scratch.Run(0, "ingest", changed).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_text_from_another_outlet_is_a_further_source()
    {
        using var scratch = new Scratch();
        var copy = Visit.Replace("\"visit\"", "\"copy\"", StringComparison.Ordinal).Replace("Agency A", "Agency C", StringComparison.Ordinal);
        var run = scratch.Run(0, "ingest", scratch.Write("a.jsonl", Visit + "\n" + copy + "\n"));
        Assert.Contains("1 new, 0 changed, 1 repeat a text", run.Error, StringComparison.Ordinal);
        Assert.Equal("copy,1", scratch.Run(0, "query", "--format", "csv", "--sql", "SELECT id, duplicate_of FROM documents WHERE duplicate_of IS NOT NULL").Out.Split("\r\n")[1]);
        Assert.All(scratch.Run(0, "export").Events, e => Assert.Equal("visit", e.GetProperty("document").GetString()));
    }

    [Fact]
    public void Two_texts_of_one_id_in_one_run_are_two_documents()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("a.jsonl", Visit + "\n" + Denial.Replace("\"denial\"", "\"visit\"", StringComparison.Ordinal) + "\n");
        Assert.Contains("2 new, 0 changed", scratch.Run(0, "ingest", file).Error, StringComparison.Ordinal);
        Assert.Contains("2 known", scratch.Run(0, "ingest", file).Error, StringComparison.Ordinal);
        Assert.Equal(["visit", "visit~2"], scratch.Run(0, "query", "--format", "csv", "--sql", "SELECT id FROM documents ORDER BY 1").Out.Split("\r\n")[1..3]);
    }

    [Fact]
    public void Bad_inputs_are_named_and_the_good_ones_kept()
    {
        using var scratch = new Scratch();
        var run = scratch.Run(1, "ingest", scratch.Write("a.jsonl", "no json\n" + Visit + "\n"), scratch.At("missing.txt"));
        Assert.Contains("a.jsonl:1:", run.Error, StringComparison.Ordinal);
        Assert.Contains("missing.txt", run.Error, StringComparison.Ordinal);
        Assert.Contains("1 new", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Titles_and_names_of_an_article_are_never_statements()
    {
        using var scratch = new Scratch();
        var hostile = Visit.Replace("Shoigu in Pyongyang", "x'); DROP TABLE events; --", StringComparison.Ordinal).Replace("Agency A", "=HYPERLINK(\\\"http://x\\\")", StringComparison.Ordinal)
            .Replace("\"visit\"", "\"'; DELETE FROM documents; --\"", StringComparison.Ordinal);
        var file = scratch.Write("a.jsonl", hostile + "\n");
        scratch.Run(0, "ingest", file);
        Assert.Equal(Entente.Tests.Cli.Program.Run("code", file, "--format", "jsonl").Out, scratch.Run(0, "export").Out);
        Assert.Contains("\"'=HYPERLINK(\"\"http", scratch.Run(0, "query", "--format", "csv", "--sql", "SELECT source FROM documents").Out, StringComparison.Ordinal);
        Assert.NotEmpty(scratch.Run(0, "query", "--format", "jsonl", "--document", "'; DELETE FROM documents; --").Out);
    }

    [Fact]
    public void A_run_that_was_killed_goes_on_and_ends_as_if_nothing_had_been()
    {
        using var whole = new Scratch();
        using var killed = new Scratch();
        whole.Run(0, "ingest", Repository.At("samples"));
        var random = new Random(20231127);
        for (var i = 0; i < 12; i++)
        {
            using var process = Process.Start(new ProcessStartInfo(Entente.Tests.Cli.Program.Path, ["ingest", Repository.At("samples"), "--store", killed.Store]) { RedirectStandardError = true })!;
            process.WaitForExit(random.Next(300, 2500));
            process.Kill();
            process.WaitForExit();
        }

        killed.Run(0, "ingest", Repository.At("samples"));
        Assert.Equal(whole.Run(0, "export").Out, killed.Run(0, "export").Out);
        Assert.Equal(["news.entente"], Directory.GetFiles(killed.Folder).Select(Path.GetFileName).Where(f => !f!.Contains(".new-", StringComparison.Ordinal)));
    }
}
