using System.CommandLine;
using System.Globalization;
using Entente.Coding;
using Entente.Coding.Knowledge;
using Entente.Compiler.Judging;
using Entente.Language;
using Entente.Sources;

namespace Entente.Compiler;

/// <summary><c>measure-quads</c>: whether single sentences of a known quad class yield an event of it, and statements none.</summary>
internal static class MeasureQuadsCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Make()
    {
        var gold = new Argument<string>("sentences") { Description = "A line each: quad class 0 to 4, tab, sentence" };
        var folder = new Option<string>("--knowledge") { Description = "Folder of the knowledge", DefaultValueFactory = _ => "knowledge" };
        var models = new Option<string>("--models") { Description = "Folder of the models", DefaultValueFactory = _ => "models" };
        var least = new Option<double?>("--least-confidence") { Description = "Least confidence of an event that counts, 0 to 1; as code has it when left out" };
        var missed = new Option<bool>("--missed") { Description = "Print the sentences that come out wrong, with what is coded in them" };
        var command = new Command("measure-quads", "Measures quad classes of single sentences, e.g. measure-quads sentence-quad-dev.tsv") { gold, folder, models, least, missed };
        command.SetAction(r => Run(r.GetValue(gold)!, r.GetValue(folder)!, r.GetValue(models)!, r.GetValue(least), r.GetValue(missed)));
        return command;
    }

    private static void Run(string gold, string folder, string models, double? least, bool missed)
    {
        var parser = DocumentParser.Load(models);
        var coder = new EventCoder(KnowledgeBase.Load(new KnowledgeOptions { Base = folder }), new Judges(models), least);
        var score = new QuadScore();
        var sentences = Read(gold).ToList();
        var events = sentences.AsParallel().AsOrdered().Select((s, i) => coder.Code(parser.Parse(new Article { Id = i.ToString(CultureInfo.InvariantCulture), Text = s.Text }))).ToList();
        for (var i = 0; i < sentences.Count; i++)
        {
            if (score.Add(sentences[i].Quad, events[i]) || !missed) continue;
            Console.WriteLine($"{i + 1}\t{sentences[i].Quad}\t{sentences[i].Text}");
            foreach (var e in events[i]) Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"\t{e.Quad} {e.Event} {e.Cameo} {e.Status} {e.Confidence:0.00}"));
        }

        foreach (var line in score.Lines()) Console.WriteLine(line);
    }

    /// <summary>The sentences of a file with their classes.</summary>
    /// <exception cref="InvalidDataException">A line has no class of 0 to 4 and no sentence.</exception>
    public static IEnumerable<(int Quad, string Text)> Read(string path)
    {
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0) continue;
            if (line.Split('\t', 2) is not [[>= '0' and <= '4' and var quad], { Length: > 0 } text]) throw new InvalidDataException($"{path}:{number}: wants a quad class 0 to 4, a tab and a sentence");
            yield return (quad - '0', text);
        }
    }
}
