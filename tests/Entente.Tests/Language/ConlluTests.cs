using Entente.Language.Conllu;
using Xunit;

namespace Entente.Tests.Language;

public class ConlluTests
{
    private const string Sample = """
        # newdoc id = d
        # sent_id = d-1
        # text = They don't vote.
        1	They	_	_	_	_	_	_	_	_
        2-3	don't	_	_	_	_	_	_	_	_
        2	do	_	_	_	_	_	_	_	Key=1|NE=B-PLACE
        3	n't	_	_	_	_	_	_	_	_
        3.1	will	_	_	_	_	_	_	_	_
        4	vote	_	_	_	_	_	_	_	SpaceAfter=No
        5	.	_	_	_	_	_	_	_	_


        """;

    [Fact]
    public void ReadingAndWritingKeepsEverything()
    {
        var writer = new StringWriter();
        foreach (var sentence in ConlluReader.Read(new StringReader(Sample))) ConlluWriter.Write(writer, sentence);
        Assert.Equal(Sample.ReplaceLineEndings("\n"), writer.ToString());
    }

    [Fact]
    public void AnnotatingKeepsTokensCommentsAndMisc()
    {
        var writer = new StringWriter();
        ConlluWriter.Annotate(new StringReader(Sample), writer, TestParser.Instance);
        var sentence = Assert.Single(ConlluReader.Read(new StringReader(writer.ToString())));
        Assert.Equal("They don't vote.", sentence.Comment("text"));
        Assert.Equal(["1", "2-3", "2", "3", "3.1", "4", "5"], sentence.Lines.Select(l => l.Id));
        Assert.Equal(["they", "do", "not", "vote", "."], sentence.Words.Select(l => l.Lemma));
        Assert.Equal(["4", "4", "4", "0", "4"], sentence.Words.Select(l => l.Head));
        Assert.Equal("Key=1", sentence.Words.ElementAt(1).Misc);
        Assert.Equal("SpaceAfter=No", sentence.Words.ElementAt(3).Misc);
    }

    [Fact]
    public void DocumentsAreWrittenWithMultiwordTokens()
    {
        var writer = new StringWriter();
        ConlluWriter.Write(writer, TestParser.Parse("Russia's army can't\nleave. The workers' union met."));
        var sentences = ConlluReader.Read(new StringReader(writer.ToString())).ToArray();
        Assert.Equal("test", sentences[0].Comment("newdoc id"));
        Assert.Equal("test-2", sentences[1].Comment("sent_id"));
        Assert.Equal("Russia's army can't leave.", sentences[0].Comment("text"));
        Assert.Equal(["Russia's", "can't", "workers'"], sentences.SelectMany(s => s.Lines).Where(l => l.IsMultiword).Select(l => l.Form));
        Assert.False(sentences[0].Words.Single(w => w.Form == "leave").SpaceAfter);
    }

    [Fact]
    public void BadLinesAreNamed()
    {
        var error = Assert.Throws<FormatException>(() => ConlluReader.Read(new StringReader("1\tword\n")).ToArray());
        Assert.Contains("line 1", error.Message, StringComparison.Ordinal);
    }
}
