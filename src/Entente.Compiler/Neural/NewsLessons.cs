using Entente.Compiler.Training;
using Entente.Language;
using Entente.Language.Splitting;
using Entente.Sources;

namespace Entente.Compiler.Neural;

/// <summary>Sentences of the news, marked up by the teachers.</summary>
internal static class NewsLessons
{
    private const int Shortest = 4;
    private const int Longest = 60;

    // How many sentences are marked up at once.
    private const int Together = 24;

    /// <summary>About as many words as the options say, from all files alike, on two threads.</summary>
    public static NetworkExample[] Of(LanguageModel[] teachers, LanguageTrainingOptions options)
    {
        var sentences = Sentences(new DocumentParser(teachers[0]), options);
        return [.. sentences.Chunk(Together * 64).Chunk(2).SelectMany(pair => pair.AsParallel().AsOrdered().WithDegreeOfParallelism(2)
            .SelectMany(part => Mark(part, new Teachers(teachers))))];
    }

    private static NetworkExample[] Mark(string[][] sentences, Teachers teachers) => [.. sentences.Chunk(Together).SelectMany(teachers.Mark)];

    private static string[][] Sentences(DocumentParser parser, LanguageTrainingOptions options)
    {
        var files = WordClusters.NewsFiles(options.News!).ToArray();
        var chosen = new List<string[]>();
        foreach (var file in files)
        {
            var texts = WordClusters.ReadTexts(file).ToArray();
            new Random(options.Seed).Shuffle(texts);
            var words = 0;
            foreach (var text in texts)
            {
                if (words >= options.MarkedWords / files.Length) break;
                foreach (var sentence in parser.Parse(new Article { Id = "", Text = text }).Sentences)
                {
                    string[] forms = [.. sentence.Tokens.Select(t => t.Form)];
                    forms = forms[Dateline.Length(forms, [.. sentence.Tokens.Select(t => t.Range)])..];
                    if (forms.Length is < Shortest or > Longest) continue;
                    chosen.Add(forms);
                    words += forms.Length;
                }
            }
        }

        return [.. chosen];
    }
}
