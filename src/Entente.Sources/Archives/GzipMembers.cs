using System.IO.Compression;
using Entente.Sources.Files;

namespace Entente.Sources.Archives;

/// <summary>
/// Decompresses gzip that has a member a record, as web archives do. Damage ends the stream; <see cref="Resume"/> goes on with the next
/// member behind it.
/// </summary>
internal sealed class GzipMembers : ForwardStream
{
    /// <summary>
    /// Bytes given to the decompressor at a time: it does not tell how many it needed, and what it was given before it fails is lost. Fewer
    /// than any member of a web archive has.
    /// </summary>
    private const int Step = 64;

    /// <summary>When decompressing fails, the rest of the current call is lost, too.</summary>
    private const int DecompressedStep = 1024;

    private readonly Window window;
    private readonly bool leaveOpen;
    private GZipStream current;
    private GzipSeal seal;
    private bool ended;

    /// <summary>Members from the beginning of <paramref name="source"/> on.</summary>
    public GzipMembers(Stream source, bool leaveOpen)
    {
        window = new Window(source);
        this.leaveOpen = leaveOpen;
        (current, seal) = Begin();
    }

    /// <summary>Whether the stream ended because of damage, not because it is whole.</summary>
    public bool Broken { get; private set; }

    public override int Read(Span<byte> buffer)
    {
        if (Broken || ended || buffer.IsEmpty)
            return 0;
        try
        {
            int count = current.Read(buffer.Length > DecompressedStep ? buffer[..DecompressedStep] : buffer);
            if (seal.Reached)
            {
                Broken = !GzipSeal.IsWhole(buffer[..count], current);
                ended = true;
                return 0;
            }
            // The decompressor takes a damaged beginning of a member for the end of all.
            Broken = count == 0;
            return count;
        }
        catch (InvalidDataException)
        {
            Broken = true;
            return 0;
        }
    }

    /// <summary>Goes to the next member behind the damage; false when there is none.</summary>
    public bool Resume()
    {
        if (!Broken || !window.FindMember())
            return false;
        current.Dispose();
        (current, seal) = Begin();
        Broken = false;
        return true;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            current.Dispose();
            if (!leaveOpen)
                window.Source.Dispose();
        }
        base.Dispose(disposing);
    }

    private (GZipStream, GzipSeal) Begin()
    {
        var behind = new GzipSeal(window, leaveOpen: true);
        return (new GZipStream(behind, CompressionMode.Decompress), behind);
    }

    /// <summary>Hands out the compressed bytes in small pieces and finds the beginnings of members among those that are left.</summary>
    private sealed class Window(Stream source) : ForwardStream
    {
        private readonly byte[] buffer = new byte[64 * 1024];
        private int from;
        private int to;

        public Stream Source => source;

        /// <summary>Moves to the next bytes that a member can begin with: the magic number, deflate, flags that exist.</summary>
        public bool FindMember()
        {
            while (to - from >= 4 || Fill())
            {
                int at = buffer.AsSpan(from, to - from).IndexOf((ReadOnlySpan<byte>)[0x1F, 0x8B, 8]);
                if (at >= 0 && from + at + 3 < to)
                {
                    from += at;
                    if (buffer[from + 3] < 0x20)
                        return true;
                    from++;
                }
                else
                {
                    from = at >= 0 ? from + at : Math.Max(from, to - 3);
                    if (to - from < 4 && !Fill())
                        return false;
                }
            }
            return false;
        }

        public override int Read(Span<byte> target)
        {
            if (from == to && !Fill())
                return 0;
            int count = Math.Min(Math.Min(Step, target.Length), to - from);
            buffer.AsSpan(from, count).CopyTo(target);
            from += count;
            return count;
        }

        /// <summary>Adds bytes behind those that are left; false at the end.</summary>
        private bool Fill()
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            (from, to) = (0, to - from);
            int count = source.Read(buffer.AsSpan(to));
            to += count;
            return count > 0;
        }
    }
}
