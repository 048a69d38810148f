namespace Entente.Cli.Running;

/// <summary>Works on a stream with several threads and keeps its order. Only a few items are under way at a time, so memory is bounded.</summary>
internal static class Ordered
{
    private const int PerThread = 4;

    /// <summary>Maps a stream.</summary>
    /// <param name="items">The stream, read by the calling thread.</param>
    /// <param name="work">The work, done by any thread.</param>
    /// <param name="threads">Number of items worked on at the same time, at least 1.</param>
    /// <param name="cancel">Ends the run.</param>
    public static IEnumerable<TOut> Map<TIn, TOut>(IEnumerable<TIn> items, Func<TIn, TOut> work, int threads, CancellationToken cancel)
    {
        var scheduler = new ConcurrentExclusiveSchedulerPair(TaskScheduler.Default, threads).ConcurrentScheduler;
        var pending = new Queue<Task<TOut>>();
        foreach (var item in items)
        {
            cancel.ThrowIfCancellationRequested();
            pending.Enqueue(Task.Factory.StartNew(() => work(item), cancel, TaskCreationOptions.DenyChildAttach, scheduler));
            while (pending.Count > 0 && (pending.Count >= threads * PerThread || pending.Peek().IsCompleted)) yield return pending.Dequeue().GetAwaiter().GetResult();
        }

        while (pending.TryDequeue(out var next)) yield return next.GetAwaiter().GetResult();
    }
}
