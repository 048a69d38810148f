using System.Security.Cryptography;
using System.Text;

namespace Entente.Store;

/// <summary>Hashes by which texts and files are known again: SHA-256 (FIPS 180-4), 64 hexadecimal digits in lower case.</summary>
public static class ContentHash
{
    /// <summary>Of a text in UTF-8.</summary>
    public static string Of(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    /// <summary>Of all files of some folders: their names and contents, in name order, the folders in the order given.</summary>
    /// <param name="folders">Folders; one that is not there counts as empty.</param>
    /// <param name="pattern">Which files.</param>
    public static string OfFiles(IEnumerable<string> folders, string pattern)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, pattern, SearchOption.AllDirectories).Order(StringComparer.Ordinal))
            {
                hash.AppendData(Encoding.UTF8.GetBytes(Path.GetRelativePath(folder, file).Replace('\\', '/') + "\n"));
                hash.AppendData(SHA256.HashData(File.ReadAllBytes(file)));
            }
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
