using System.IO.Compression;

namespace Entente.Sources.Files;

/// <summary>
/// Puts one known gzip member behind compressed data. <see cref="GZipStream"/> does not tell when data is cut off; but only behind whole
/// data does the known member come out of it unharmed.
/// </summary>
internal sealed class GzipSeal(Stream source, bool leaveOpen) : ForwardStream
{
    private static readonly byte[] Words = "entente: the end of whole data"u8.ToArray();

    private static readonly byte[] Member = Compress();

    private int given;

    /// <summary>Whether the data itself has ended; what is decompressed from then on comes from the seal.</summary>
    public bool Reached { get; private set; }

    /// <summary>Whether the seal comes out unharmed: its <paramref name="first"/> part, and the rest of <paramref name="decompressed"/>.</summary>
    public static bool IsWhole(ReadOnlySpan<byte> first, Stream decompressed)
    {
        Span<byte> words = stackalloc byte[Words.Length + 1];
        if (first.Length > Words.Length)
            return false;
        first.CopyTo(words);
        int length = first.Length + decompressed.ReadAtLeast(words[first.Length..], words.Length - first.Length, throwOnEndOfStream: false);
        return words[..length].SequenceEqual(Words);
    }

    public override int Read(Span<byte> buffer)
    {
        if (!Reached && source.Read(buffer) is var count and > 0)
            return count;
        Reached = true;
        int length = Math.Min(buffer.Length, Member.Length - given);
        Member.AsSpan(given, length).CopyTo(buffer);
        given += length;
        return length;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && !leaveOpen)
            source.Dispose();
        base.Dispose(disposing);
    }

    private static byte[] Compress()
    {
        using var member = new MemoryStream();
        using (var gzip = new GZipStream(member, CompressionLevel.Optimal))
            gzip.Write(Words);
        return member.ToArray();
    }
}
