using System.Buffers;
using System.Text;
using System.Text.Unicode;
using Entente.Sources.Files;

namespace Entente.Sources.Text;

/// <summary>Text as decoded from bytes.</summary>
/// <param name="Value">The text without byte-order mark, null when the bytes are no text.</param>
/// <param name="Cut">Whether text behind the limit was left out.</param>
/// <param name="Mended">Whether some bytes were not UTF-8 and were read as Windows-1252.</param>
internal readonly record struct DecodedText(string? Value, bool Cut, bool Mended);

/// <summary>
/// Decodes UTF-8, UTF-16 with a byte-order mark, or a named encoding. Bytes that are not UTF-8 are read as Windows-1252 one by one,
/// so that a file that mixes both keeps its good parts.
/// </summary>
internal static class TextDecoder
{
    /// <summary>For messages about <see cref="DecodedText.Mended"/>.</summary>
    public const string MendedReason = "It is not valid UTF-8; the offending bytes were read as Windows-1252. Convert the file to UTF-8.";

    /// <summary>For messages about bytes that are no text.</summary>
    public const string BinaryReason = "It is no text (control characters or NUL bytes); give plain text as UTF-8, or UTF-16 with byte-order mark.";

    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    private static readonly string[] HighCharacters = [.. Enumerable.Range(0, 256).Select(b => Windows1252.GetString([(byte)b]))];

    /// <summary>The encoding that a byte-order mark names and the mark's length; null and 0 without one.</summary>
    public static (Encoding? Encoding, int Length) Mark(ReadOnlySpan<byte> head) => head switch
    {
        [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
        [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
        [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
        _ => (null, 0),
    };

    /// <summary>Reads <paramref name="stream"/> up to <paramref name="maximum"/> UTF-16 units.</summary>
    /// <param name="stream">The bytes.</param>
    /// <param name="maximum">Most UTF-16 code units kept.</param>
    /// <param name="declared">The encoding that the content itself names, for a stream without byte-order mark.</param>
    public static DecodedText Decode(GuardedStream stream, int maximum, Encoding? declared = null)
    {
        var (encoding, length) = Mark(stream.Head);
        stream.Skip(length);
        var bytes = ReadBytes(stream, (maximum * 3L) + 4);
        bool marked = encoding is not null && encoding != Encoding.UTF8;
        if (!marked && declared is not null && !(Utf8.IsValid(bytes) && bytes.ContainsAnyInRange((byte)128, (byte)255)))
            encoding = declared;
        bool mended = false;
        string text = encoding is not null && encoding != Encoding.UTF8
            ? encoding.GetString(bytes)
            : DecodeUtf8(bytes, maximum, stream.Fault is not null, out mended);
        string kept = Cut(text, maximum);
        return new DecodedText(LooksLikeText(kept) ? kept : null, kept.Length < text.Length, mended);
    }

    /// <summary>UTF-8 with Windows-1252 for the bytes that do not fit. Stops soon behind <paramref name="maximum"/>.</summary>
    public static string DecodeUtf8(ReadOnlySpan<byte> bytes, int maximum, bool brokenOff, out bool mended)
    {
        mended = false;
        if (Utf8.IsValid(bytes))
            return Encoding.UTF8.GetString(bytes);
        var text = new StringBuilder(Math.Min(bytes.Length, maximum + 2));
        while (!bytes.IsEmpty && text.Length <= maximum)
        {
            var status = Rune.DecodeFromUtf8(bytes, out var rune, out int used);
            if (status == OperationStatus.Done)
            {
                text.Append(rune);
                bytes = bytes[used..];
                continue;
            }
            if (status == OperationStatus.NeedMoreData && brokenOff)
                break;
            text.Append(HighCharacters[bytes[0]]);
            bytes = bytes[1..];
            mended = true;
        }
        return text.ToString();
    }

    /// <summary>Windows-1252, a character a byte.</summary>
    public static string DecodeWindows1252(ReadOnlySpan<byte> bytes) => Windows1252.GetString(bytes);

    /// <summary>At most <paramref name="maximum"/> units, never half a character.</summary>
    public static string Cut(string text, int maximum)
    {
        if (text.Length <= maximum)
            return text;
        int end = maximum > 0 && char.IsHighSurrogate(text[maximum - 1]) ? maximum - 1 : maximum;
        return text[..end];
    }

    /// <summary>No NUL, and control characters other than white space are at most two in a hundred.</summary>
    public static bool LooksLikeText(ReadOnlySpan<char> text)
    {
        if (text.Contains('\0'))
            return false;
        int controls = 0;
        foreach (char c in text)
        {
            if (c < ' ' && c is not ('\t' or '\n' or '\r' or '\f' or '\u001a') || c is >= '\u007f' and < '\u00a0' and not '\u0085')
                controls++;
        }
        return controls <= 2 || controls * 50L <= text.Length;
    }

    private static ReadOnlySpan<byte> ReadBytes(GuardedStream stream, long maximum)
    {
        int limit = (int)Math.Min(maximum, Array.MaxLength);
        var buffer = new byte[Math.Min(limit, 16 * 1024)];
        int length = 0;
        while (length < limit && stream.Read(buffer.AsSpan(length, Math.Min(limit, buffer.Length) - length)) is var count and > 0)
        {
            length += count;
            if (length == buffer.Length && length < limit)
                Array.Resize(ref buffer, (int)Math.Min(limit, buffer.Length * 2L));
        }
        return buffer.AsSpan(0, length);
    }
}
