namespace Entente.Cli;

/// <summary>How a run ended; the numbers are part of the program's contract (docs/formats.md).</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Done, but some inputs could not be read or a check found faults.</summary>
    public const int SomeFaults = 1;

    /// <summary>Wrong use.</summary>
    public const int WrongUse = 2;

    /// <summary>A fault of the machine: disk full, no permission, a missing model.</summary>
    public const int Machine = 3;

    /// <summary>Interrupted.</summary>
    public const int Interrupted = 130;
}
