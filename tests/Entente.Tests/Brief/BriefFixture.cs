using Entente.Tests.Store;

namespace Entente.Tests.Brief;

/// <summary>Pages made once: of the samples, about three states, and of texts that attack the page.</summary>
public sealed class BriefFixture : IDisposable
{
    /// <summary>What hostile articles try.</summary>
    public const string Attack = "<script>document.title='gone'</script><img src=x onerror=\"document.title='gone'\">&lt;b&gt;\u202eevil";

    private readonly Scratch scratch = new();

    public BriefFixture()
    {
        Samples = Make("samples.html", Repository.At("samples"), "--about", "PRK,RUS,CHN");
        var hostile = scratch.Write("hostile.jsonl", string.Join('\n', Enumerable.Range(1, 6).Select(i => System.Text.Json.JsonSerializer.Serialize(new
        {
            id = $"h{i}\"><script>1</script>",
            title = Attack,
            source = Attack,
            url = i % 2 == 0 ? "javascript:document.title='gone'" : "https://example.org/\"><script>document.title='gone'</script>",
            published = $"2023-0{i}-10",
            text = $"Russia attacked Ukraine on Monday. China praised Russia {Attack}. The United States accused North Korea of sending arms to Russia, which Pyongyang denied.",
        }))));
        Hostile = Make("hostile.html", hostile);
    }

    /// <summary>The page of the samples.</summary>
    public string Samples { get; }

    /// <summary>The page of hostile texts.</summary>
    public string Hostile { get; }

    internal Scratch Scratch => scratch;

    public void Dispose() => scratch.Dispose();

    private string Make(string name, params string[] arguments)
    {
        var page = scratch.At(name);
        var run = Cli.Program.Run(["brief", .. arguments, "--output", page]);
        Xunit.Assert.True(run.Code == 0, run.Error);
        return page;
    }
}
