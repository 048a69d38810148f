namespace Entente.Store;

/// <summary>Tells people what the database or the file system said.</summary>
internal static class StoreFaults
{
    private static readonly (string Words, StoreFault Fault, string Advice)[] Known =
    [
        ("conflicting lock", StoreFault.Locked, "is used by another process; wait until it is done."),
        ("could not set lock", StoreFault.Locked, "is used by another process; wait until it is done."),
        ("being used by another process", StoreFault.Locked, "is used by another process; wait until it is done."),
        ("no space left", StoreFault.Full, "could not be written, the disk is full; make room and run again, nothing that was committed is lost."),
        ("disk full", StoreFault.Full, "could not be written, the disk is full; make room and run again, nothing that was committed is lost."),
        ("file too large", StoreFault.Full, "could not be written, the file may not grow further; nothing that was committed is lost."),
        ("permission denied", StoreFault.Forbidden, "may not be written here; check the permissions of the file and its folder."),
        ("access to the path", StoreFault.Forbidden, "may not be written here; check the permissions of the file and its folder."),
        ("read-only file system", StoreFault.Forbidden, "may not be written here; the folder is read-only."),
        ("newer version", StoreFault.Newer, "was written by a newer version of the database; use the program that wrote it."),
        ("not a valid duckdb", StoreFault.Damaged, "is no store; name another file."),
        ("corrupt", StoreFault.Damaged, "is damaged; take the latest backup."),
        ("checksum", StoreFault.Damaged, "is damaged; take the latest backup."),
        ("serialization error", StoreFault.Damaged, "is damaged; take the latest backup."),
        ("failed to deserialize", StoreFault.Damaged, "is damaged; take the latest backup."),
        ("could not read", StoreFault.Damaged, "is damaged or cut short; take the latest backup."),
    ];

    /// <summary>The fault as one line.</summary>
    public static StoreException Tell(string path, Exception fault)
    {
        foreach (var (words, kind, advice) in Known)
            if (fault.Message.Contains(words, StringComparison.OrdinalIgnoreCase)) return new StoreException(kind, $"{path} {advice}", fault);
        return new StoreException(StoreFault.Machine, $"{path}: {fault.Message.ReplaceLineEndings(" ")}", fault);
    }
}
