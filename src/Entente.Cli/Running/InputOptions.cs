using System.CommandLine;
using Entente.Coding.Knowledge;
using Entente.Sources;
using Entente.Sources.Furniture;
using Entente.Sources.Web;
using NodaTime;
using NodaTime.Text;

namespace Entente.Cli.Running;

/// <summary>The arguments and options that every command with inputs has.</summary>
internal sealed class InputOptions
{
    private readonly Argument<string[]> inputs = new("input")
    {
        Description = "Files (.txt, .md, .html, .jsonl, .rss, .atom, .xml, .json, .csv, .tsv, .warc, .zip, any with .gz), folders, http(s) addresses, or - for standard input",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> output = new("--output", "-o") { Description = "Write results to this file instead of standard output" };
    private readonly Option<string?> published = new("--published") { Description = "Day of publication (YYYY-MM-DD) of documents that tell none" };
    private readonly Option<string?> id = new("--id") { Description = "Id of a single document that has none" };
    private readonly Option<string?> inputFormat = new("--input-format") { Description = "Format of standard input: txt (default), html, jsonl, feed, csv, tsv, warc or zip" };
    private readonly Option<string?> columns = new("--columns") { Description = "Which columns of tables mean what, as in text=body,date=day (fields: id, text, date, title, url, source, language, author)" };
    private readonly Option<bool> allowLocal = new("--allow-local") { Description = "Also read addresses of this machine and the local network" };
    private readonly KnowledgeSettings knowledge = new();
    private readonly Option<int> threads = new("--threads") { Description = "Number of threads (default: all cores)", DefaultValueFactory = _ => Environment.ProcessorCount };
    private readonly ModelSettings model = new();
    private readonly Option<bool> verbose = new("--verbose") { Description = "Show stack traces of faults in the program" };

    /// <summary>Adds them to a command.</summary>
    /// <param name="command">The command.</param>
    /// <param name="withOutput">Whether its results go to standard output or a file.</param>
    /// <param name="optional">Whether it can do without inputs.</param>
    public void AddTo(Command command, bool withOutput = true, bool optional = false)
    {
        if (optional) inputs.Arity = ArgumentArity.ZeroOrMore;
        // What looks like an option and is none would else be taken for a file.
        inputs.Validators.Add(given =>
        {
            var unknown = given.Tokens.Select(t => t.Value).FirstOrDefault(t => t.Length > 1 && t[0] == '-' && !File.Exists(t) && !Directory.Exists(t));
            if (unknown is not null) given.AddError($"There is no option {unknown}");
        });
        command.Add(inputs);
        if (withOutput) command.Add(output);
        foreach (Option option in new Option[] { published, id, inputFormat, columns, allowLocal, threads, verbose }) command.Add(option);
        knowledge.AddTo(command);
        model.AddTo(command);
    }

    /// <summary>The inputs as given.</summary>
    public string[] Inputs(ParseResult parsed) => parsed.GetValue(inputs) ?? [];

    /// <summary>The output file, null for standard output.</summary>
    public string? Output(ParseResult parsed) => parsed.GetValue(output);

    /// <summary>How the knowledge is read.</summary>
    /// <exception cref="UsageException">A folder does not exist.</exception>
    public KnowledgeOptions Knowledge(ParseResult parsed) => knowledge.Read(parsed);

    /// <summary>Which trained models are used.</summary>
    public ModelSettings Models => model;

    /// <summary>Number of threads.</summary>
    /// <exception cref="UsageException">It is not between 1 and 1024.</exception>
    public int Threads(ParseResult parsed) => parsed.GetValue(threads) is var n and >= 1 and <= 1024
        ? n
        : throw new UsageException("--threads wants a number from 1 to 1024");

    /// <summary>How the inputs are read.</summary>
    /// <exception cref="UsageException">A value cannot be read.</exception>
    public SourceOptions Source(ParseResult parsed) => new()
    {
        Furniture = knowledge.Folders(parsed) is { Length: > 0 } overlays
            ? FurnitureTable.Load([FurnitureTable.BuiltInPath, .. overlays.Select(o => Path.Combine(o, "sources", "furniture.tsv")).Where(File.Exists)])
            : null,
        Id = parsed.GetValue(id),
        Published = Day("--published", parsed.GetValue(published)),
        StandardInputFormat = Format(parsed.GetValue(inputFormat)),
        Columns = Columns(parsed.GetValue(columns)),
        Web = new WebOptions { AllowLocal = parsed.GetValue(allowLocal) },
    };

    private static InputFormat Format(string? name) => name?.ToLowerInvariant().TrimStart('.') switch
    {
        null or "txt" or "md" or "text" => InputFormat.Text,
        "html" or "htm" => InputFormat.Html,
        "jsonl" or "ndjson" => InputFormat.Jsonl,
        "feed" or "rss" or "atom" or "xml" or "json" => InputFormat.Feed,
        "csv" => InputFormat.Csv,
        "tsv" => InputFormat.Tsv,
        "warc" => InputFormat.Warc,
        "zip" => InputFormat.Zip,
        var other => throw new UsageException($"--input-format {other}: write txt, html, jsonl, feed, csv, tsv, warc or zip"),
    };

    private static TableColumns? Columns(string? text)
    {
        if (text is null) return null;
        return TableColumns.Parse(text, out var fault) ?? throw new UsageException($"--columns {text}: {fault}");
    }

    /// <summary>The day that an option names, null when it was left out.</summary>
    /// <exception cref="UsageException">The text is no date.</exception>
    public static LocalDate? Day(string option, string? text)
    {
        if (text is null) return null;
        var parsed = LocalDatePattern.Iso.Parse(text);
        return parsed.Success ? parsed.Value : throw new UsageException($"{option} {text}: write the date as YYYY-MM-DD, as in 2023-08-03");
    }
}
