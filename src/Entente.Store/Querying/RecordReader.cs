using System.Collections.Immutable;
using DuckDB.NET.Data;
using Entente.Coding.Records;

namespace Entente.Store.Querying;

/// <summary>Reads records of the table of events. An imported row has no text, so its record says only what its columns say.</summary>
internal static class RecordReader
{
    /// <summary>The columns that <see cref="Read"/> wants, in its order.</summary>
    public const string Columns =
        "e.record, e.id, e.published, e.date_start, e.date_end, e.date_precision, e.date_basis, e.actor_code, e.actor_country, e.actor_sector, e.actor_name, "
        + "e.recipient_code, e.recipient_country, e.recipient_sector, e.recipient_name, e.event, e.mode, e.context, e.quad, e.cameo, e.goldstein, e.score, "
        + "e.status, e.place_name, e.place_country, e.latitude, e.longitude, e.sentence, e.text, e.confidence, e.coder, e.rule, e.url, e.origin";

    /// <summary>Number of those columns.</summary>
    public static readonly int Count = Columns.Split(',').Length;

    /// <summary>The record of a row.</summary>
    public static EventRecord Read(DuckDBDataReader row)
    {
        if (!row.IsDBNull(0)) return EventJson.Read(row.GetString(0));
        var place = Text(row, 23) ?? Text(row, 24);
        return new EventRecord
        {
            Id = row.GetString(1),
            Document = Text(row, 32) ?? row.GetString(33),
            Sentence = row.IsDBNull(27) ? 0 : row.GetInt32(27),
            Published = Day(row, 2),
            Date = row.IsDBNull(3) && row.IsDBNull(4) ? null : new DateRecord(Day(row, 3), Day(row, 4), Text(row, 5) ?? "day", Text(row, 6) ?? "text", null),
            Actor = Party(row, 7),
            Recipient = Party(row, 11),
            Event = row.GetString(15),
            Mode = Text(row, 16),
            Context = Words(Text(row, 17)),
            Quad = row.GetByte(18),
            Cameo = Text(row, 19) ?? "",
            Goldstein = Number(row, 20) ?? 0,
            Score = Number(row, 21) ?? 0,
            Status = row.GetString(22),
            Place = place is null ? null : new PlaceRecord(place, Text(row, 24), Number(row, 25), Number(row, 26), null, null),
            Evidence = Text(row, 28) is { } words ? [new EvidenceRecord(row.IsDBNull(27) ? 0 : row.GetInt32(27), words, null, null)] : [],
            Confidence = Number(row, 29) is { } c ? Math.Round(c, 3) : 0,
            Coder = Text(row, 30) ?? row.GetString(33),
            Rule = Text(row, 31) ?? "imported",
        };
    }

    private static ImmutableArray<ActorRecord> Party(DuckDBDataReader row, int at)
    {
        var (code, country, sector, name) = (Text(row, at), Text(row, at + 1), Text(row, at + 2), Text(row, at + 3));
        if (code is null && country is null && sector is null && name is null) return [];
        return [new ActorRecord(code, country, Words(sector), name, null, null, null, name, null, "listed", 1)];
    }

    private static ImmutableArray<string> Words(string? joined) => string.IsNullOrEmpty(joined) ? [] : [.. joined.Split(';')];

    private static string? Text(DuckDBDataReader row, int at) => row.IsDBNull(at) ? null : row.GetString(at);

    private static double? Number(DuckDBDataReader row, int at) => row.IsDBNull(at) ? null : Math.Round(row.GetDouble(at), 6);

    private static string? Day(DuckDBDataReader row, int at) => row.IsDBNull(at) ? null : row.GetFieldValue<DateOnly>(at).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
