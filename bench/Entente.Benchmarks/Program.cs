using System.Globalization;
using Entente.Benchmarks;

// Runs of minutes over gigabytes are no matter for BenchmarkDotNet.
switch (args)
{
    case ["import", var rows, var files, var folder]:
        ImportMeasure.Import(long.Parse(rows, CultureInfo.InvariantCulture), int.Parse(files, CultureInfo.InvariantCulture), folder);
        break;
    case ["rows", var number, var file]:
        GdeltRows.Write(file, long.Parse(number, CultureInfo.InvariantCulture));
        break;
    case ["aggregate", var store]:
        ImportMeasure.Aggregate(store);
        break;
    case ["relations", var number, var store]:
        RelationsMeasure.Affinity(long.Parse(number, CultureInfo.InvariantCulture), store);
        break;
    case ["actor-month", var store, var code, var month]:
        RelationsMeasure.ActorMonth(store, code, month);
        break;
    default:
        BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        break;
}
