using System.Diagnostics;
using System.Text;
using System.Text.Json;

namespace Entente.Tests.Cli;

/// <summary>The built program as a process, as its users run it.</summary>
internal static class Program
{
    /// <summary>Path of the program beside the tests.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, OperatingSystem.IsWindows() ? "entente.exe" : "entente");

    /// <summary>What came of a run.</summary>
    internal sealed record Outcome(int Code, string Out, string Error)
    {
        public string[] Lines => Out.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public string[] ErrorLines => Error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        public JsonElement[] Events => [.. Lines.Select(line => JsonElement.Parse(line))];
    }

    public static Outcome Run(params string[] arguments) => Run(null, arguments);

    /// <summary>Runs it with standard input; a run of more than two minutes fails.</summary>
    public static Outcome Run(byte[]? input, string[] arguments, string? folder = null) => Start(Path, input, arguments, folder);

    /// <summary>Runs a line of the shell, with <c>$entente</c> for the program.</summary>
    public static Outcome Shell(string line) => Start("/bin/bash", null, ["-c", line], null);

    private static Outcome Start(string file, byte[]? input, string[] arguments, string? folder)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardOutputEncoding = new UTF8Encoding(false, throwOnInvalidBytes: true),
            StandardErrorEncoding = new UTF8Encoding(false),
            WorkingDirectory = folder ?? Repository.Root,
        };
        start.Environment["entente"] = Path;
        start.Environment["COLUMNS"] = "120";
        start.Environment["NO_COLOR"] = "1";
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        try
        {
            if (input is not null) process.StandardInput.BaseStream.Write(input);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not want to read all of it.
        }

        if (!process.WaitForExit(TimeSpan.FromMinutes(2)))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"entente {string.Join(' ', arguments)} runs longer than two minutes");
        }

        return new Outcome(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
