using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Entente.Coding.Judging;

/// <summary>What all files of judges have around them: first bytes that tell what it is, a version, and a checksum of the rest.</summary>
internal static class JudgeFile
{
    /// <summary>The bytes of a file.</summary>
    /// <param name="magic">The first bytes, ASCII.</param>
    /// <param name="version">Version of the format.</param>
    /// <param name="write">Writes the rest.</param>
    public static byte[] Write(string magic, int version, Action<BinaryWriter> write)
    {
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true)) write(writer);
        var bytes = body.ToArray();
        var file = new byte[Head(magic) + bytes.Length];
        Encoding.ASCII.GetBytes(magic, file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(magic.Length), version);
        SHA256.HashData(bytes, file.AsSpan(magic.Length + sizeof(int)));
        bytes.CopyTo(file, Head(magic));
        return file;
    }

    /// <summary>A reader at the rest of a file.</summary>
    /// <param name="file">Its bytes.</param>
    /// <param name="magic">What they must begin with.</param>
    /// <param name="version">The version that this program reads.</param>
    /// <exception cref="InvalidDataException">The bytes are something else, of another version, cut off, or damaged.</exception>
    public static BinaryReader Open(byte[] file, string magic, int version)
    {
        if (!file.AsSpan().StartsWith(Encoding.ASCII.GetBytes(magic))) throw new InvalidDataException("this is not such an Entente judge");
        if (file.Length < Head(magic)) throw new InvalidDataException("the judge file is cut off");
        var found = BinaryPrimitives.ReadInt32LittleEndian(file.AsSpan(magic.Length));
        if (found != version) throw new InvalidDataException($"the judge has version {found}, this program reads version {version}");
        if (!SHA256.HashData(file.AsSpan(Head(magic))).AsSpan().SequenceEqual(file.AsSpan(magic.Length + sizeof(int), SHA256.HashSizeInBytes)))
            throw new InvalidDataException("the judge file is damaged: its bytes do not give its checksum");
        return new BinaryReader(new MemoryStream(file, Head(magic), file.Length - Head(magic)), Encoding.UTF8);
    }

    private static int Head(string magic) => magic.Length + sizeof(int) + SHA256.HashSizeInBytes;
}
