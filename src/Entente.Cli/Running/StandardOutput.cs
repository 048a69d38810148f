using Microsoft.Win32.SafeHandles;

namespace Entente.Cli.Running;

/// <summary>
/// Standard output that notices when its reader has gone: the console's own stream swallows that, and a run would go on for nobody.
/// </summary>
internal sealed class StandardOutput : Stream
{
    // Number of the system's "broken pipe" on Linux and macOS, then on Windows: pipe ended, pipe being closed.
    private static readonly int[] BrokenPipe = [32, unchecked((int)0x8007006D), unchecked((int)0x800700E8)];
    private readonly Stream inner;
    private bool closed;

    private StandardOutput(Stream inner) => this.inner = inner;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Opens it.</summary>
    public static StandardOutput Open() => new(Pipe() ?? Console.OpenStandardOutput());

    /// <inheritdoc/>
    /// <exception cref="ClosedPipeException">The reader has gone; what is written later is dropped.</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (closed) return;
        try
        {
            inner.Write(buffer);
        }
        catch (IOException fault) when (BrokenPipe.Contains(fault.HResult))
        {
            closed = true;
            throw new ClosedPipeException();
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush() => inner.Flush();

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <summary>The descriptor itself where it is no file: a file may be shared with other writers, whose place only the console's stream keeps.</summary>
    private static FileStream? Pipe()
    {
        if (OperatingSystem.IsWindows()) return null;
        try
        {
            var stream = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write, bufferSize: 0);
            return stream.CanSeek ? null : stream;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }
}
