using Entente.Store;

namespace Entente.Cli.Running;

/// <summary>Turns exceptions of a whole run into one line and an exit code.</summary>
internal static class Guard
{
    /// <summary>Runs a command.</summary>
    /// <param name="run">The command; returns its exit code.</param>
    /// <param name="verbose">Whether stack traces are shown.</param>
    public static int Run(Func<int> run, bool verbose)
    {
        try
        {
            return run();
        }
        catch (OperationCanceledException)
        {
            return ExitCode.Interrupted;
        }
        catch (ClosedPipeException)
        {
            return ExitCode.Done;
        }
        catch (UsageException fault)
        {
            Console.Error.WriteLine($"entente: {fault.Message}");
            return ExitCode.WrongUse;
        }
        catch (StoreException fault)
        {
            Console.Error.WriteLine($"entente: {OneLine(fault.Message)}");
            if (verbose) Console.Error.WriteLine(fault);
            return fault.Fault == StoreFault.Missing ? ExitCode.WrongUse : ExitCode.Machine;
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or InvalidDataException or OutOfMemoryException)
        {
            Console.Error.WriteLine($"entente: {OneLine(fault.Message)}");
            if (verbose) Console.Error.WriteLine(fault);
            return ExitCode.Machine;
        }
        catch (Exception fault) when (!verbose)
        {
            Console.Error.WriteLine($"entente: a fault in the program itself: {OneLine(fault.Message)}; run again with --verbose and report what it prints");
            return ExitCode.Machine;
        }
    }

    private static string OneLine(string message) => message.ReplaceLineEndings(" ");
}

/// <summary>The command was used wrongly; the message says what to do.</summary>
internal sealed class UsageException(string message) : Exception(message);

/// <summary>The reader of standard output has gone; the run ends quietly.</summary>
internal sealed class ClosedPipeException : Exception;
