using System.Globalization;
using CsCheck;
using Entente.Coding.Records;
using Xunit;

namespace Entente.Tests.Coding.Records;

/// <summary>The CSV record: readable by every spreadsheet, dangerous to none.</summary>
public sealed class EventCsvTests
{
    private static readonly string[] Numbers = ["sentence", "quad", "goldstein", "score", "place_latitude", "place_longitude", "confidence"];

    private static Dictionary<string, string> Row(Entente.Coding.CodedEvent coded, string text = Sample.Text)
    {
        var rows = Csv.Read(EventCsv.Header + "\n" + EventCsv.Line(coded, new CodePoints(text)) + "\n");
        Assert.Equal(2, rows.Count);
        Assert.Equal(rows[0].Length, rows[1].Length);
        return rows[0].Zip(rows[1]).ToDictionary(p => p.First, p => p.Second);
    }

    [Fact]
    public void Columns_stand_in_the_order_of_the_json_fields()
    {
        string[] order = ["id", "document", "sentence", "published", "date", "actor", "recipient", "event", "mode", "context", "quad", "cameo", "goldstein", "score", "content", "status", "attribution", "place", "evidence", "confidence", "coder", "rule"];
        Assert.Equal(order, EventCsv.Header.Split(',').Select(c => c.Split('_')[0]).Distinct());
        Assert.Contains(",actor_code,actor_country,actor_sector,actor_name,", EventCsv.Header, StringComparison.Ordinal);
        Assert.Contains(",recipient_code,recipient_country,", EventCsv.Header, StringComparison.Ordinal);
    }

    [Fact]
    public void Lists_are_joined_and_commas_quotes_and_line_ends_kept()
    {
        var row = Row(Sample.Full);
        Assert.Equal(("RUR;", "GOV+MIL;", "military;territory", "denies"), (row["actor_code"], row["actor_sector"], row["context"], row["attribution_stance"]));
        Assert.Equal("Rudolf, \"R\";", row["actor_person"]);
        Assert.Contains("\"Ruritania,\r\nattacked\"", row["evidence_text"], StringComparison.Ordinal);
        Assert.Equal("0195", row["cameo"]);
        Assert.Equal("2023-08-01", row["date_end"]);
        Assert.Equal(("", ""), (row["date_start"], Row(Sample.Bare)["place_name"]));
    }

    [Fact]
    public void Numbers_stay_numbers_also_negative_ones()
    {
        var row = Row(Sample.Full);
        Assert.All(Numbers, n => Assert.True(double.TryParse(row[n], NumberStyles.Float, CultureInfo.InvariantCulture, out _), n));
        Assert.Equal(("-9.5", "-9", "-0.5"), (row["goldstein"], row["score"], row["place_latitude"]));
        Assert.Contains(",-9.5,-9,", EventCsv.Line(Sample.Full, new CodePoints(Sample.Text)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("=1+1"), InlineData("+1"), InlineData("-1"), InlineData("@SUM(A1)"), InlineData("\tx"), InlineData("\rx"), InlineData("="), InlineData("=\"a\",b")]
    public void No_cell_of_text_is_a_formula(string text)
    {
        var row = Row(Sample.Full with { Document = text, Id = text + ":1:1", Rule = text });
        Assert.Equal("'" + text, row["document"]);
        Assert.Equal("'" + text, row["rule"]);
        Assert.Equal("'=doc", Row(Sample.Full)["document"]);
        Assert.Equal("'-until Tuesday", row["date_text"]);
    }

    [Fact]
    public void Any_text_comes_back_and_none_is_a_formula() =>
        Gen.String[0, 30].Sample(text =>
        {
            var read = Row(Sample.Full with { Document = text })["document"];
            Assert.Equal(text, read.Length > text.Length ? read[1..] : read);
            Assert.False(read.Length > 0 && read[0] is '=' or '+' or '-' or '@' or '\t' or '\r');
        }, iter: 2_000);
}
