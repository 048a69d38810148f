using System.CommandLine;
using System.Diagnostics;
using System.Text;
using System.Text.Json;
using Entente.Cli.Running;
using Entente.Coding;
using Entente.Coding.Records;
using Entente.Sources;

namespace Entente.Cli.Commands;

/// <summary><c>entente pairs</c>: the relation of two marked phrases of each text.</summary>
internal static class PairsCommand
{
    private const int LongestLine = 200_000;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var input = new Argument<string>("input") { Description = "JSON lines with id, text, actor [start, end] and recipient [start, end] in code points; - for standard input" };
        var output = new Option<string?>("--output", "-o") { Description = "Write results to this file instead of standard output" };
        var forced = new Option<bool>("--forced") { Description = "Always answer with the likeliest type" };
        var scheme = new Option<string>("--scheme") { Description = "plover (default): the ontology; plv: the practice of the PLV data", DefaultValueFactory = _ => "plover" };
        var threads = new Option<int>("--threads") { Description = "Number of threads (default: all cores)", DefaultValueFactory = _ => Environment.ProcessorCount };
        var settings = new KnowledgeSettings();
        var model = new ModelSettings();
        var command = new Command("pairs", "The relation of two marked phrases, one JSON object a line.\n\nExample: entente pairs pairs.jsonl --forced") { input, output, forced, scheme, threads };
        settings.AddTo(command);
        model.AddTo(command);
        command.SetAction((parsed, cancel) => Task.FromResult(Run(
            parsed.GetValue(input)!, parsed.GetValue(output), parsed.GetValue(forced), Scheme(parsed.GetValue(scheme)!), parsed.GetValue(threads), tally => Services.Load(settings.Read(parsed), model.Kind(parsed), tally, model.Judges(parsed)), cancel)));
        return command;
    }

    private static PairScheme Scheme(string name) => name.ToLowerInvariant() switch
    {
        "plover" => PairScheme.Plover,
        "plv" => PairScheme.Plv,
        _ => throw new UsageException($"--scheme {name}: write plover or plv"),
    };

    private static int Run(string input, string? path, bool forced, PairScheme scheme, int threads, Func<Tally, Services> load, CancellationToken cancel)
    {
        if (threads is < 1 or > 1024) throw new UsageException("--threads wants a number from 1 to 1024");
        if (input != "-" && !File.Exists(input)) throw new UsageException($"{input}: there is no such file");
        var tally = new Tally();
        var clock = Stopwatch.StartNew();
        var services = load(tally);
        using var output = Output.Open(path);
        using var reader = input == "-" ? new StreamReader(Console.OpenStandardInput(), Encoding.UTF8) : new StreamReader(input, Encoding.UTF8);
        var name = input == "-" ? "standard input" : input;
        var lines = Lines(reader).Select((line, i) => (Line: line, Number: i + 1)).Where(l => l.Line.Trim().Length > 0);
        var answered = 0;
        foreach (var (answer, fault) in Ordered.Map(lines, l => Answer(services, l.Line, $"{name}:{l.Number}", scheme, forced), threads, cancel))
        {
            if (fault is { } wrong)
            {
                tally.Fault(wrong.Where, wrong.Reason);
                continue;
            }

            answered++;
            output.WriteLine(answer!);
        }

        output.Complete();
        tally.Report($"{answered} pair{(answered == 1 ? "" : "s")}", clock.Elapsed);
        return tally.ExitCode;
    }

    private static IEnumerable<string> Lines(TextReader reader)
    {
        while (reader.ReadLine() is { } line) yield return line;
    }

    private static (string? Answer, (string Where, string Reason)? Fault) Answer(Services services, string line, string where, PairScheme scheme, bool forced)
    {
        if (line.Length > LongestLine) return (null, (where, $"is longer than {LongestLine} characters"));
        try
        {
            var question = PairJson.Read(line);
            var document = services.Parser.Parse(new Article { Id = question.Id, Text = question.Text });
            return (PairJson.Write(question.Id, services.Pairs.Code(document, question.Pair, scheme, forced)), null);
        }
        catch (Exception fault) when (fault is JsonException or FormatException)
        {
            return (null, (where, fault is FormatException ? fault.Message : "is no JSON object"));
        }
        catch (Exception fault) when (fault is not (OutOfMemoryException or OperationCanceledException or IOException or InvalidDataException))
        {
            // One pair never ends a batch; its fault is named and counted.
            return (null, (where, $"could not be read, a fault in the program: {fault.Message}"));
        }
    }
}
