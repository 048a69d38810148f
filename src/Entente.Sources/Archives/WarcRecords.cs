using System.Buffers.Text;
using System.Text;
using Entente.Sources.Files;

namespace Entente.Sources.Archives;

/// <summary>The records of a web archive (ISO 28500, WARC 1.0 and 1.1), one at a time. Looks for the next one behind damage.</summary>
internal sealed class WarcRecords(GuardedStream bytes, GzipMembers? members, int maximum)
{
    private const int LongestHead = 64 * 1024;
    private const int LongestFolded = 4 * 1024;

    private readonly byte[] buffer = new byte[LongestHead];
    private readonly Dictionary<string, string> fields = new(StringComparer.OrdinalIgnoreCase);
    private int from;
    private int to;
    private bool astray;

    /// <summary>Records read so far, whole ones of all types.</summary>
    public long Count { get; private set; }

    /// <summary>Places where records were damaged; one place may hold several.</summary>
    public long Damaged { get; private set; }

    /// <summary>Responses that are longer than the limit.</summary>
    public long TooLong { get; private set; }

    /// <summary>The block of the current record.</summary>
    public byte[] Block { get; private set; } = [];

    /// <summary>The field of this name of the current record, null when it has none.</summary>
    public string? Field(string name) => fields.GetValueOrDefault(name);

    /// <summary>Goes to the next response; false at the end.</summary>
    public bool Next()
    {
        while (ToHead())
        {
            if (!ReadFields() || !Utf8Parser.TryParse(Encoding.Latin1.GetBytes(Field("Content-Length") ?? ""), out long length, out _) || length < 0)
            {
                Lost();
                continue;
            }
            bool response = string.Equals(Field("WARC-Type"), "response", StringComparison.OrdinalIgnoreCase);
            bool kept = response && length <= maximum;
            if (!ReadBlock(length, kept))
            {
                Lost();
                continue;
            }
            astray = false;
            Count++;
            if (kept)
                return true;
            if (response)
                TooLong++;
        }
        return false;
    }

    /// <summary>Counts a stretch of damage once.</summary>
    private void Lost()
    {
        if (!astray)
            Damaged++;
        astray = true;
    }

    /// <summary>Reads up to and with the line that begins a record, <c>WARC/1.1</c>; false at the end.</summary>
    private bool ToHead()
    {
        while (true)
        {
            var line = Line(out bool ended);
            if (line.StartsWith("WARC/"u8))
                return true;
            if (!line.IsEmpty)
                Lost();
            if (!ended)
                continue;
            if (members is not { Broken: true })
                return false;
            Lost();
            if (!members.Resume())
                return false;
        }
    }

    private bool ReadFields()
    {
        fields.Clear();
        int length = 0;
        string? name = null;
        while (true)
        {
            var line = Line(out bool ended);
            length += line.Length;
            if (ended || length > LongestHead)
                return false;
            if (line.IsEmpty)
                return true;
            string text = Encoding.UTF8.GetString(line);
            int colon = text.IndexOf(':', StringComparison.Ordinal);
            // A line that begins with white space goes on with the field before.
            if (char.IsWhiteSpace(text[0]) && name is not null)
                fields[name] = fields[name].Length > LongestFolded ? fields[name] : $"{fields[name]} {text.Trim()}".Trim();
            else if (colon > 0)
                fields.TryAdd(name = text[..colon].Trim(), text[(colon + 1)..].Trim());
            else
                return false;
        }
    }

    /// <summary>False when the input ends before the block does.</summary>
    private bool ReadBlock(long length, bool keep)
    {
        using var block = new MemoryStream();
        while (length > 0)
        {
            if (from == to && !Fill())
                return false;
            int count = (int)Math.Min(length, to - from);
            if (keep)
                block.Write(buffer, from, count);
            from += count;
            length -= count;
        }
        Block = block.ToArray();
        return true;
    }

    /// <summary>
    /// The next line without its line break, valid until the next call; a longer one comes in pieces. What stands before the end without
    /// a line break is a line, too, and <paramref name="ended"/> is told with it.
    /// </summary>
    private ReadOnlySpan<byte> Line(out bool ended)
    {
        ended = false;
        int searched = 0;
        while (true)
        {
            int found = buffer.AsSpan(from + searched, to - from - searched).IndexOf((byte)'\n');
            if (found >= 0)
            {
                var line = buffer.AsSpan(from, searched + found);
                from += searched + found + 1;
                return line.TrimEnd((byte)'\r');
            }
            searched = to - from;
            if (searched < buffer.Length && Fill())
                continue;
            ended = searched < buffer.Length;
            var rest = buffer.AsSpan(from, searched);
            from = to;
            return rest;
        }
    }

    private bool Fill()
    {
        buffer.AsSpan(from, to - from).CopyTo(buffer);
        (from, to) = (0, to - from);
        int count = bytes.Read(buffer.AsSpan(to));
        to += count;
        return count > 0;
    }
}
