using System.Buffers.Binary;
using System.Text;

namespace Entente.Language.Learning;

/// <summary>Reads the parts of a model file (little-endian, see <see cref="ModelWriter"/>) from memory.</summary>
internal ref struct ModelReader(ReadOnlySpan<byte> data)
{
    private readonly ReadOnlySpan<byte> data = data;
    private int at;

    /// <summary>How many bytes are left.</summary>
    public readonly int Left => data.Length - at;

    /// <summary>A byte.</summary>
    public byte Byte() => data[at++];

    /// <summary>Two bytes.</summary>
    public ushort UShort()
    {
        var value = BinaryPrimitives.ReadUInt16LittleEndian(data[at..]);
        at += 2;
        return value;
    }

    /// <summary>Four bytes.</summary>
    public int Int()
    {
        var value = BinaryPrimitives.ReadInt32LittleEndian(data[at..]);
        at += 4;
        return value;
    }

    /// <summary>A number in groups of seven bits, lowest first.</summary>
    public uint Variable()
    {
        uint value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var b = data[at++];
            value |= (uint)(b & 0x7F) << shift;
            if (b < 0x80) return value;
        }
    }

    /// <summary>Bytes as they are.</summary>
    public ReadOnlySpan<byte> Bytes(int count)
    {
        var bytes = data.Slice(at, count);
        at += count;
        return bytes;
    }

    /// <summary>A text with its length before it.</summary>
    public string Text()
    {
        var length = (int)Variable();
        var text = Encoding.UTF8.GetString(data.Slice(at, length));
        at += length;
        return text;
    }

    /// <summary>A list of texts.</summary>
    public string[] Texts()
    {
        var texts = new string[Variable()];
        for (var i = 0; i < texts.Length; i++) texts[i] = Text();
        return texts;
    }
}
