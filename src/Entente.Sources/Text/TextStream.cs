using System.Text;
using System.Text.Unicode;
using Entente.Sources.Files;

namespace Entente.Sources.Text;

/// <summary>
/// Decodes a stream bit by bit, by the rules of <see cref="TextDecoder"/>: a byte-order mark, else what is declared unless the first
/// bytes are plainly UTF-8, else UTF-8 with Windows-1252 for what does not fit.
/// </summary>
internal sealed class TextStream : StreamReader
{
    private const int CharactersAtATime = 4096;

    private readonly MendingFallback mending;

    private TextStream(Stream bytes, Encoding encoding, MendingFallback mending)
        : base(bytes, encoding, detectEncodingFromByteOrderMarks: false, CharactersAtATime, leaveOpen: true) => this.mending = mending;

    /// <summary>Whether some bytes were not UTF-8 and were read as Windows-1252.</summary>
    public bool Mended => mending.Used;

    /// <summary>Opens the text of <paramref name="bytes"/>, which stay open; null when they are no text.</summary>
    public static TextStream? Open(GuardedStream bytes, Encoding? declared)
    {
        var (marked, length) = TextDecoder.Mark(bytes.Head);
        bytes.Skip(length);
        if (length != 2 && bytes.Head.Contains((byte)0))
            return null;
        var mending = new MendingFallback();
        bool utf8 = length == 3 || declared is null || PlainlyUtf8(bytes.Head);
        var encoding = length == 2 ? marked! : utf8 ? Encoding.GetEncoding(Encoding.UTF8.WebName, EncoderFallback.ReplacementFallback, mending) : declared!;
        return new TextStream(bytes, encoding, mending);
    }

    /// <summary>Whether there are characters beyond ASCII and all are UTF-8; the last may be cut off.</summary>
    private static bool PlainlyUtf8(ReadOnlySpan<byte> head)
    {
        for (int cut = 0; cut < 4 && cut < head.Length; cut++)
        {
            if (Utf8.IsValid(head[..^cut]))
                return head[..^cut].ContainsAnyInRange((byte)128, (byte)255);
        }
        return false;
    }
}
