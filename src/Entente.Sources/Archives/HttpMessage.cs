using System.Globalization;
using System.IO.Compression;
using System.Text;

namespace Entente.Sources.Archives;

/// <summary>An HTTP/1.1 answer (RFC 9112) as a web archive holds it, its body freed of chunks and compression.</summary>
/// <param name="Status">Status code.</param>
/// <param name="MediaType">As in <c>text/html</c>, lower case; empty when it is not told.</param>
/// <param name="Charset">As told with the media type, null when it is not.</param>
/// <param name="Body">The content, null when it cannot be decoded.</param>
internal sealed record HttpMessage(int Status, string MediaType, string? Charset, byte[]? Body)
{
    private const int LongestHead = 64 * 1024;

    /// <summary>Null when <paramref name="block"/> is no such answer.</summary>
    /// <param name="block">A record's block.</param>
    /// <param name="maximum">Most bytes of the decompressed body; what lies behind is cut off.</param>
    public static HttpMessage? Read(ReadOnlySpan<byte> block, int maximum)
    {
        int end = HeadEnd(block, out int behind);
        if (end < 0)
            return null;
        var lines = Encoding.Latin1.GetString(block[..end]).Split('\n');
        var status = lines[0].Split(' ', 3, StringSplitOptions.RemoveEmptyEntries);
        if (status.Length < 2 || !status[0].StartsWith("HTTP/", StringComparison.Ordinal)
            || !int.TryParse(status[1], NumberStyles.None, CultureInfo.InvariantCulture, out int code))
            return null;
        var fields = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (string line in lines[1..])
        {
            if (line.IndexOf(':', StringComparison.Ordinal) is var colon and > 0)
                fields.TryAdd(line[..colon].Trim(), line[(colon + 1)..].Trim());
        }
        string type = fields.GetValueOrDefault("Content-Type", "");
        byte[] body = block[behind..].ToArray();
        if (fields.GetValueOrDefault("Transfer-Encoding", "").Contains("chunked", StringComparison.OrdinalIgnoreCase))
            body = WithoutChunks(body);
        return new HttpMessage(code, type.Split(';')[0].Trim().ToLowerInvariant(), Parameter(type), Decompressed(body, fields.GetValueOrDefault("Content-Encoding", ""), maximum));
    }

    /// <summary>The first empty line.</summary>
    private static int HeadEnd(ReadOnlySpan<byte> block, out int behind)
    {
        var head = block[..Math.Min(block.Length, LongestHead)];
        int crlf = head.IndexOf("\r\n\r\n"u8), lf = head.IndexOf("\n\n"u8);
        bool plain = lf >= 0 && (crlf < 0 || lf < crlf);
        int end = plain ? lf : crlf;
        behind = end + (plain ? 2 : 4);
        return end;
    }

    private static string? Parameter(string type)
    {
        int at = type.IndexOf("charset=", StringComparison.OrdinalIgnoreCase);
        return at < 0 ? null : type[(at + 8)..].Split(';')[0].Trim(' ', '"', '\'');
    }

    /// <summary>The chunks' contents; the body itself where it has none, for many crawlers keep the header and undo the chunks.</summary>
    private static byte[] WithoutChunks(byte[] body)
    {
        using var whole = new MemoryStream(body.Length);
        int at = 0;
        while (at < body.Length)
        {
            int line = body.AsSpan(at).IndexOf((byte)'\n');
            if (line < 0 || Size(body.AsSpan(at, line)) is not { } size)
                return at == 0 ? body : whole.ToArray();
            at += line + 1;
            int count = Math.Min(size, body.Length - at);
            whole.Write(body, at, count);
            at += count;
            if (size == 0)
                break;
            if (at < body.Length && body[at] == '\r')
                at++;
            if (at < body.Length && body[at] == '\n')
                at++;
        }
        return whole.ToArray();
    }

    /// <summary>The chunk's size: hexadecimal, with extensions behind a semicolon.</summary>
    private static int? Size(ReadOnlySpan<byte> line)
    {
        string text = Encoding.Latin1.GetString(line[..Math.Min(line.Length, 100)]).Split(';')[0].Trim();
        return int.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out int size) && size >= 0 ? size : null;
    }

    private static byte[]? Decompressed(byte[] body, string encodings, int maximum)
    {
        var names = encodings.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        // More than two are no page's need, but a bomb's.
        if (names.Length > 2)
            return null;
        byte[]? result = body;
        foreach (string name in names.Reverse())
        {
            result = result is null ? null : name.ToLowerInvariant() switch
            {
                "identity" => result,
                // Crawlers keep this header, too, over content that is decompressed already.
                "gzip" or "x-gzip" => result is [0x1F, 0x8B, ..] ? Read(new GZipStream(new MemoryStream(result), CompressionMode.Decompress), maximum) : result,
                "deflate" => Read(Deflated(result), maximum),
                "br" => Read(new BrotliStream(new MemoryStream(result), CompressionMode.Decompress), maximum),
                _ => null,
            };
        }
        return result;
    }

    /// <summary>By the standard with zlib's head, by many servers without.</summary>
    private static Stream Deflated(byte[] body) => body is [0x78, ..]
        ? new ZLibStream(new MemoryStream(body), CompressionMode.Decompress)
        : new DeflateStream(new MemoryStream(body), CompressionMode.Decompress);

    /// <summary>Up to the limit or the damage; null when there is nothing before it.</summary>
    private static byte[]? Read(Stream compressed, int maximum)
    {
        using var bytes = new Files.GuardedStream(compressed, false, maximum);
        using var whole = new MemoryStream();
        bytes.CopyTo(whole, 16 * 1024);
        return whole.Length == 0 && bytes.Fault is not null ? null : whole.ToArray();
    }
}
