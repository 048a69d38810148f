namespace Entente.Sources.Files;

/// <summary>Turns exceptions of the file system into a sentence for people.</summary>
internal static class Faults
{
    public static string Tell(Exception e) => e switch
    {
        FileNotFoundException or DirectoryNotFoundException => "There is no such file; check the name.",
        UnauthorizedAccessException => "No permission to read it.",
        InvalidDataException => "The compressed data is damaged or cut off; what came before the damage was read. Fetch the file again.",
        _ => OneLine(e.Message),
    };

    private static string OneLine(string message)
    {
        string line = message.ReplaceLineEndings(" ").Trim();
        return line.EndsWith('.') ? line : line + ".";
    }
}
