using System.Text;
using Entente.Coding.Records;

namespace Entente.Store.Correcting;

/// <summary>
/// Writes corrected and confirmed events as example sentences in the form of knowledge/examples, so that the judge learns from what
/// analysts said: the right type, or none where an event was rejected.
/// </summary>
public static class CorrectionExamples
{
    private const string Header = "event\tmode\tcameo\tstatus\tclaim\tplv\ttext";

    private static readonly System.Buffers.SearchValues<char> Marking = System.Buffers.SearchValues.Create("[]{}<>*\t");

    /// <summary>Writes them and returns their number.</summary>
    /// <exception cref="StoreException">The store cannot be read.</exception>
    /// <exception cref="IOException">The file cannot be written.</exception>
    public static int Write(EventStore store, string path)
    {
        var lines = new List<string> { Header };
        foreach (var row in store.Rows("SELECT record, rejected FROM events WHERE corrected ORDER BY document_key, event_key"))
            if (Line(EventJson.Read(row.GetString(0)), row.GetBoolean(1)) is { } line) lines.Add(line);
        File.WriteAllText(path, string.Join('\n', lines) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return lines.Count - 1;
    }

    /// <summary>The example of an event, null where its parties or its words do not stand in one sentence, or the marks would not fit.</summary>
    private static string? Line(EventRecord e, bool rejected)
    {
        if (e.Evidence is not [{ Text: { } text, Span: { } span, Trigger: { } trigger }, ..] || text.AsSpan().ContainsAny(Marking)) return null;
        var claim = rejected || e.Attribution.IsEmpty ? null : e.Attribution[0];
        var marks = new List<(SpanRecord Span, char Open, char Close)> { (trigger, '*', '*') };
        marks.AddRange(Marks(e.Actor, '[', ']'));
        marks.AddRange(Marks(e.Recipient, '{', '}'));
        if (claim?.Actor?.Span is { } speaker && speaker.Start >= span.Start && speaker.End <= span.End) marks.Add((speaker, '<', '>'));
        else claim = null;
        var inside = marks.Where(m => m.Span.Start >= span.Start && m.Span.End <= span.End).Distinct().ToList();
        if (inside.Any(a => inside.Any(b => a.Span.Start < b.Span.Start && b.Span.Start < a.Span.End && a.Span.End < b.Span.End))) return null;
        var marked = Marked(text, span.Start, inside);
        if (marked.AsSpan().IndexOfAny("\r\n") >= 0) marked = marked.ReplaceLineEndings(" ");
        var word = marked[(marked.IndexOf('*', StringComparison.Ordinal) + 1)..marked.LastIndexOf('*')];
        if (word.Any(char.IsWhiteSpace) || word.AsSpan().ContainsAny(Marking)) return null;
        return rejected ? $"-\t-\t-\t-\t-\t-\t{marked}" : $"{e.Event}\t{e.Mode ?? "-"}\t{e.Cameo}\t{e.Status}\t{claim?.Stance ?? "-"}\t-\t{marked}";
    }

    private static IEnumerable<(SpanRecord, char, char)> Marks(IEnumerable<ActorRecord> actors, char open, char close) =>
        actors.Where(a => a.Span is not null).Select(a => (a.Span!.Value, open, close)).Distinct();

    private static string Marked(string text, int start, List<(SpanRecord Span, char Open, char Close)> marks)
    {
        var marked = new StringBuilder();
        var point = start;
        foreach (var rune in text.EnumerateRunes())
        {
            foreach (var m in marks.Where(m => m.Span.End == point).OrderByDescending(m => m.Span.Start)) marked.Append(m.Close);
            foreach (var m in marks.Where(m => m.Span.Start == point).OrderByDescending(m => m.Span.End)) marked.Append(m.Open);
            marked.Append(rune.ToString());
            point++;
        }

        foreach (var m in marks.Where(m => m.Span.End == point).OrderByDescending(m => m.Span.Start)) marked.Append(m.Close);
        return marked.ToString();
    }
}
