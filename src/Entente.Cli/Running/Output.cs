using System.Text;

namespace Entente.Cli.Running;

/// <summary>Where results go: a file, or standard output. A reader that closes the pipe ends the run quietly.</summary>
internal sealed class Output : IDisposable
{
    private readonly StreamWriter writer;
    private readonly string? path;
    private readonly string? partial;

    private Output(StreamWriter writer, string? path, string? partial)
    {
        this.writer = writer;
        this.path = path;
        this.partial = partial;
    }

    /// <summary>The writer itself, for results that write themselves.</summary>
    public TextWriter Writer => writer;

    /// <summary>Opens the output.</summary>
    /// <param name="path">A file, or null for standard output. The file takes its name only when the run is complete.</param>
    public static Output Open(string? path)
    {
        var encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        if (path is null) return new Output(new StreamWriter(StandardOutput.Open(), encoding, 1 << 16) { NewLine = "\n" }, null, null);
        var partial = path + ".part";
        return new Output(new StreamWriter(File.Create(partial), encoding, 1 << 16) { NewLine = "\n" }, path, partial);
    }

    /// <summary>Writes a line.</summary>
    public void WriteLine(string line) => writer.WriteLine(line);

    /// <summary>Writes text as it is.</summary>
    public void Write(string text) => writer.Write(text);

    /// <summary>Ends the output; a file gets its name now.</summary>
    public void Complete()
    {
        writer.Flush();
        if (path is null) return;
        writer.Dispose();
        File.Move(partial!, path, overwrite: true);
    }

    /// <summary>Sends what is buffered.</summary>
    public void Flush() => writer.Flush();

    /// <inheritdoc/>
    public void Dispose()
    {
        try
        {
            writer.Dispose();
        }
        catch (Exception fault) when (fault is IOException or ClosedPipeException)
        {
            // The fault has been told, or there is nobody left to write to.
        }

        if (partial is not null && File.Exists(partial)) File.Delete(partial);
    }
}
