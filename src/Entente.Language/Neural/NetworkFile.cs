using System.Runtime.InteropServices;
using Entente.Language.Learning;

namespace Entente.Language.Neural;

/// <summary>
/// The network's part of a model file: its sizes, the two tables in whole numbers of eight bits with a scale for each row, the other
/// weights in half precision.
/// </summary>
internal static class NetworkFile
{
    /// <summary>Reads weights, ready for use.</summary>
    public static NetworkWeights Read(ref ModelReader reader)
    {
        var shape = new NetworkShape
        {
            Words = reader.Int(),
            WordSize = reader.Int(),
            FormSize = reader.Int(),
            Units = reader.Int(),
            Layers = reader.Int(),
            ArcSize = reader.Int(),
            LabelSize = reader.Int(),
            Tags = reader.Int(),
            Labels = reader.Int(),
        };
        var weights = new NetworkWeights(shape);
        ReadTable(ref reader, weights.Words);
        ReadTable(ref reader, weights.Forms);
        foreach (var matrix in weights.Inner())
        {
            var halves = MemoryMarshal.Cast<byte, Half>(reader.Bytes(matrix.Data.Length * 2));
            for (var i = 0; i < halves.Length; i++) matrix.Data[i] = (float)halves[i];
        }

        weights.Pack();
        return weights;
    }

    /// <summary>Writes weights.</summary>
    public static void Write(ModelWriter writer, NetworkWeights weights)
    {
        var shape = weights.Shape;
        foreach (var size in (int[])[shape.Words, shape.WordSize, shape.FormSize, shape.Units, shape.Layers, shape.ArcSize, shape.LabelSize, shape.Tags, shape.Labels])
            writer.Int(size);
        WriteTable(writer, weights.Words);
        WriteTable(writer, weights.Forms);
        foreach (var matrix in weights.Inner())
            foreach (var value in matrix.Data)
                writer.UShort(BitConverter.HalfToUInt16Bits((Half)value));
    }

    private static void ReadTable(ref ModelReader reader, Matrix table)
    {
        for (var row = 0; row < table.Rows; row++)
        {
            var scale = BitConverter.Int32BitsToSingle(reader.Int());
            var values = MemoryMarshal.Cast<byte, sbyte>(reader.Bytes(table.Columns));
            var to = table.Data.AsSpan(row * table.Columns, table.Columns);
            for (var i = 0; i < to.Length; i++) to[i] = values[i] * scale;
        }
    }

    private static void WriteTable(ModelWriter writer, Matrix table)
    {
        for (var row = 0; row < table.Rows; row++)
        {
            var values = table.Data.AsSpan(row * table.Columns, table.Columns);
            var most = 1e-9f;
            foreach (var value in values) most = Math.Max(most, Math.Abs(value));
            writer.Int(BitConverter.SingleToInt32Bits(most / 127));
            foreach (var value in values) writer.Byte((byte)(sbyte)MathF.Round(value / most * 127));
        }
    }
}
