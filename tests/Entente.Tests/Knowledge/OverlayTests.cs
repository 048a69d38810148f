using Entente.Coding.Knowledge;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Knowledge;

/// <summary>A user's own folder laid over the built-in knowledge: it adds, it replaces, and its faults are named by file and line.</summary>
public sealed class OverlayTests(Engine engine) : IDisposable
{
    private readonly KnowledgeFolderOfUser folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void New_rows_are_added()
    {
        folder.With("actors/states.tsv", "code | name | names | adjectives | demonyms | capitals | latitude | longitude | from | until", "RUR | Ruritania | - | Ruritanian | Ruritanians | Strelsau | 50 | 14 | - | -")
            .With("actors/leaders/own.tsv", "country | name | variants | alone | title | sectors | from | until | gender", "RUR | Rudolf Elphberg | - | Elphberg | king | GOV | 1990 | - | m");
        var e = Assert.Single(folder.Code(engine, "King Rudolf Elphberg condemned Iran in Strelsau on Monday."));
        Assert.Equal(("RUR", "Rudolf Elphberg", "king"), (e.Actor[0].Code, e.Actor[0].Person, e.Actor[0].Title));
        Assert.Equal("RUR", Assert.Single(folder.Code(engine, "Ruritanian troops attacked Iran.")).Actor[0].Code);
        Assert.Equal("IRN", Assert.Single(folder.Code(engine, "Iranian troops attacked Ruritania.")).Actor[0].Code);
    }

    [Fact]
    public void A_row_with_the_same_key_replaces_the_built_in_one()
    {
        folder.With("actors/organisations.tsv", "code | name | names | sectors | country | seats | from | until | members", "NAT | Zenda Concord | Zenda Concord | IGO | - | - | - | - | -");
        var knowledge = folder.Load();
        Assert.Empty(knowledge.Faults);
        Assert.Equal(engine.Knowledge.Counts["organisations"], knowledge.Counts["organisations"]);
        Assert.Equal("NAT", Assert.Single(folder.Code(engine, "The Zenda Concord condemned Iran.")).Actor[0].Code);
        Assert.DoesNotContain(folder.Code(engine, "NATO condemned Iran."), e => e.Actor.Any(a => a.Code == "NAT"));
    }

    [Fact]
    public void A_frame_of_ones_own_is_used()
    {
        const string Text = "Iran defenestrated Iraq.";
        Assert.Empty(engine.Code(Text));
        folder.With("events/frames/own.tsv", "predicate | event | mode | cameo | actor | recipient | when | example", "defenestrate.v | ASSAULT | beat | 180 | subj | obj | - | Iran defenestrated Iraq.");
        var e = Assert.Single(folder.Code(engine, Text));
        Assert.Equal(("ASSAULT", "beat", "IRN", "IRQ"), (e.Event, e.Mode, e.Actor[0].Code, e.Recipient[0].Code));
    }

    [Theory]
    [InlineData("predicate 'attack' must end in .v, .n or .a", "attack | ASSAULT | - | 190 | subj | obj | - | -")]
    [InlineData("there is no type WAR", "zap.v | WAR | - | 190 | subj | obj | - | -")]
    [InlineData("ASSAULT has no mode visit", "zap.v | ASSAULT | visit | 190 | subj | obj | - | -")]
    [InlineData("there is no CAMEO code 999", "zap.v | ASSAULT | - | 999 | subj | obj | - | -")]
    [InlineData("there is no class @nosuch", "zap.v | ASSAULT | - | 190 | subj | obj | obj:@nosuch | -")]
    [InlineData("'Ü1' is no slot", "zap.v | ASSAULT | - | 190 | Ü1 | obj | - | -")]
    [InlineData("column event is empty", "zap.v | - | - | 190 | subj | obj | - | -")]
    [InlineData("9 cells, but the file has 8 columns", "zap.v | ASSAULT | - | 190 | subj | obj | - | - | more")]
    public void A_faulty_frame_is_named_by_file_and_line_and_the_good_ones_count(string reason, string row)
    {
        folder.With("events/frames/own.tsv", "# mine", "predicate | event | mode | cameo | actor | recipient | when | example", "", row, "defenestrate.v | ASSAULT | beat | 180 | subj | obj | - | -");
        var fault = Assert.Single(folder.Load().Faults);
        Assert.Equal((Path.Combine(folder.Root, "events", "frames", "own.tsv"), 4), (fault.File, fault.Line));
        Assert.Contains(reason, fault.Reason, StringComparison.Ordinal);
        Assert.StartsWith(fault.File + ":4: ", fault.ToString(), StringComparison.Ordinal);
        Assert.Single(folder.Code(engine, "Iran defenestrated Iraq."));
    }

    [Theory]
    [InlineData("2023-13"), InlineData("2023-02-30"), InlineData("soon"), InlineData("3 May 2020"), InlineData("2023-01-01-01")]
    public void A_date_that_is_none_is_a_fault_of_its_row(string date)
    {
        folder.With("actors/leaders/own.tsv", "country | name | variants | alone | title | sectors | from | until | gender", $"IRN | Bad Person | - | - | king | GOV | {date} | - | m", "IRN | Good Person | - | - | king | GOV | 2000-05 | - | m");
        var fault = Assert.Single(folder.Load().Faults);
        Assert.Equal(2, fault.Line);
        Assert.Contains($"'{date}' in column from is no date", fault.Reason, StringComparison.Ordinal);
        Assert.Equal("Good Person", Assert.Single(folder.Code(engine, "Good Person condemned Iraq.")).Actor[0].Person);
    }

    [Theory]
    [InlineData("zeroday | wekday | 1", "'wekday' is none of")]
    [InlineData("zeroday | weekday | first", "'first' in column value is no whole number")]
    [InlineData("zero day | holiday | 02-30", "'02-30' is no yearly day")]
    [InlineData("zeroday | unit | aeon", "'aeon' is none of")]
    public void A_word_of_time_that_is_none_is_a_fault_of_its_row(string row, string reason)
    {
        folder.With("time/own.tsv", "word | kind | value", row);
        Assert.Contains(reason, Assert.Single(folder.Load().Faults).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public void A_holiday_of_ones_own_is_a_day()
    {
        folder.With("time/own.tsv", "word | kind | value", "founders' day | holiday | 06-09");
        Assert.Empty(folder.Load().Faults);
        Assert.Equal(Engine.Day("2023-06-09"), Assert.Single(folder.Code(engine, "Iran attacked Iraq on Founders' Day.")).Date?.Start);
    }

    [Fact]
    public void A_file_without_its_columns_is_one_fault_and_the_built_in_rows_stay()
    {
        folder.With("actors/organisations.tsv", "kode | naam", "X | Y");
        var knowledge = folder.Load();
        var fault = Assert.Single(knowledge.Faults);
        Assert.Contains("'code'", fault.Reason, StringComparison.Ordinal);
        Assert.Equal(engine.Knowledge.Counts["organisations"], knowledge.Counts["organisations"]);
    }

    [Fact]
    public void An_empty_folder_changes_nothing() => Assert.Equal(engine.Knowledge.Counts, folder.Load().Counts);

    [Fact]
    public void A_folder_that_is_not_there_is_told() =>
        Assert.Contains("nowhere", Assert.Throws<DirectoryNotFoundException>(() => KnowledgeBase.Load(Path.Combine(folder.Root, "nowhere"))).Message, StringComparison.Ordinal);
}
