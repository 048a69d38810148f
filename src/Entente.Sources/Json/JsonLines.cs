namespace Entente.Sources.Json;

/// <summary>
/// Cuts a stream into lines with bounded memory: a line longer than the limit is skipped to its end and reported by a null
/// <see cref="Line"/>.
/// </summary>
internal sealed class JsonLines(Stream stream, int maximum)
{
    private const int Start = 64 * 1024;

    private byte[] buffer = new byte[Math.Min(Start, maximum + 1)];
    private int from;
    private int to;
    private bool ended;

    /// <summary>Number of the current line, from 1.</summary>
    public long Number { get; private set; }

    /// <summary>Whether the current line is longer than the limit; then <see cref="Line"/> is empty.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether the stream ended without a line break behind the current line.</summary>
    public bool Unfinished { get; private set; }

    /// <summary>The current line without its line break, valid until the next call of <see cref="Next"/>.</summary>
    public ReadOnlyMemory<byte> Line { get; private set; }

    /// <summary>Goes to the next line; false at the end.</summary>
    public bool Next()
    {
        TooLong = false;
        Unfinished = false;
        Line = default;
        int searched = 0;
        while (true)
        {
            int found = buffer.AsSpan(from + searched, to - from - searched).IndexOf((byte)'\n');
            if (found >= 0)
                return Finish(searched + found, 1);
            searched = to - from;
            if (ended)
            {
                Unfinished = true;
                return (searched > 0 || TooLong) && Finish(searched, 0);
            }
            if (searched > maximum)
            {
                TooLong = true;
                from = to = searched = 0;
            }
            Fill();
        }
    }

    private bool Finish(int length, int lineBreak)
    {
        Number++;
        TooLong |= length > maximum;
        Line = TooLong ? default : buffer.AsMemory(from, length);
        from += length + lineBreak;
        if (TooLong && buffer.Length > Start)
            Shrink();
        return true;
    }

    /// <summary>A giant line's buffer is given back, so that memory stays that of the current document.</summary>
    private void Shrink()
    {
        var rest = buffer.AsSpan(from, to - from);
        var smaller = new byte[Math.Max(Start, rest.Length)];
        rest.CopyTo(smaller);
        (buffer, to, from) = (smaller, rest.Length, 0);
    }

    private void Fill()
    {
        if (from > 0)
        {
            buffer.AsSpan(from, to - from).CopyTo(buffer);
            (from, to) = (0, to - from);
        }
        if (to == buffer.Length)
            Array.Resize(ref buffer, (int)Math.Min(Math.Max(maximum, to) + 1L, buffer.Length * 2L));
        int count = stream.Read(buffer.AsSpan(to));
        ended = count == 0;
        to += count;
    }
}
