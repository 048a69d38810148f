namespace Entente.Sources;

/// <summary>What may be read of a zip archive. What lies beyond is left out and reported.</summary>
public sealed record ArchiveLimits
{
    /// <summary>Most entries; an archive with more is not read at all. Default 100,000.</summary>
    public int MaxEntries { get; init; } = 100_000;

    /// <summary>Largest decompressed size of one entry, in bytes. Default 256 MiB.</summary>
    public long MaxEntryBytes { get; init; } = 256L << 20;

    /// <summary>Largest decompressed size of all entries together, in bytes. Default 16 GiB.</summary>
    public long MaxTotalBytes { get; init; } = 16L << 30;

    /// <summary>
    /// How many times its compressed size an entry may have, beyond the first MiB of it; news text has some four times. Default 200.
    /// </summary>
    public int MaxRatio { get; init; } = 200;

    /// <summary>Largest archive that comes through a pipe, compressed once more, or from the network, and so is held in memory. In bytes, default 256 MiB.</summary>
    public long MaxHeldBytes { get; init; } = 256L << 20;
}
