using System.Text;
using CsCheck;
using Entente.Sources;
using NodaTime;
using Xunit;

namespace Entente.Tests.Sources;

public sealed class InputTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("a.txt"), InlineData("a.md"), InlineData("a.TXT"), InlineData("a.txt.gz"), InlineData("a.md.gz")]
    public void Text_files_are_one_document_with_the_files_name(string name)
    {
        const string Text = "Russia attacked Ukraine on Friday.";
        var article = SourceFolder.One(folder.File(name, name.EndsWith(".gz", StringComparison.Ordinal) ? SourceFolder.Gzip(Text) : Encoding.UTF8.GetBytes(Text)));
        Assert.Equal("a", article.Id);
        Assert.Equal(Text, article.Text);
        Assert.Empty(article.Furniture);
    }

    [Theory]
    [InlineData("a.jsonl"), InlineData("a.ndjson"), InlineData("a.jsonl.gz"), InlineData("a.ndjson.gz")]
    public void Json_lines_are_a_document_each(string name)
    {
        const string Text = "\uFEFF{\"id\":\"x\",\"text\":\"One.\"}\r\n\r\n{\"id\":7,\"text\":\"Two.\"}\n{\"text\":\"Three.\"}";
        var bytes = Encoding.UTF8.GetBytes(Text);
        var results = SourceFolder.Read(folder.File(name, name.EndsWith(".gz", StringComparison.Ordinal) ? SourceFolder.Gzip(bytes) : bytes));
        Assert.Equal(["x", "7", "a:4"], results.Cast<SourceResult.Read>().Select(r => r.Article.Id));
    }

    [Fact]
    public void Json_fields_are_kept()
    {
        var article = SourceFolder.One(folder.File("a.jsonl", """
            {"id":"1","text":"Text.","published":"2023-08-03T23:30:00-05:00","title":"T","author":"A","url":"https://x.example/","source":"S","dateline":"D","language":"en","score":1.50,"tags":["a", {"b":null}],"summary":null}
            """));
        Assert.Equal(("T", "A", "https://x.example/", "S", "D", "en"), (article.Title, article.Author, article.Url, article.Source, article.Dateline, article.Language));
        Assert.Equal(new LocalDate(2023, 8, 3), article.Published);
        Assert.Equal([new("score", "1.50"), new("tags", """["a", {"b":null}]"""), new("summary", "null")], article.Other);
    }

    [Theory]
    [InlineData("2023-08-03"), InlineData("2023-08-03T23:59:59Z"), InlineData("2023-08-03T00:30:00+09:00"), InlineData("2023-08-03 10:00")]
    [InlineData("Thu, 03 Aug 2023 10:00:00 GMT"), InlineData("August 3, 2023"), InlineData("Aug. 3, 2023"), InlineData("3 August 2023")]
    [InlineData("3rd Aug 2023"), InlineData("20230803"), InlineData("Thursday, August 3, 2023 10:15 am"), InlineData("2023/08/03")]
    public void Dates_in_many_forms(string date)
    {
        Assert.Equal(new LocalDate(2023, 8, 3), SourceFolder.One(folder.File("a.jsonl", $$"""{"text":"T.","date":"{{date}}"}""")).Published);
    }

    [Fact]
    public void Compact_dates_may_be_numbers() =>
        Assert.Equal(new LocalDate(2023, 8, 3), SourceFolder.One(folder.File("a.jsonl", """{"text":"T.","date":20230803}""")).Published);

    [Theory]
    [InlineData("2023-02-30"), InlineData("yesterday"), InlineData("03/08/2023"), InlineData("13"), InlineData("99999999")]
    public void Dates_that_are_none_are_told_and_the_article_read(string date)
    {
        var results = SourceFolder.Read(folder.File("a.jsonl", $$"""{"text":"T.","date":"{{date}}"}"""));
        Assert.Null(Assert.IsType<SourceResult.Read>(results[0]).Article.Published);
        Assert.Contains("date", SourceFolder.Reason(results[1]), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_day_of_the_calendar_is_read_back() =>
        Gen.Int[0, 200_000].Sample(days =>
        {
            var day = new LocalDate(1600, 1, 1).PlusDays(days);
            string text = $"{{\"text\":\"T.\",\"date\":\"{day.Year:0000}-{day.Month:00}-{day.Day:00}T10:00:00Z\"}}";
            var read = new ArticleReader(new SourceOptions { StandardInputFormat = InputFormat.Jsonl }, new MemoryStream(Encoding.UTF8.GetBytes(text)));
            return read.Read(["-"]).Single() is SourceResult.Read { Article.Published: { } published } && published == day;
        }, iter: 300);

    [Fact]
    public void The_given_day_fills_only_a_gap()
    {
        var options = new SourceOptions { Published = new LocalDate(2020, 1, 2) };
        string path = folder.File("a.jsonl", "{\"text\":\"T.\",\"date\":\"2023-08-03\"}\n{\"text\":\"T.\"}");
        Assert.Equal([new LocalDate(2023, 8, 3), new LocalDate(2020, 1, 2)],
            SourceFolder.Read(path, options).Cast<SourceResult.Read>().Select(r => r.Article.Published));
    }

    [Fact]
    public void Folders_are_read_in_ordinal_name_order_without_hidden_and_unknown_files()
    {
        foreach (string name in (string[])["b.txt", "a/z.txt", "B.txt", ".hidden.txt", ".git/c.txt", "a/y.md", "c.pdf", "a.txt"])
            folder.File(name, "Text.");
        Assert.Equal(["B", "y", "z", "a", "b"], SourceFolder.Read(folder.Root).Select(r => ((SourceResult.Read)r).Article.Id));
    }

    [Fact]
    public void Links_make_no_loop_and_broken_ones_are_told()
    {
        if (OperatingSystem.IsWindows())
            return;
        folder.File("in/a.txt", "Text.");
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "in", "loop"), folder.Root);
        Directory.CreateSymbolicLink(Path.Combine(folder.Root, "self"), Path.Combine(folder.Root, "self"));
        File.CreateSymbolicLink(Path.Combine(folder.Root, "gone.txt"), Path.Combine(folder.Root, "nowhere.txt"));
        var results = SourceFolder.Read(folder.Root);
        Assert.Single(results.OfType<SourceResult.Read>());
        Assert.Contains(results.OfType<SourceResult.Failed>(), f => f.Where.EndsWith("gone.txt", StringComparison.Ordinal));
    }

    [Fact]
    public void Missing_unknown_and_empty_inputs_are_told()
    {
        Assert.Contains("no such file", SourceFolder.Reason(SourceFolder.Read(Path.Combine(folder.Root, "no.txt")).Single()), StringComparison.Ordinal);
        Assert.Contains("'.pdf' is unknown", SourceFolder.Reason(SourceFolder.Read(folder.File("a.pdf", "x")).Single()), StringComparison.Ordinal);
        Assert.Contains("holds no text", SourceFolder.Reason(SourceFolder.Read(folder.File("a.txt", "")).Single()), StringComparison.Ordinal);
        Assert.Contains("holds no text", SourceFolder.Reason(SourceFolder.Read(folder.File("b.txt", " \n\u00a0")).Single()), StringComparison.Ordinal);
        Assert.Contains("holds no text", SourceFolder.Reason(SourceFolder.Read(folder.File("a.jsonl", "\n\n")).Single()), StringComparison.Ordinal);
        Assert.Contains("holds no text", SourceFolder.Reason(SourceFolder.Read(folder.File("a.html", "")).Single()), StringComparison.Ordinal);
        Assert.Contains("holds no text", SourceFolder.Reason(SourceFolder.Read(folder.File("a.txt.gz", [])).Single()), StringComparison.Ordinal);
        string empty = Directory.CreateDirectory(Path.Combine(folder.Root, "empty")).FullName;
        Assert.Contains("no file", SourceFolder.Reason(SourceFolder.Read(empty).Single()), StringComparison.Ordinal);
        Assert.IsType<SourceResult.Failed>(SourceFolder.Read("\0").Single());
        Assert.IsType<SourceResult.Failed>(SourceFolder.Read("").Single());
    }

    [Fact]
    public void One_bad_input_does_not_end_the_run()
    {
        string good = folder.File("a.txt", "Text.");
        var results = new ArticleReader().Read([Path.Combine(folder.Root, "no.txt"), good]).ToArray();
        Assert.Equal(2, results.Length);
        Assert.IsType<SourceResult.Read>(results[1]);
    }

    [Fact]
    public void Standard_input_is_text_unless_told_otherwise_and_may_be_compressed()
    {
        static SourceResult Read(byte[] bytes, SourceOptions options) => new ArticleReader(options, new MemoryStream(bytes)).Read(["-"]).Single();
        Assert.Equal("stdin", ((SourceResult.Read)Read("Text."u8.ToArray(), new SourceOptions())).Article.Id);
        Assert.Equal("me", ((SourceResult.Read)Read(SourceFolder.Gzip("Text."), new SourceOptions { Id = "me" })).Article.Id);
        Assert.Equal("me:1", ((SourceResult.Read)Read("{\"text\":\"T.\"}"u8.ToArray(), new SourceOptions { Id = "me", StandardInputFormat = InputFormat.Jsonl })).Article.Id);
    }

    [Fact]
    public void Reading_streams_a_document_at_a_time()
    {
        var results = new ArticleReader(new SourceOptions { StandardInputFormat = InputFormat.Jsonl }, new EndlessLines()).Read(["-"]).Take(50_000);
        Assert.Equal(50_000, results.OfType<SourceResult.Read>().Count());
    }

    [Fact]
    public void A_titles_line_stays_in_the_text()
    {
        var article = folder.Text("Two leaders meet\n\nThe presidents met in Geneva on Monday.");
        Assert.Equal("Two leaders meet", article.Title);
        Assert.Empty(article.Furniture);
        Assert.Null(folder.Text("They met.\n\nThe presidents met.").Title);
        Assert.Null(folder.Text("Two leaders meet\nThe presidents met.").Title);
        Assert.Null(folder.Text("Two leaders meet").Title);
        Assert.Equal("Leaders", SourceFolder.One(folder.File("t.md", "# Leaders\r\n\r\nThey met.")).Title);
    }

    [Theory]
    [InlineData("PYONGYANG, July 27 (KCNA) — Kim met a delegation.", "PYONGYANG, July 27", "KCNA")]
    [InlineData("WASHINGTON (AP) — The Senate voted.", "WASHINGTON", "AP")]
    [InlineData("BAGHDAD, Iraq - A bomb killed two.", "BAGHDAD, Iraq", null)]
    [InlineData("KYIV, Ukraine (Reuters) - Russia fired missiles.", "KYIV, Ukraine", "Reuters")]
    [InlineData("Baghdad, 5 March (INA) – The minister said so.", "Baghdad, 5 March", "INA")]
    [InlineData("AFP - India tested a missile.", null, "AFP")]
    [InlineData("NATO is concerned - the alliance said so.", null, null)]
    [InlineData("Russia and China - old rivals - met.", null, null)]
    public void Datelines_are_read_and_stay(string text, string? dateline, string? source)
    {
        var article = folder.Text(text);
        Assert.Equal((dateline, source, text), (article.Dateline, article.Source, article.Text));
    }

    private sealed class EndlessLines : MemoryStream
    {
        private static readonly byte[] Line = "{\"text\":\"They met.\"}\n"u8.ToArray();

        public override int Read(Span<byte> buffer)
        {
            int count = buffer.Length / Line.Length;
            for (int i = 0; i < count; i++)
                Line.CopyTo(buffer[(i * Line.Length)..]);
            return count * Line.Length;
        }
    }
}
