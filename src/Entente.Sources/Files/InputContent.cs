using System.Text;
using Entente.Sources.Archives;
using Entente.Sources.Web;

namespace Entente.Sources.Files;

/// <summary>An opened input: its bytes and what is known about them.</summary>
/// <param name="Bytes">The content, decompressed.</param>
/// <param name="Name">Format, and the id of a single document.</param>
/// <param name="Where">What messages call it.</param>
internal sealed record InputContent(GuardedStream Bytes, InputName Name, string Where) : IDisposable
{
    /// <summary>The encoding that came with the bytes from outside, null when they must tell themselves.</summary>
    public Encoding? Charset { get; init; }

    /// <summary>The address the bytes came from, null for files.</summary>
    public string? Address { get; init; }

    /// <summary>Follows links, null where none may be followed.</summary>
    public IPages? Pages { get; init; }

    /// <summary>The file below <see cref="Bytes"/> where it can be read in any order, else null.</summary>
    public Stream? Seekable { get; init; }

    /// <summary>The compressed records below <see cref="Bytes"/>, null where the content is not such.</summary>
    public GzipMembers? Members { get; init; }

    /// <summary>Opens a stream by what its name tells.</summary>
    public static InputContent Open(Stream source, InputName name, string where, long limit, bool leaveOpen = false)
    {
        if (name.Compressed && name.Format == InputFormat.Warc)
        {
            var members = new GzipMembers(source, leaveOpen);
            return new InputContent(new GuardedStream(members, false, limit), name, where) { Members = members };
        }
        var seekable = !name.Compressed && source.CanSeek ? source : null;
        return new InputContent(new GuardedStream(source, name.Compressed, limit, leaveOpen), name, where) { Seekable = seekable };
    }

    /// <inheritdoc/>
    public void Dispose() => Bytes.Dispose();
}
