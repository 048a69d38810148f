namespace Entente.Cli.Running;

/// <summary>Counts what a run did and names what it could not read, on standard error.</summary>
internal sealed class Tally
{
    private const int MostNamed = 200;

    /// <summary>Documents done.</summary>
    public int Documents { get; set; }

    /// <summary>Sentences read.</summary>
    public int Sentences { get; set; }

    /// <summary>Inputs that could not be read.</summary>
    public int Faults { get; private set; }

    /// <summary>Exit code that the counts ask for.</summary>
    public int ExitCode => Faults > 0 ? Cli.ExitCode.SomeFaults : Cli.ExitCode.Done;

    /// <summary>Names a fault; beyond the two hundredth they are only counted.</summary>
    public void Fault(string where, string reason)
    {
        Faults++;
        if (Faults <= MostNamed) Console.Error.WriteLine($"{where}: {reason.ReplaceLineEndings(" ")}");
        else if (Faults == MostNamed + 1) Console.Error.WriteLine("(further faults are only counted)");
    }

    /// <summary>Says how it ended.</summary>
    public void Report(string what, TimeSpan time)
    {
        var faults = Faults == 0 ? "" : $", {Faults} input{(Faults == 1 ? "" : "s")} with faults";
        Console.Error.WriteLine(FormattableString.Invariant($"{Documents} document{(Documents == 1 ? "" : "s")}, {Sentences} sentences, {what}{faults}, {time.TotalSeconds:0.0} s"));
    }
}
