using Entente.Sources.Files;

namespace Entente.Sources.Archives;

/// <summary>What the name of a zip archive's entry tells.</summary>
/// <param name="Input">Format and id: the name with its folders and without its ending.</param>
/// <param name="Shown">The name for messages.</param>
/// <param name="Ignored">Whether it is left out as in a folder: folders themselves, unknown endings, names that start with a dot.</param>
/// <param name="Fault">Why the entry is not read, null when it is.</param>
internal readonly record struct ZipName(InputName Input, string Shown, bool Ignored, string? Fault)
{
    private const int LongestName = 1_000;

    /// <summary>Reads a name.</summary>
    public static ZipName Of(string name)
    {
        string shown = new([.. name.Take(LongestName).Select(c => char.IsControl(c) ? '?' : c)]);
        if (name.EndsWith('/') || name.EndsWith('\\') || name.Length == 0)
            return new ZipName(default, shown, Ignored: true, null);
        var parts = name.Split('/', '\\');
        if (parts.Contains("..") || parts[0].Length == 0 || parts[0].EndsWith(':'))
            return new ZipName(default, shown, false, "The entry's name leads out of the archive; it was not read.");
        if (name.Length > LongestName || name.Any(char.IsControl))
            return new ZipName(default, shown, false, "The entry's name is too long or holds control characters; it was not read.");
        if (parts.Any(p => p.StartsWith('.')) || parts[0] == "__MACOSX" || InputName.Of(name) is not { } input)
            return new ZipName(default, shown, Ignored: true, null);
        if (input.Format == InputFormat.Zip)
            return new ZipName(input, shown, false, "It is an archive in an archive; unpack the outer one.");
        string folders = name[..^parts[^1].Length];
        return new ZipName(input with { Stem = folders + input.Stem }, shown, false, null);
    }
}
