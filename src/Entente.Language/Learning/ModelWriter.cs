using System.Text;

namespace Entente.Language.Learning;

/// <summary>Writes the parts of a model file: little-endian numbers, UTF-8 texts with their length before them.</summary>
internal sealed class ModelWriter(Stream stream) : IDisposable
{
    private readonly BinaryWriter writer = new(stream, Encoding.UTF8, leaveOpen: true);

    /// <summary>A byte.</summary>
    public void Byte(byte value) => writer.Write(value);

    /// <summary>Two bytes.</summary>
    public void UShort(ushort value) => writer.Write(value);

    /// <summary>Four bytes.</summary>
    public void Int(int value) => writer.Write(value);

    /// <summary>A number in groups of seven bits, lowest first.</summary>
    public void Variable(uint value)
    {
        for (; value >= 0x80; value >>= 7) writer.Write((byte)(value | 0x80));
        writer.Write((byte)value);
    }

    /// <summary>A text with its length before it.</summary>
    public void Text(string value)
    {
        var bytes = Encoding.UTF8.GetBytes(value);
        Variable((uint)bytes.Length);
        writer.Write(bytes);
    }

    /// <summary>A list of texts.</summary>
    public void Texts(IReadOnlyCollection<string> values)
    {
        Variable((uint)values.Count);
        foreach (var value in values) Text(value);
    }

    /// <summary>Bytes as they are.</summary>
    public void Raw(byte[] bytes) => writer.Write(bytes);

    /// <inheritdoc/>
    public void Dispose() => writer.Dispose();
}
