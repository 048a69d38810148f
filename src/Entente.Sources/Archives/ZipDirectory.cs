using System.Buffers.Binary;

namespace Entente.Sources.Archives;

/// <summary>
/// Counts the entries of a zip archive without holding them, for an archive made to hurt has millions. By APPNOTE.TXT of PKWARE, 4.3.
/// </summary>
internal static class ZipDirectory
{
    private const int EndSize = 22;
    private const int HeaderSize = 46;
    private const int LongestTail = ushort.MaxValue + EndSize;

    /// <summary>Whether the directory holds more than <paramref name="most"/> entries. The stream's position is moved.</summary>
    public static bool HasMore(Stream archive, int most)
    {
        var tail = new byte[Math.Min(archive.Length, LongestTail)];
        archive.Position = archive.Length - tail.Length;
        archive.ReadAtLeast(tail, tail.Length, throwOnEndOfStream: false);
        int end = tail.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (end < 0 || end + EndSize > tail.Length)
            return false;
        if (Exceeds(archive, BinaryPrimitives.ReadUInt32LittleEndian(tail.AsSpan(end + 16)), most))
            return true;
        // The directory of a large archive (zip64) is told of elsewhere.
        int locator = end - 20;
        if (locator < 0 || !tail.AsSpan(locator).StartsWith("PK\x06\x07"u8))
            return false;
        var large = new byte[56];
        return Seek(archive, BinaryPrimitives.ReadUInt64LittleEndian(tail.AsSpan(locator + 8)))
            && archive.ReadAtLeast(large, large.Length, throwOnEndOfStream: false) == large.Length
            && Exceeds(archive, BinaryPrimitives.ReadUInt64LittleEndian(large.AsSpan(48)), most);
    }

    private static bool Seek(Stream archive, ulong position)
    {
        if (position >= (ulong)archive.Length)
            return false;
        archive.Position = (long)position;
        return true;
    }

    private static bool Exceeds(Stream archive, ulong position, int most)
    {
        var header = new byte[HeaderSize];
        int count = 0;
        while (Seek(archive, position) && archive.ReadAtLeast(header, HeaderSize, throwOnEndOfStream: false) == HeaderSize
            && header.AsSpan().StartsWith("PK\x01\x02"u8))
        {
            if (++count > most)
                return true;
            position += (uint)(HeaderSize + Size(header, 28) + Size(header, 30) + Size(header, 32));
        }
        return false;
    }

    private static int Size(byte[] header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));
}
