namespace Entente.Store;

/// <summary>Why a store cannot be used.</summary>
public enum StoreFault
{
    /// <summary>There is no such file.</summary>
    Missing,

    /// <summary>Another process uses it.</summary>
    Locked,

    /// <summary>A newer version of the program wrote it.</summary>
    Newer,

    /// <summary>It is no store, or its contents are damaged.</summary>
    Damaged,

    /// <summary>The file system does not permit it.</summary>
    Forbidden,

    /// <summary>The disk is full.</summary>
    Full,

    /// <summary>Anything else that the machine did.</summary>
    Machine,
}

/// <summary>The machine or the file does not let a store be used. Its message is one line for people: what is wrong and what to do.</summary>
/// <param name="fault">The kind.</param>
/// <param name="message">One line for people.</param>
/// <param name="inner">What the machine said.</param>
public sealed class StoreException(StoreFault fault, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The kind.</summary>
    public StoreFault Fault { get; } = fault;
}
