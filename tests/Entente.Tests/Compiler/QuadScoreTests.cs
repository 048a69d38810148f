using Entente.Compiler;
using Entente.Compiler.Judging;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Compiler;

/// <summary>Sentences of a known quad class are counted by both ontologies' classes.</summary>
public sealed class QuadScoreTests(Engine engine)
{
    [Theory]
    [InlineData("010", 0)]
    [InlineData("0233", 0)]
    [InlineData("036", 1)]
    [InlineData("0871", 2)]
    [InlineData("163", 3)]
    [InlineData("1823", 4)]
    public void Phoenix_counts_statements_as_none_and_reduced_relations_as_verbal(string cameo, int quad) => Assert.Equal(quad, QuadScore.Phoenix(cameo));

    [Fact]
    public void What_is_no_code_has_no_class() => Assert.Throws<ArgumentException>(() => QuadScore.Phoenix("9"));

    [Fact]
    public void A_statement_is_to_be_silent_and_an_act_to_yield_its_class()
    {
        var score = new QuadScore();
        Assert.True(score.Add(0, engine.Code("Oslo noted the report.", null)));
        Assert.True(score.Add(0, engine.Code("Norway urged Denmark to lift the ban.", null)));
        Assert.False(score.Add(0, engine.Code("Norway attacked Denmark.", null)));
        Assert.True(score.Add(4, engine.Code("Norway attacked Denmark.", null)));
        Assert.False(score.Add(3, engine.Code("Norway imposed sanctions on Denmark.", null)));
        Assert.False(score.Add(1, engine.Code("Oslo noted the report.", null)));
        Assert.Equal(
            [
                "class 0, silent: 2 of 3 (66.7 %)",
                "others, an event of their quad class (PLOVER's, of the type): 1 of 3 (33.3 %)",
                "others, an event of their quad class (Phoenix's, of the CAMEO code): 2 of 3 (66.7 %)",
            ],
            score.Lines());
    }

    [Fact]
    public void A_line_without_a_class_is_named()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        File.WriteAllText(path, "4\tTogo attacked Benin.\n7\tTogo met Benin.\n");
        try
        {
            Assert.Contains(":2: ", Assert.Throws<InvalidDataException>(() => MeasureQuadsCommand.Read(path).ToList()).Message, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
