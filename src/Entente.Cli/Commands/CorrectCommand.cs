using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Running;
using Entente.Coding.Records;
using Entente.Store;
using Entente.Store.Correcting;

namespace Entente.Cli.Commands;

/// <summary><c>entente correct</c>: an analyst's word, which stands above the coder's.</summary>
internal sealed class CorrectCommand
{
    private readonly StoreSettings store = new();
    private readonly Argument<string?> target = new("event") { Description = "Id of the event", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<string?>[] fields =
    [
        new("--type") { Description = "The right PLOVER type" },
        new("--mode") { Description = "The right mode, or none" },
        new("--cameo") { Description = "The right CAMEO code" },
        new("--actor") { Description = "Who acts: codes, with sectors where they matter, as RUS:MIL,BLR; or none" },
        new("--recipient") { Description = "Towards whom, written like --actor; or none" },
        new("--status") { Description = "actual, historical, future, hypothetical or negated" },
        new("--date") { Description = "The day, or two with / between; or none" },
        new("--place") { Description = "The right place; or none" },
    ];

    private readonly Option<bool> reject = new("--reject") { Description = "There is no such event" };
    private readonly Option<bool> confirm = new("--confirm") { Description = "The event is right as it is" };
    private readonly Option<string?> author = new("--author") { Description = "Who says so (default: the user's name on this machine)" };
    private readonly Option<string?> note = new("--note") { Description = "Why" };
    private readonly Option<string?> from = new("--from") { Description = "Corrections of a CSV file with the columns event, field, value and, when told, author, date, note" };
    private readonly Option<bool> list = new("--list") { Description = "List all corrections as CSV, in the form that --from reads" };
    private readonly Option<string?> examples = new("--examples") { Description = "Write what was corrected or confirmed as example sentences for training the judge to this file" };
    private readonly KnowledgeSettings knowledge = new();

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var correct = new CorrectCommand();
        var command = new Command(
            "correct",
            "Sets right what was coded wrongly. A correction hangs on the text and the words that the event rests on, so it survives coding anew.\n\nExamples: entente correct article:5:1 --store news.entente --type CONSULT --mode visit --author \"A. Analyst\"\n          entente correct --from corrections.csv --store news.entente");
        command.Add(correct.target);
        foreach (Option option in new Option[] { correct.reject, correct.confirm, correct.author, correct.note, correct.from, correct.list, correct.examples }.Concat(correct.fields)) command.Add(option);
        correct.store.AddTo(command);
        correct.knowledge.AddTo(command);
        command.SetAction(correct.Run);
        return command;
    }

    /// <summary>Names the corrections whose words no event rests on any more.</summary>
    public static void Name(ImmutableArray<Correction> adrift, Tally tally)
    {
        foreach (var c in adrift)
            tally.Fault(c.EventId, $"no event rests any more on the words that {c.Author} corrected on {c.Made} ({c.Field}{(c.Value is null ? "" : " = " + c.Value)}); the correction is kept");
    }

    private int Run(ParseResult parsed)
    {
        var tally = new Tally();
        var listing = parsed.GetValue(list) || parsed.GetValue(examples) is not null;
        var changes = Changes(parsed);
        if (!listing && parsed.GetValue(from) is null && (parsed.GetValue(target) is null || changes.Count == 0))
            throw new UsageException("correct wants an event and what is right, as in: entente correct article:5:1 --store news.entente --status future");
        var known = Services.LoadKnowledge(knowledge.Read(parsed), tally);
        using var events = EventStore.Open(store.Path(parsed));
        var ledger = new CorrectionLedger(events, new CorrectionReader(known));
        if (parsed.GetValue(from) is { } file) FromFile(parsed, events, ledger, file, tally);
        if (parsed.GetValue(target) is { } id && changes.Count > 0)
            if (ledger.Enter(id, changes, Author(parsed), DateOnly.FromDateTime(DateTime.Now), parsed.GetValue(note)) is { } fault) throw new UsageException(fault);
        if (!listing) IngestCommand.IncidentsOf(events, knowledge.Read(parsed)).Refresh();
        if (parsed.GetValue(list)) List(ledger);
        if (parsed.GetValue(examples) is { } path) Console.Error.WriteLine(FormattableString.Invariant($"{CorrectionExamples.Write(events, path)} example sentences"));
        if (parsed.GetValue(list)) Name(ledger.Adrift(), tally);
        return tally.ExitCode;
    }

    private List<(string Field, string? Value)> Changes(ParseResult parsed)
    {
        var changes = fields.Where(f => parsed.GetValue(f) is not null)
            .Select(f => (f.Name == "--type" ? "event" : f.Name[2..], Value(parsed.GetValue(f)))).ToList();
        if (parsed.GetValue(reject)) changes.Add((CorrectionField.Reject, null));
        if (parsed.GetValue(confirm)) changes.Add((CorrectionField.Confirm, null));
        return changes;
    }

    private static string? Value(string? text) => string.IsNullOrEmpty(text) || text == "none" ? null : text;

    private string Author(ParseResult parsed) => parsed.GetValue(author) ?? Environment.UserName;

    private void FromFile(ParseResult parsed, EventStore events, CorrectionLedger ledger, string file, Tally tally)
    {
        if (!File.Exists(file)) throw new UsageException($"--from {file}: there is no such file");
        foreach (var (line, row, broken) in CorrectionFile.Read(events, file))
        {
            var where = FormattableString.Invariant($"{file}:{line}");
            var fault = broken ?? ledger.Enter(row!.EventId, [(row.Field, Value(row.Value))], row.Author ?? Author(parsed), row.Made ?? DateOnly.FromDateTime(DateTime.Now), row.Note);
            if (fault is not null) tally.Fault(where, fault);
            else tally.Documents++;
        }

        Console.Error.WriteLine(FormattableString.Invariant($"{tally.Documents} corrections entered, {tally.Faults} with faults"));
    }

    private static void List(CorrectionLedger ledger)
    {
        Console.Out.Write("event,field,value,author,date,note\r\n");
        foreach (var c in ledger.All)
            Console.Out.Write(string.Join(',', new[] { c.EventId, c.Field, c.Value ?? "", c.Author, c.Made, c.Note ?? "" }.Select(CsvCell.Text)) + "\r\n");
    }
}
