using Entente.Language;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Language;

/// <summary>The parser with the committed model, loaded once for all tests.</summary>
internal static class TestParser
{
    private static readonly Lazy<DocumentParser> Loaded = new(() => DocumentParser.Load(Path.Combine(AppContext.BaseDirectory, "models")));

    private static readonly Lazy<DocumentParser> LoadedFast = new(() => DocumentParser.Load(Path.Combine(AppContext.BaseDirectory, "models"), LanguageModelKind.Fast));

    public static DocumentParser Instance => Loaded.Value;

    /// <summary>The parser with the fast model.</summary>
    public static DocumentParser Fast => LoadedFast.Value;

    public static Document Parse(string text) => Instance.Parse(new Article { Id = "test", Text = text });

    public static ParsedSentence Only(string text) => Assert.Single(Parse(text).Sentences);

    public static string[] Forms(string text) => [.. Parse(text).Sentences.SelectMany(s => s.Tokens).Select(t => t.Form)];
}
