using Xunit;

namespace Entente.Tests.Store;

/// <summary>A folder of its own for a test, with a store in it.</summary>
internal sealed class Scratch : IDisposable
{
    public string Folder { get; } = Directory.CreateTempSubdirectory("entente-store").FullName;

    public string Store => At("news.entente");

    public string At(string name) => Path.Combine(Folder, name);

    public string Write(string name, string text)
    {
        File.WriteAllText(At(name), text);
        return At(name);
    }

    /// <summary>Runs the program on the store; a code other than the one expected fails with what it said.</summary>
    public Entente.Tests.Cli.Program.Outcome Run(int code, params string[] arguments)
    {
        var run = Entente.Tests.Cli.Program.Run([.. arguments, "--store", Store]);
        Assert.True(run.Code == code, $"entente {string.Join(' ', arguments)} ended with {run.Code}: {run.Error}");
        return run;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
