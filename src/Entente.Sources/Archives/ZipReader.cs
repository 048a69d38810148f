using System.IO.Compression;
using Entente.Sources.Files;

namespace Entente.Sources.Archives;

/// <summary>
/// Zip archives: each entry is read as if it were a file, in ordinal order of the names, from memory or the archive itself; nothing is
/// ever unpacked to a disk. Archives in archives are not entered.
/// </summary>
internal sealed class ZipReader(SourceOptions options, IFormatReader formats) : IFormatReader
{
    /// <summary>What an entry may have whatever its compressed size.</summary>
    private const long FreeBytes = 1 << 20;

    private readonly ArchiveLimits limits = options.Archives;

    /// <inheritdoc/>
    public IEnumerable<SourceResult> Read(InputContent content)
    {
        string where = content.Where;
        string? fault = null;
        using var held = content.Seekable is null ? Held(content.Bytes, out fault) : null;
        using var archive = fault is null ? Open(content.Seekable ?? held!, out fault) : null;
        if (archive is null)
        {
            yield return new SourceResult.Failed(where, fault!);
            yield break;
        }
        bool any = false;
        long left = limits.MaxTotalBytes;
        foreach (var entry in archive.Entries.OrderBy(e => e.FullName, StringComparer.Ordinal))
        {
            var name = ZipName.Of(entry.FullName);
            if (name.Ignored)
                continue;
            any = true;
            if (left <= 0)
            {
                yield return new SourceResult.Failed(where, $"It holds more than {limits.MaxTotalBytes} bytes (decompressed); the entries from {name.Shown} on were not read.");
                yield break;
            }
            string at = $"{where}/{name.Shown}";
            using var opened = Open(entry, name, at, left, out fault);
            if (opened is null)
            {
                yield return new SourceResult.Failed(at, fault!);
                continue;
            }
            foreach (var result in formats.Read(opened))
                yield return result;
            left -= opened.Bytes.Total;
        }
        if (!any)
            yield return new SourceResult.Failed(where, $"The archive holds no file that can be read; files must end in {InputName.Endings}.");
    }

    private MemoryStream? Held(GuardedStream bytes, out string? fault)
    {
        var held = new MemoryStream();
        var part = new byte[64 * 1024];
        while (held.Length <= limits.MaxHeldBytes && bytes.Read(part) is var count and > 0)
            held.Write(part, 0, count);
        fault = bytes.Fault
            ?? (held.Length > limits.MaxHeldBytes ? $"The archive is larger than {limits.MaxHeldBytes} bytes; give it as a plain .zip file." : null);
        return held;
    }

    private ZipArchive? Open(Stream stream, out string? fault)
    {
        ZipArchive? archive = null;
        try
        {
            if (ZipDirectory.HasMore(stream, limits.MaxEntries))
            {
                fault = $"The archive holds more than {limits.MaxEntries} entries and was not read. Split it.";
                return null;
            }
            stream.Position = 0;
            archive = new ZipArchive(stream, ZipArchiveMode.Read, leaveOpen: true);
            _ = archive.Entries.Count;
            fault = null;
            return archive;
        }
        catch (Exception e) when (IsDamage(e))
        {
            archive?.Dispose();
            fault = "It is no whole zip archive. Fetch it again.";
            return null;
        }
    }

    private InputContent? Open(ZipArchiveEntry entry, ZipName name, string where, long left, out string? fault)
    {
        fault = name.Fault;
        if (fault is null && entry.IsEncrypted)
            fault = "The entry is encrypted; unpack the archive with its password first.";
        if (fault is not null)
            return null;
        try
        {
            long ratio = Math.Max(FreeBytes, Math.Max(0, entry.CompressedLength) * limits.MaxRatio);
            long limit = Math.Min(Math.Min(limits.MaxEntryBytes, ratio), Math.Min(left, options.MaxFileBytes));
            var bytes = new ZipEntryStream(entry.Open(), entry.Length, entry.Crc32);
            var guarded = new GuardedStream(bytes, false, limit, beyond: Beyond(limit, ratio));
            // Compressed once more, it still has to keep to what is left.
            return name.Input.Compressed
                ? InputContent.Open(guarded, name.Input, where, Math.Min(limits.MaxEntryBytes, left))
                : new InputContent(guarded, name.Input, where);
        }
        catch (Exception e) when (IsDamage(e))
        {
            fault = "The entry is damaged or compressed in an unknown way; pack the archive again.";
            return null;
        }
    }

    private string Beyond(long limit, long ratio) => limit == ratio
        ? $"It grows to more than {limits.MaxRatio} times its compressed size; what lies behind that is left out."
        : $"It has more than {limit} bytes (decompressed); what lies behind them is left out. Split the file or raise the limit.";

    /// <summary>What the library throws on archives that are none, or made to confuse it.</summary>
    private static bool IsDamage(Exception e) => e is IOException or InvalidDataException or NotSupportedException or ArgumentException
        or OverflowException or UnauthorizedAccessException or InvalidOperationException;
}
