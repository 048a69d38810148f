using System.Collections.Immutable;
using System.CommandLine;
using Entente.Cli.Running;
using Entente.Cli.Terminal;
using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Language;
using Entente.Sources;
using NodaTime;

namespace Entente.Cli.Commands;

/// <summary><c>entente who</c>: whom a name or phrase means on a day, and how that was found.</summary>
internal static class WhoCommand
{
    private const int MostShown = 20;

    /// <summary>Makes the command.</summary>
    public static Command Create()
    {
        var name = new Argument<string>("name") { Description = "A name, a nationality, or a phrase such as \"the Russian defence minister\"" };
        var on = new Option<string?>("--on") { Description = "The day (YYYY-MM-DD); today when left out" };
        var settings = new KnowledgeSettings();
        var command = new Command("who", "Whom a name means: code, sectors, office, and how that was found.\n\nExample: entente who \"Sergei Lavrov\" --on 2023-07-27") { name, on };
        settings.AddTo(command);
        command.SetAction(parsed => Run(parsed.GetValue(name)!, InputOptions.Day("--on", parsed.GetValue(on)), settings.Read(parsed)));
        return command;
    }

    private static int Run(string name, LocalDate? day, KnowledgeOptions options)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new UsageException("who wants a name, as in: entente who \"Sergei Lavrov\"");
        var tally = new Tally();
        var knowledge = Services.LoadKnowledge(options, tally);
        var day0 = day ?? LocalDate.FromDateTime(DateTime.Now);
        Console.Out.WriteLine($"{name}, on {day0:uuuu-MM-dd}");
        var listed = knowledge.Who(name, day0);
        foreach (var entity in listed.Take(MostShown)) EntityLines.Write(Console.Out, entity, knowledge, day0);
        if (listed.Length > MostShown) Console.Out.WriteLine($"  and {listed.Length - MostShown} more");
        if (listed.IsEmpty && !Phrase(name, day0, knowledge)) Console.Out.WriteLine("  nobody that the knowledge lists or the words tell; knowledge/README.md says how to add an actor");
        return tally.ExitCode;
    }

    /// <summary>A name that nobody lists may still be a phrase whose words tell: "a Swiss court".</summary>
    private static bool Phrase(string phrase, LocalDate day, KnowledgeBase knowledge)
    {
        var parser = DocumentParser.Load(Services.Models);
        var document = parser.Parse(new Article { Id = "who", Text = phrase, Published = day });
        var named = new EventCoder(knowledge).Mentions(document).SelectMany(m => m.Actors).ToImmutableArray();
        foreach (var actor in named) EntityLines.Write(Console.Out, actor);
        return named.Length > 0;
    }
}
