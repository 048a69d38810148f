namespace Entente.Sources.Feeds;

/// <summary>Puts a space for each character that XML does not allow, so that one of them does not end a feed.</summary>
internal sealed class XmlCharacters(TextReader source) : TextReader
{
    public override int Peek() => source.Peek() is var c and >= 0 ? Allowed((char)c) : -1;

    public override int Read() => source.Read() is var c and >= 0 ? Allowed((char)c) : -1;

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        int count = source.Read(buffer);
        foreach (ref char c in buffer[..count])
            c = Allowed(c);
        return count;
    }

    private static char Allowed(char c) => c < ' ' && c is not ('\t' or '\n' or '\r') || c >= '\ufffe' ? ' ' : c;
}
