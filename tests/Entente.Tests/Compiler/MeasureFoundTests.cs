using Entente.Coding.Records;
using Entente.Compiler;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Compiler;

/// <summary>What careful readers find is counted as found by type, actor and place, and named where it is missing.</summary>
public sealed class MeasureFoundTests(Engine engine) : IDisposable
{
    private const string Text = "Russia attacked Ukraine on Friday. France and Chad held talks in Paris.";

    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Theory]
    [InlineData("A\t1\t7-15\tASSAULT\tRUS\tUKR\tactual\tyes", "reader A: 1 of 1 clear events found (100 %); missed: ")]
    [InlineData("A\t1\t7-15\tASSAULT\tUKR\tRUS\tactual\tyes", "reader A: 0 of 1 clear events found (0 %); missed: 1 ASSAULT")]
    [InlineData("A\t1\t7-15\tTHREATEN\tRUS\tUKR\tactual\tyes", "reader A: 0 of 1 clear events found (0 %); missed: 1 THREATEN")]
    [InlineData("A\t1\t900-910\tASSAULT\tRUS\tUKR\tactual\tyes", "reader A: 0 of 1 clear events found (0 %); missed: 1 ASSAULT")]
    [InlineData("A\t1\t56-61\tCONSULT\tFRA|TCD\t-\tactual\tyes", "reader A: 1 of 1 clear events found (100 %); missed: ")]
    [InlineData("A\t1\t7-15\tASSAULT\tRUS\tUKR\tactual\tyes\nA\t2\t0-6\tAID\tRUS\tUKR\tactual\tmaybe", "reader A: 1 of 1 clear events found (100 %); missed: ")]
    public void A_reader_gets_a_line(string rows, string line)
    {
        var events = Path.Combine(folder, "events.jsonl");
        File.WriteAllLines(events, engine.Code(Text, "2023-08-05").Select(e => EventJson.Line(e, new CodePoints(Text))));
        var table = Path.Combine(folder, "readers.tsv");
        File.WriteAllText(table, "# remark\nreader\tnumber\tspan\tevent\tactor\trecipient\tstatus\tclear\n" + rows + "\n");
        Assert.Equal([line], MeasureFoundCommand.Lines(table, events));
    }

    public void Dispose() => Directory.Delete(folder, true);
}
