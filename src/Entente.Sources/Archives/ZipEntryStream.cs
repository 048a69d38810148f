namespace Entente.Sources.Archives;

/// <summary>An entry's decompressed bytes; throws at their end when length or checksum are not those that the archive tells.</summary>
internal sealed class ZipEntryStream(Stream source, long length, uint checksum) : Stream
{
    private static readonly uint[] Table = [.. Enumerable.Range(0, 256).Select(Row)];

    private uint sum = uint.MaxValue;
    private long total;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

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

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

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
