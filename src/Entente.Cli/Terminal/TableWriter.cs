using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Entente.Cli.Running;
using Entente.Coding.Records;
using Entente.Store.Querying;
using Spectre.Console;

namespace Entente.Cli.Terminal;

/// <summary>Writes the rows of a query: a table for people, or CSV or JSON lines for programs.</summary>
internal static class TableWriter
{
    private const int MostShown = 1000;
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Writes them.</summary>
    public static void Write(Output output, QueryTable table, string format, bool terminal)
    {
        var (columns, rows) = table.Read();
        Write(output, columns, rows, format, terminal);
    }

    /// <summary>Writes rows with the names of their columns.</summary>
    public static void Write(Output output, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, string format, bool terminal)
    {
        if (format == "csv")
        {
            output.Write(string.Join(',', columns.Select(CsvCell.Text)) + "\r\n");
            foreach (var row in rows) output.Write(string.Join(',', row.Select(Csv)) + "\r\n");
        }
        else if (format == "jsonl")
        {
            foreach (var row in rows) output.Write(Line(columns, row) + "\n");
        }
        else
        {
            Show(output, columns, rows, terminal);
        }
    }

    private static string Csv(object? cell) => cell is string text ? CsvCell.Text(text) : Text(cell);

    private static string Text(object? cell) => cell switch
    {
        null => "",
        bool yes => yes ? "true" : "false",
        double number when !double.IsFinite(number) => "",
        _ => Convert.ToString(cell, CultureInfo.InvariantCulture) ?? "",
    };

    private static string Line(IReadOnlyList<string> columns, object?[] row)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, Json))
        {
            json.WriteStartObject();
            for (var i = 0; i < row.Length; i++)
            {
                json.WritePropertyName(columns[i]);
                if (row[i] is double number && !double.IsFinite(number)) json.WriteNullValue();
                else JsonSerializer.Serialize(json, row[i], row[i]?.GetType() ?? typeof(object));
            }

            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.GetBuffer(), 0, (int)buffer.Length);
    }

    private static void Show(Output output, IReadOnlyList<string> columns, IEnumerable<object?[]> rows, bool terminal)
    {
        var console = EventTable.Console(output.Writer, terminal);
        var table = new Table { Border = TableBorder.Simple };
        foreach (var column in columns) table.AddColumn(new TableColumn(new Text(EventTable.Tidy(column))));
        var count = 0;
        foreach (var row in rows)
        {
            if (++count > MostShown) continue;
            table.AddRow(row.Select(c => new Text(EventTable.Tidy(Text(c)))));
        }

        console.Write(table);
        if (count > MostShown) console.Write(new Text(FormattableString.Invariant($"{count - MostShown} more rows; take --format csv or --limit\n")));
    }
}
