using Entente.Sources.Files;

namespace Entente.Sources.Archives;

/// <summary>An entry's decompressed bytes; throws at their end when length or checksum are not those that the archive tells.</summary>
internal sealed class ZipEntryStream(Stream source, long length, uint checksum) : ForwardStream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    private uint sum = uint.MaxValue;
    private long total;

    /// <inheritdoc/>
    /// <exception cref="InvalidDataException">The entry is damaged.</exception>
    public override int Read(Span<byte> buffer)
    {
        if (buffer.IsEmpty)
            return 0;
        int count = source.Read(buffer);
        total += count;
        foreach (byte b in buffer[..count])
            sum = Table[(byte)(sum ^ b)] ^ (sum >> 8);
        return count > 0 || total == length && ~sum == checksum ? count : throw new InvalidDataException();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            source.Dispose();
        base.Dispose(disposing);
    }

    /// <summary>CRC-32 as in zip and gzip.</summary>
    private static uint Row(int value)
    {
        uint row = (uint)value;
        for (int bit = 0; bit < 8; bit++)
            row = (row & 1) == 0 ? row >> 1 : (row >> 1) ^ 0xEDB88320;
        return row;
    }
}
