using System.Text;

namespace Entente.Sources.Tables;

/// <summary>
/// Cuts a text into rows of cells by RFC 4180, with bounded memory. A quote is one only at a cell's beginning, so that a stray quote
/// harms its own cell and not the rows behind it; a row longer than the limit is skipped to its end.
/// </summary>
internal sealed class TableRows(TextReader reader, int maximum)
{
    private const int MostCells = 10_000;
    private const int End = -1;

    private readonly char[] buffer = new char[16 * 1024];
    private readonly StringBuilder cell = new();
    private readonly List<string> cells = [];
    private int from;
    private int to;
    private int length;
    private long line = 1;

    /// <summary>What stands between cells; known when the first row is.</summary>
    public char Separator { get; private set; }

    /// <summary>The line on which the current row begins, from 1.</summary>
    public long Line { get; private set; }

    /// <summary>The cells of the current row, valid until the next call of <see cref="Next"/>.</summary>
    public IReadOnlyList<string> Cells => cells;

    /// <summary>Whether the current row is longer than the limit, or has more than 10,000 cells; then cells are missing.</summary>
    public bool TooLong { get; private set; }

    /// <summary>Whether a quote opens in the current row that is never closed.</summary>
    public bool Unclosed { get; private set; }

    /// <summary>Whether the text ended without a line break behind the current row.</summary>
    public bool Unfinished { get; private set; }

    /// <summary>Goes to the next row; false at the end.</summary>
    public bool Next()
    {
        if (Separator == '\0')
            Separator = Detect();
        if (Peek() == End)
            return false;
        Line = line;
        cells.Clear();
        length = 0;
        TooLong = Unclosed = false;
        int end;
        do
        {
            end = ReadCell();
            TooLong |= cells.Count >= MostCells;
            if (!TooLong)
                cells.Add(cell.ToString());
            cell.Clear();
        }
        while (end == Separator);
        Unfinished = end == End;
        return true;
    }

    /// <summary>The most frequent of tab, comma and semicolon outside quotes in the first line; comma where there is none.</summary>
    private char Detect()
    {
        while (to < buffer.Length && reader.Read(buffer, to, buffer.Length - to) is var count and > 0)
            to += count;
        int commas = 0, semicolons = 0, tabs = 0;
        bool quoted = false;
        foreach (char c in buffer.AsSpan(0, to))
        {
            if (c == '"')
                quoted = !quoted;
            else if (quoted)
                continue;
            else if (c is '\n' or '\r')
                break;
            else if (c == ',')
                commas++;
            else if (c == ';')
                semicolons++;
            else if (c == '\t')
                tabs++;
        }
        return tabs > 0 && tabs >= commas && tabs >= semicolons ? '\t' : semicolons > commas ? ';' : ',';
    }

    /// <summary>Reads a cell and what ends it: a separator, a line break (as <c>\n</c>) or the end.</summary>
    private int ReadCell()
    {
        if (Peek() == '"')
        {
            Take();
            ReadQuoted();
        }
        while (true)
        {
            int c = Take();
            if (c == '\r')
            {
                if (Peek() == '\n')
                    Take();
                return '\n';
            }
            if (c == End || c == '\n' || c == Separator)
                return c;
            Append((char)c);
        }
    }

    /// <summary>Reads up to the closing quote. One with words behind it is no closing quote: the cell is taken as it stands, quotes and all.</summary>
    private void ReadQuoted()
    {
        while (true)
        {
            int c = Take();
            if (c == End)
            {
                Unclosed = true;
                return;
            }
            if (c != '"')
            {
                Append((char)c);
                continue;
            }
            int next = Peek();
            if (next == '"')
            {
                Take();
                Append('"');
                continue;
            }
            if (next != End && next != Separator && next is not ('\n' or '\r'))
            {
                cell.Insert(0, '"');
                Append('"');
            }
            return;
        }
    }

    private void Append(char c)
    {
        TooLong |= length++ >= maximum;
        if (!TooLong)
            cell.Append(c);
    }

    private int Peek()
    {
        if (from == to)
            (from, to) = (0, reader.Read(buffer, 0, buffer.Length));
        return from < to ? buffer[from] : End;
    }

    private int Take()
    {
        int c = Peek();
        if (c == End)
            return c;
        from++;
        if (c == '\n' || c == '\r' && Peek() != '\n')
            line++;
        return c;
    }
}
