using System.IO.Compression;

namespace Entente.Sources.Files;

/// <summary>
/// A read-only stream that ends instead of throwing: damage, a failing disk or too many bytes end it and are told in
/// <see cref="Fault"/>. Its first bytes can be looked at without consuming them.
/// </summary>
internal sealed class GuardedStream : ForwardStream
{
    /// <summary>When decompressing fails, the rest of the current call is lost; small calls keep that loss small.</summary>
    private const int CompressedStep = 1024;

    private const int HeadSize = 4096;

    private readonly Stream source;
    private readonly GzipSeal? seal;
    private readonly bool leaveOpen;
    private readonly long limit;
    private readonly string? beyond;
    private readonly byte[] head = new byte[HeadSize];
    private long left;
    private bool ended;
    private int headStart;
    private readonly int headEnd;

    /// <summary>Begins to read <paramref name="source"/>.</summary>
    /// <param name="source">The bytes.</param>
    /// <param name="compressed">Whether they are gzip and come out decompressed.</param>
    /// <param name="limit">Most bytes that come out.</param>
    /// <param name="leaveOpen">Whether the source stays open.</param>
    /// <param name="beyond">What to say when there are more; null for the usual sentence.</param>
    public GuardedStream(Stream source, bool compressed, long limit, bool leaveOpen = false, string? beyond = null)
    {
        this.beyond = beyond;
        seal = compressed ? new GzipSeal(source, leaveOpen) : null;
        this.source = seal is null ? source : new GZipStream(seal, CompressionMode.Decompress);
        this.leaveOpen = leaveOpen;
        this.limit = limit;
        left = limit;
        while (headEnd < HeadSize && Fetch(head.AsSpan(headEnd)) is var count and > 0)
            headEnd += count;
    }

    /// <summary>Why the stream ended early, null while it did not.</summary>
    public string? Fault { get; private set; }

    /// <summary>Bytes that have come out so far, those of <see cref="Head"/> with them.</summary>
    public long Total => limit - left;

    /// <summary>The first bytes that are not yet consumed.</summary>
    public ReadOnlySpan<byte> Head => head.AsSpan(headStart, headEnd - headStart);

    public override int Read(Span<byte> buffer)
    {
        if (headStart == headEnd)
            return Fetch(buffer);
        int count = Math.Min(buffer.Length, headEnd - headStart);
        head.AsSpan(headStart, count).CopyTo(buffer);
        headStart += count;
        return count;
    }

    /// <summary>Leaves out the next <paramref name="count"/> bytes of <see cref="Head"/>.</summary>
    public void Skip(int count) => headStart += count;

    protected override void Dispose(bool disposing)
    {
        if (disposing && (seal is not null || !leaveOpen))
            source.Dispose();
        base.Dispose(disposing);
    }

    private int Fetch(Span<byte> buffer)
    {
        if (ended || Fault is not null || buffer.IsEmpty)
            return 0;
        if (seal is not null && buffer.Length > CompressedStep)
            buffer = buffer[..CompressedStep];
        try
        {
            int count = source.Read(buffer);
            if (seal is { Reached: true })
            {
                Fault = GzipSeal.IsWhole(buffer[..count], source) ? null : Faults.Tell(new InvalidDataException());
                ended = true;
                return 0;
            }
            if (count > left)
            {
                Fault = beyond ?? $"It has more than {limit} bytes (decompressed); what lies behind them is left out. Split the file or raise the limit.";
                count = (int)left;
            }
            left -= count;
            return count;
        }
        catch (Exception e) when (e is IOException or InvalidDataException or UnauthorizedAccessException or NotSupportedException)
        {
            Fault = Faults.Tell(e);
            return 0;
        }
        catch (InvalidOperationException) when (source is BrotliStream)
        {
            // Brotli's way of telling damage.
            Fault = Faults.Tell(new InvalidDataException());
            return 0;
        }
    }
}
