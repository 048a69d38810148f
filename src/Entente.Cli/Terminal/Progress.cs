using System.Diagnostics;
using Entente.Cli.Running;
using Entente.Sources;

namespace Entente.Cli.Terminal;

/// <summary>
/// A progress line on standard error with rate and time left. It shows only when standard error is a terminal and the run lasts
/// longer than a moment.
/// </summary>
internal sealed class Progress : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(250);
    private readonly Stopwatch clock = Stopwatch.StartNew();
    private readonly Tally tally;
    private readonly ArticleReader reader;
    private readonly long total;
    private readonly bool visible;
    private TimeSpan drawn;
    private bool shown;

    private Progress(Tally tally, ArticleReader reader, long total, bool visible)
    {
        this.tally = tally;
        this.reader = reader;
        this.total = total;
        this.visible = visible;
    }

    /// <summary>Starts counting.</summary>
    public static Progress Start(Tally tally, ArticleReader reader, IReadOnlyList<string> inputs)
    {
        var visible = !Console.IsErrorRedirected;
        return new Progress(tally, reader, visible ? Size(inputs) : 0, visible);
    }

    /// <summary>Writes something above the line, then draws the line again.</summary>
    public void Above(Action write)
    {
        if (shown && (!Console.IsOutputRedirected || tally.Faults > 0)) Clear();
        write();
        if (!visible || clock.Elapsed < Patience || clock.Elapsed - drawn < Step) return;
        Draw();
    }

    /// <summary>The line as it is shown.</summary>
    /// <param name="documents">Documents done.</param>
    /// <param name="read">Bytes read.</param>
    /// <param name="total">Bytes in all, 0 when unknown.</param>
    /// <param name="elapsed">Time since the start.</param>
    public static string Line(int documents, long read, long total, TimeSpan elapsed)
    {
        var rate = documents / Math.Max(0.001, elapsed.TotalSeconds);
        var line = FormattableString.Invariant($"{documents} documents, {rate:0} a second");
        if (total <= 0 || read <= 0) return line;
        var share = Math.Min(1.0, (double)read / total);
        var left = TimeSpan.FromSeconds(elapsed.TotalSeconds * (1 - share) / share);
        var bar = new string('█', (int)(share * 20)).PadRight(20, '░');
        return FormattableString.Invariant($"{bar} {share:P0}, {line}, {(left.TotalHours >= 1 ? $"{left:h\\:mm\\:ss}" : $"{left:m\\:ss}")} left");
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (shown) Clear();
    }

    private void Draw()
    {
        Console.Error.Write("\r" + Line(tally.Documents, reader.BytesRead, total, clock.Elapsed) + "\u001b[K");
        shown = true;
        drawn = clock.Elapsed;
    }

    private void Clear()
    {
        Console.Error.Write("\r\u001b[K");
        shown = false;
    }

    private static long Size(IReadOnlyList<string> inputs)
    {
        try
        {
            return inputs.Sum(i => Directory.Exists(i)
                ? new DirectoryInfo(i).EnumerateFiles("*", new EnumerationOptions { RecurseSubdirectories = true, IgnoreInaccessible = true }).Sum(f => f.Length)
                : File.Exists(i) ? new FileInfo(i).Length : 0);
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
