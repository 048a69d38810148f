using Entente.Coding.Knowledge;
using Xunit;
using Command = Entente.Tests.Cli.Program;

namespace Entente.Tests.Knowledge;

/// <summary><c>entente knowledge check</c> and <c>entente who</c>: faults by file and line, and whom a name means.</summary>
public sealed class KnowledgeCheckTests : IDisposable
{
    private readonly KnowledgeFolderOfUser folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_built_in_knowledge_has_no_fault() => Assert.Empty(KnowledgeChecker.Check(null));

    [Theory]
    [InlineData("actors/groups.tsv", "code | name | sectors", "ZENFRT | Zenda Front | REB;XXX", "there is no sector XXX")]
    [InlineData("actors/groups.tsv", "code | name | country", "ZENFRT | Zenda Front | ZZZ", "ZZZ is no state's code")]
    [InlineData("actors/groups.tsv", "code | name | colour", "ZENFRT | Zenda Front | red", "column 'colour' is not read")]
    [InlineData("actors/groups.tsv", "code | name | from | until", "ZENFRT | Zenda Front | 2010 | 2009", "ends (2009) before it begins (2010)")]
    [InlineData("actors/leaders/own.tsv", "country | name | title | gender", "ITA | Ada Zenda | minister | x", "gender 'x' is none of f, m, u")]
    [InlineData("actors/leaders/own.tsv", "country | name | title", "ZZZ | Ada Zenda | minister", "ZZZ is no code of a state, an organisation or a group")]
    [InlineData("actors/organisations.tsv", "code | name | members", "ZENCON | Zenda Concord | ITA:1990/1995;ZZZ", "member ZZZ is no code")]
    [InlineData("actors/organisations.tsv", "code | name | members", "ZENCON | Zenda Concord | ITA:19x0", "'19x0' in column members is no date")]
    [InlineData("places/places.tsv", "name | country | latitude | longitude | kind", "Zenda | ITA | 95 | 1 | city", "within ±90 and ±180")]
    [InlineData("places/places.tsv", "name | country | latitude | longitude | kind", "Zenda | ITA | 45 | 1 | planet", "there is no kind 'planet'")]
    [InlineData("places/territories.tsv", "territory | places | control | claims | recognised", "Zenda | Nowhereville | ITA | ITA | ITA", "place 'Nowhereville' stands in no row")]
    [InlineData("actor/groups.tsv", "code | name", "ZENFRT | Zenda Front", "no table is read from here")]
    [InlineData("actors/groups.tsv", "code | name", "ZENFRT | Zenda Front\nZENFRT | Zenda Front", "repeats line 2")]
    public void A_fault_is_named_with_file_and_reason(string file, string columns, string row, string reason)
    {
        folder.With(file, [columns, .. row.Split('\n')]);
        var fault = Assert.Single(KnowledgeChecker.Check(folder.Root));
        Assert.Equal(Path.Combine(folder.Root, file.Replace('/', Path.DirectorySeparatorChar)), fault.File);
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void The_command_ends_with_1_where_there_are_faults()
    {
        folder.With("actors/groups.tsv", "code | name | sectors", "ZENFRT | Zenda Front | XXX");
        var run = Command.Run("knowledge", "check", folder.Root);
        Assert.Equal(1, run.Code);
        Assert.Contains("groups.tsv:2: there is no sector XXX", run.Error, StringComparison.Ordinal);
        Assert.Equal(2, Command.Run("knowledge", "check", Path.Combine(folder.Root, "nowhere")).Code);
        Assert.Equal(0, Command.Run("knowledge", "check").Code);
    }

    [Fact]
    public void Who_tells_code_sectors_office_and_how_it_was_found()
    {
        var run = Command.Run("who", "Sergei Lavrov", "--on", "2023-07-27");
        Assert.Equal(0, run.Code);
        Assert.Equal("Sergei Lavrov, on 2023-07-27", run.Lines[0]);
        Assert.Contains("RUS GOV  Sergei Lavrov, foreign minister (Russia), 2004-03-09 to today", run.Lines[1], StringComparison.Ordinal);
        Assert.Contains("how: listed person", run.Lines[2], StringComparison.Ordinal);
        Assert.Contains("CHE JUD  Switzerland", Command.Run("who", "a Swiss court").Out, StringComparison.Ordinal);
        Assert.Contains("nobody that the knowledge lists", Command.Run("who", "qqqq").Out, StringComparison.Ordinal);
        Assert.Equal(2, Command.Run("who", "Putin", "--on", "tomorrow").Code);
        Assert.Equal(2, Command.Run("who", "Putin", "--view", "moon").Code);
    }
}
