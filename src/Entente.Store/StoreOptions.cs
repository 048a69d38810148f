namespace Entente.Store;

/// <summary>How a store is opened.</summary>
public sealed record StoreOptions
{
    /// <summary>For reading only. Default false.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Memory that the database may take, in megabytes. Default 1,000.</summary>
    public int MemoryMegabytes { get; init; } = 1000;

    /// <summary>Threads of the database, at least 1. Default: the processors there are.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;
}
