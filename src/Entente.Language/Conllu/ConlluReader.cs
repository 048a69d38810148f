using System.Collections.Immutable;

namespace Entente.Language.Conllu;

/// <summary>Reads CoNLL-U.</summary>
public static class ConlluReader
{
    /// <summary>The sentences of <paramref name="reader"/>, read as they are asked for.</summary>
    /// <exception cref="FormatException">A line has other than ten columns; the message names its number.</exception>
    public static IEnumerable<ConlluSentence> Read(TextReader reader)
    {
        ArgumentNullException.ThrowIfNull(reader);
        var comments = ImmutableArray.CreateBuilder<string>();
        var lines = ImmutableArray.CreateBuilder<ConlluLine>();
        var number = 0;
        while (reader.ReadLine() is { } line)
        {
            number++;
            if (number == 1) line = line.TrimStart('\uFEFF');
            if (string.IsNullOrWhiteSpace(line))
            {
                if (lines.Count > 0) yield return new ConlluSentence(comments.DrainToImmutable(), lines.DrainToImmutable());
            }
            else if (line[0] == '#' && lines.Count == 0)
            {
                comments.Add(line);
            }
            else
            {
                lines.Add(Line(line, number));
            }
        }

        if (lines.Count > 0) yield return new ConlluSentence(comments.DrainToImmutable(), lines.DrainToImmutable());
    }

    private static ConlluLine Line(string line, int number)
    {
        var c = line.Split('\t');
        return c.Length == 10
            ? new ConlluLine(c[0], c[1], c[2], c[3], c[4], c[5], c[6], c[7], c[8], c[9])
            : throw new FormatException($"line {number} has {c.Length} columns, CoNLL-U has 10");
    }
}
