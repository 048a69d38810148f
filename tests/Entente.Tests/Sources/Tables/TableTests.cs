using System.Text;
using CsCheck;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Sources.Tables;

public sealed class TableTests : IDisposable
{
    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void A_row_is_a_document_with_its_fields()
    {
        string path = folder.File("news.csv", "ID,Headline,Body,Date,URL,Outlet,Language,Author,Section\r\na1,Talks,\"They met, at last.\r\nThey \"\"agreed\"\".\",2023-08-03,https://news.example/1,Sample News,en,Jane Doe,World\r\n");
        var article = SourceFolder.One(path);
        Assert.Equal(("a1", "Talks", "They met, at last.\r\nThey \"agreed\"."), (article.Id, article.Title, article.Text));
        Assert.Equal((SourceText.Day, "https://news.example/1", "Sample News", "en", "Jane Doe"), (article.Published!.Value, article.Url, article.Source, article.Language, article.Author));
        Assert.Equal([new("Section", "\"World\"")], article.Other);
    }

    [Theory]
    [InlineData("a.csv", ','), InlineData("a.csv", ';'), InlineData("a.csv", '\t'), InlineData("a.tsv", '\t'), InlineData("a.tsv", ',')]
    public void The_header_tells_the_separator(string name, char separator)
    {
        string text = string.Join(separator, "\"id,;\t\"", "text") + "\n" + string.Join(separator, "1", "They met.") + "\n";
        Assert.Equal("They met.", SourceFolder.One(folder.File(name, text)).Text);
    }

