using System.CommandLine;
using Entente.Compiler.Training;

namespace Entente.Compiler;

/// <summary><c>train-language</c>: treebanks to model file.</summary>
internal static class TrainLanguageCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var data = new Option<string>("--data") { Description = "Folder with the treebanks, *-train.conllu", Required = true };
        var news = new Option<string?>("--news") { Description = "Folder with news as JSON lines, for the word clusters" };
        var output = new Option<string>("--output") { Description = "Folder for the model", DefaultValueFactory = _ => "models" };
        var rounds = new Option<int>("--rounds") { Description = "Rounds over the data for the parser", DefaultValueFactory = _ => 9 };
        var beam = new Option<int>("--beam") { Description = "States that the parser keeps", DefaultValueFactory = _ => 8 };
        var names = new Option<string?>("--names-only-from") { Description = "A model to take everything but the names from" };
        var language = new Option<string?>("--language") { Description = "Folder with the lists of names, e.g. language" };
        var knowledge = new Option<string?>("--knowledge") { Description = "Folder with the knowledge tables, whose places and states the lists take over" };
        var sentences = new Option<string?>("--name-sentences") { Description = "File of sentences with names marked" };
        var command = new Command("train-language", "Trains the language model, e.g. train-language --data ../shared/data/ud --output models")
            { data, news, output, rounds, beam, names, language, knowledge, sentences };
        command.SetAction(result => new LanguageTrainer(new LanguageTrainingOptions
        {
            Data = result.GetValue(data)!,
            News = result.GetValue(news),
            Output = result.GetValue(output)!,
            ParserRounds = result.GetValue(rounds),
            BeamWidth = result.GetValue(beam),
            Language = result.GetValue(language),
            Knowledge = result.GetValue(knowledge),
            Sentences = result.GetValue(sentences),
            NamesOnlyFrom = result.GetValue(names),
        }, Console.Error).Run());
        return command;
    }
}
