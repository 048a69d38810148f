using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Unicode;

namespace Entente.Store.Importing;

/// <summary>A file to import, unpacked where it came in an archive.</summary>
/// <param name="Name">Name without folder, for the table of imports.</param>
/// <param name="Shown">How it is named to people.</param>
/// <param name="Path">Where its bytes lie; the database unpacks <c>.gz</c> by itself.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Hash">SHA-256 of its bytes.</param>
internal sealed record ImportFile(string Name, string Shown, string Path, long Bytes, string Hash)
{
    private static readonly string[] Endings = [".csv", ".tsv", ".tab", ".txt", ".gz", ".zip"];

    /// <summary>The files of what was named: files as they are, folders with all that ends in <c>.csv</c>, <c>.tsv</c>, <c>.tab</c>, <c>.txt</c>, <c>.gz</c> or <c>.zip</c>, in name order.</summary>
    public static IEnumerable<string> Expand(string input) => !Directory.Exists(input)
        ? [input]
        : Directory.EnumerateFiles(input, "*", SearchOption.AllDirectories)
            .Where(f => Endings.Contains(System.IO.Path.GetExtension(f), StringComparer.OrdinalIgnoreCase)).Order(StringComparer.Ordinal);

    /// <summary>Opens a file; the parts of a <c>.zip</c> one by one, unpacked into a folder.</summary>
    /// <exception cref="IOException">It cannot be read.</exception>
    /// <exception cref="InvalidDataException">The archive is damaged.</exception>
    public static IEnumerable<ImportFile> Open(string path, string folder)
    {
        if (!path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase))
        {
            yield return Of(System.IO.Path.GetFileName(path), path, path);
            yield break;
        }

        using var archive = ZipFile.OpenRead(path);
        foreach (var part in archive.Entries.Where(e => e.Name.Length > 0).OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var unpacked = System.IO.Path.Combine(folder, "part" + (part.Name.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? ".gz" : ".csv"));
            part.ExtractToFile(unpacked, overwrite: true);
            yield return Of(part.Name, $"{path}/{part.FullName}", unpacked);
            File.Delete(unpacked);
        }
    }

    /// <summary>The first line, without its end; empty for an empty file.</summary>
    public string FirstLine()
    {
        using var reader = new StreamReader(Unpacked(), Encoding.Latin1);
        return reader.ReadLine()?.TrimStart('\uFEFF', '\u00ef', '\u00bb', '\u00bf') ?? "";
    }

    /// <summary>Whether all of it is UTF-8; what is not is taken for ISO 8859-1, in which every byte is a letter.</summary>
    public bool IsUtf8()
    {
        using var stream = Unpacked();
        var buffer = new byte[1 << 20];
        for (var kept = 0; ;)
        {
            var read = stream.ReadAtLeast(buffer.AsSpan(kept), buffer.Length - kept, throwOnEndOfStream: false);
            var length = kept + read;
            var whole = length < buffer.Length ? length : buffer.AsSpan(0, length).LastIndexOf((byte)'\n') + 1;
            if (whole == 0) whole = length;
            if (!Utf8.IsValid(buffer.AsSpan(0, whole))) return false;
            if (length < buffer.Length) return true;
            kept = length - whole;
            buffer.AsSpan(whole, kept).CopyTo(buffer);
        }
    }

    private Stream Unpacked()
    {
        var file = new FileStream(Path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 16);
        return Path.EndsWith(".gz", StringComparison.OrdinalIgnoreCase) ? new GZipStream(file, CompressionMode.Decompress) : file;
    }

    private static ImportFile Of(string name, string shown, string path)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read, 1 << 20);
        return new ImportFile(name, shown, path, stream.Length, Convert.ToHexStringLower(SHA256.HashData(stream)));
    }

    /// <inheritdoc/>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Shown} ({Bytes} bytes)");
}
