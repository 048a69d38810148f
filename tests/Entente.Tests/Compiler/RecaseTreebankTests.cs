using Entente.Compiler;
using Entente.Language.Conllu;
using Xunit;

namespace Entente.Tests.Compiler;

public class RecaseTreebankTests
{
    private const string Treebank = """
        # text = "The minister didn't leave Oslo."
        1	"	"	PUNCT	_	_	3	punct	_	SpaceAfter=No
        2	The	the	DET	_	_	3	det	_	_
        3	minister	minister	NOUN	_	_	6	nsubj	_	_
        4-5	didn't	_	_	_	_	_	_	_	_
        4	did	do	AUX	_	_	6	aux	_	_
        5	n't	not	PART	_	_	6	advmod	_	_
        6	leave	leave	VERB	_	_	0	root	_	_
        7	Oslo	Oslo	PROPN	_	_	6	obj	_	SpaceAfter=No
        8	.	.	PUNCT	_	_	6	punct	_	SpaceAfter=No
        9	"	"	PUNCT	_	_	6	punct	_	_

        """;

    [Theory]
    [InlineData("upper", "\"THE MINISTER DIDN'T LEAVE OSLO.\"", "\" THE MINISTER DIDN'T DID N'T LEAVE OSLO . \"")]
    [InlineData("title", "\"The Minister Didn't Leave Oslo.\"", "\" The Minister Didn't Did n't Leave Oslo . \"")]
    [InlineData("lower", "\"the minister didn't leave oslo.\"", "\" the minister didn't did n't leave oslo . \"")]
    public void FormsAndTextChangeAndLemmasStay(string dress, string text, string forms)
    {
        var gold = Assert.Single(ConlluReader.Read(new StringReader(Treebank)));
        var recased = RecaseTreebankCommand.Recase(gold, dress);
        Assert.Equal(text, recased.Comment("text"));
        Assert.Equal(forms, string.Join(' ', recased.Lines.Select(line => line.Form)));
        Assert.Equal(gold.Lines.Select(line => (line.Id, line.Lemma, line.Upos, line.Head, line.Misc)),
            recased.Lines.Select(line => (line.Id, line.Lemma, line.Upos, line.Head, line.Misc)));
    }
}
