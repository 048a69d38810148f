using System.IO.Compression;
using System.Text;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Sources;

/// <summary>A folder of real files that is gone after the test.</summary>
public sealed class SourceFolder : IDisposable
{
    public SourceFolder() => Root = Directory.CreateTempSubdirectory("entente-sources-").FullName;

    public string Root { get; }

    public void Dispose() => Directory.Delete(Root, recursive: true);

    public string File(string name, string text) => File(name, Encoding.UTF8.GetBytes(text));

    public string File(string name, byte[] bytes)
    {
        string path = Path.Combine(Root, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        System.IO.File.WriteAllBytes(path, bytes);
        return path;
    }

    public static byte[] Gzip(byte[] bytes)
    {
        using var target = new MemoryStream();
        using (var gzip = new GZipStream(target, CompressionLevel.Fastest))
            gzip.Write(bytes);
        return target.ToArray();
    }

    public static byte[] Gzip(string text) => Gzip(Encoding.UTF8.GetBytes(text));

    public static SourceResult[] Read(string path, SourceOptions? options = null) => [.. new ArticleReader(options).Read([path])];

    public static Article One(string path, SourceOptions? options = null) =>
        Assert.IsType<SourceResult.Read>(Assert.Single(Read(path, options))).Article;

    public static string Reason(SourceResult result) => Assert.IsType<SourceResult.Failed>(result).Reason;

    public Article Text(string text) => One(File("article.txt", text));

    public Article Page(string html) => One(File("page.html", html));
}
