using System.CommandLine;
using Entente.Compiler.Training;

namespace Entente.Compiler;

/// <summary><c>train-language</c>: treebanks and news to model files.</summary>
internal static class TrainLanguageCommand
{
    /// <summary>The command.</summary>
    public static Command Make()
    {
        var data = new Option<string>("--data") { Description = "Folder with the treebanks, *-train.conllu and *-dev.conllu", Required = true };
        var news = new Option<string?>("--news") { Description = "Folder with news as JSON lines, for word vectors and for what the teachers mark up" };
        var language = new Option<string?>("--language") { Description = "Folder with the lists of names and the sentences with names marked, e.g. language" };
        var knowledge = new Option<string?>("--knowledge") { Description = "Folder with the knowledge tables, whose places, states and organisations the lists take over" };
        var output = new Option<string>("--output") { Description = "Folder for the models", DefaultValueFactory = _ => "models" };
        var work = new Option<string?>("--work") { Description = "Folder for what is made on the way; an interrupted run goes on from it" };
        var teachers = new Option<int>("--teachers") { Description = "How many networks teach", DefaultValueFactory = _ => new LanguageTrainingOptions { Data = "", Output = "" }.Teachers };
        var command = new Command("train-language", "Trains the language models, e.g. train-language --data ../shared/data/ud --output models")
            { data, news, language, knowledge, output, work, teachers };
        command.SetAction(result => new LanguageTrainer(new LanguageTrainingOptions
        {
            Data = result.GetValue(data)!,
            News = result.GetValue(news),
            Language = result.GetValue(language),
            Knowledge = result.GetValue(knowledge),
            Output = result.GetValue(output)!,
            Work = result.GetValue(work),
            Teachers = result.GetValue(teachers),
        }, Console.Error).Run());
        return command;
    }
}