    [Fact]
    public void Columns_can_be_named()
    {
        string path = folder.File("a.csv", "no,story,text,day\n7,They met.,none,2023-08-03\n");
        var article = SourceFolder.One(path, new SourceOptions { Columns = TableColumns.Parse("id=NO, text=story, date=day", out _) });
        Assert.Equal(("7", "They met.", SourceText.Day), (article.Id, article.Text, article.Published!.Value));
        Assert.Equal("text", Assert.Single(article.Other).Key);
        Assert.Contains("no column 'gone'", SourceFolder.Read(path, new SourceOptions { Columns = new TableColumns { Text = "gone" } }).OneFault(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text"), InlineData("text="), InlineData("=x"), InlineData("words=x"), InlineData("text=a=b"), InlineData(""), InlineData(",")]
    public void Wrong_columns_are_told(string text)
    {
        Assert.Null(TableColumns.Parse(text, out string? fault));
        Assert.NotNull(fault);
    }

    [Fact]
    public void A_wrong_row_is_told_by_its_line_and_the_rest_is_read()
    {
        string path = folder.File("a.csv", "id,text\n1,\"One\n\nand a half.\"\n2,Two,too many\n3\n\n4,\"  \"\n5,Five.\n");
        var results = SourceFolder.Read(path);
        Assert.Equal(["1", "5"], results.Articles().Select(a => a.Id));
        Assert.Equal([$"{path}:5", $"{path}:6", $"{path}:8"], results.Faults().Select(f => f.Where));
        Assert.Contains("3 cells and the header 2", results.Faults()[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Rows_without_an_id_have_that_of_the_file_and_the_line() =>
        Assert.Equal(["a:2", "a:3"], SourceFolder.Read(folder.File("a.csv", "text\nOne.\nTwo.")).Articles().Select(a => a.Id));

    [Theory]
    [InlineData("a 5\" disk"), InlineData("\"Peace\" talks end"), InlineData("no\"quote\"s"), InlineData("\"a, b\" c")]
    public void A_stray_quote_harms_no_other_row(string cell)
    {
        var results = SourceFolder.Read(folder.File("a.tsv", $"id\ttext\n1\t{cell}\n2\tTwo.\n"));
        Assert.Equal([cell, "Two."], results.Articles().Select(a => a.Text));
    }

    [Fact]
    public void An_open_quote_is_told_by_the_line_where_it_opens()
    {
        string path = folder.File("a.csv", "id,text\n1,One.\n2,\"Two.\n3,Three.\n");
        var results = SourceFolder.Read(path);
        Assert.Equal("One.", Assert.Single(results.Articles()).Text);
        Assert.Equal($"{path}:3", Assert.Single(results.Faults()).Where);
        Assert.Contains("never closed", results.OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Byte_order_marks_encodings_and_compression()
    {
        const string Text = "id,text\n1,Größe “ja” \U0001F600\n";
        foreach (var encoding in (Encoding[])[new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode])
        {
            byte[] bytes = [.. encoding.GetPreamble(), .. encoding.GetBytes(Text)];
            Assert.Equal("Größe “ja” \U0001F600", SourceFolder.One(folder.File("a.csv", bytes)).Text);
            Assert.Equal("1", SourceFolder.One(folder.File("a.csv.gz", SourceFolder.Gzip(bytes))).Id);
        }
        var mended = SourceFolder.Read(folder.File("b.csv", [.. "id,text\n1,He said "u8, 0x93, .. "yes"u8, 0x94, .. " – so.\n"u8]));
        Assert.Equal("He said “yes” – so.", Assert.Single(mended.Articles()).Text);
        Assert.Contains("Windows-1252", mended.OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Empty_binary_and_headless_tables_are_told()
    {
        Assert.Contains("holds no text", SourceFolder.Read(folder.File("a.csv", "")).OneFault(), StringComparison.Ordinal);
        Assert.Contains("no rows", SourceFolder.Read(folder.File("a.csv", "id,text\n\n")).OneFault(), StringComparison.Ordinal);
        Assert.Contains("no text", SourceFolder.Read(folder.File("a.csv", [1, 0, 2, 0, 3])).OneFault(), StringComparison.Ordinal);
        Assert.Contains("--columns", SourceFolder.Read(folder.File("a.csv", "one,two\n1,2\n")).OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void Long_rows_and_texts_are_bounded()
    {
        var options = new SourceOptions { MaxDocumentLength = 1_000 };
        int longest = 4 * 1_000 + (1 << 20);
        string Row(int length) => "id,text\n1," + new string('x', length - 1) + "\n2,Two.\n";
        var fits = SourceText.From(Encoding.UTF8.GetBytes(Row(longest)), InputFormat.Csv, options);
        Assert.Equal([1_000, 4], fits.Articles().Select(a => a.Text.Length));
        Assert.Contains("longer than 1000", fits.OneFault(), StringComparison.Ordinal);
        var beyond = SourceText.From(Encoding.UTF8.GetBytes(Row(longest + 1)), InputFormat.Csv, options);
        Assert.Equal("2", Assert.Single(beyond.Articles()).Id);
        Assert.Contains("was skipped", beyond.OneFault(), StringComparison.Ordinal);
        Assert.Contains("was skipped", SourceText.From(Encoding.UTF8.GetBytes("id,text\n" + new string(',', 10_001)), InputFormat.Csv).OneFault(), StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_written_by_the_standard_is_read_back()
    {
        var cell = Gen.String[Gen.Char["ab\",;\t\n\r é"], 0, 12].Select(s => "x" + s);
        Gen.Select(cell.Array[1, 5].Array[1, 8], Gen.Char[",;\t"]).Sample((rows, separator) =>
        {
            int width = rows[0].Length;
            rows = [.. rows.Where(r => r.Length == width)];
            string Quoted(string c) => $"\"{c.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
            string header = string.Join(separator, Enumerable.Range(0, width).Select(i => i == 0 ? "text" : $"c{i}"));
            // With one column there is no separator to find.
            string text = header + "\r\n" + string.Concat(rows.Select(r => string.Join(separator, r.Select(Quoted)) + "\r\n"));
            var articles = SourceText.From(Encoding.UTF8.GetBytes(text), InputFormat.Csv).Articles();
            return articles.Select(a => a.Text).SequenceEqual(rows.Select(r => r[0]))
                && articles.Select(a => a.Other.Length).SequenceEqual(rows.Select(_ => width - 1));
        }, iter: 500);
    }

    [Theory]
    [InlineData(InputFormat.Csv), InlineData(InputFormat.Tsv)]
    public void Damaged_tables_never_throw(InputFormat format) =>
        SourceText.Damage(Encoding.UTF8.GetBytes("id,text,date,title\n1,\"They met, \"\"at last\"\".\",2023-08-03,Talks\n2,Größe.,5 May 2020,\n3,Three;3\t4,,x\n"), format);

    [Fact]
    public void A_table_cut_off_keeps_whole_rows()
    {
        byte[] whole = SourceFolder.Gzip("id,text\n" + string.Concat(Enumerable.Range(0, 20_000).Select(i => $"{i},Row {i * 7919 % 10_007}.\n")));
        var results = SourceFolder.Read(folder.File("a.csv.gz", whole[..(whole.Length / 2)]));
        Assert.True(results.Articles().Length > 9_000);
        Assert.All(results.Articles(), a => Assert.EndsWith(".", a.Text, StringComparison.Ordinal));
        Assert.Contains("damaged or cut off", results.OneFault(), StringComparison.Ordinal);
    }
}
