using Entente.Language;
using Entente.Sources;
using Xunit;

namespace Entente.Tests.Language;

/// <summary>What the coder behind the parser relies on: who does what to whom.</summary>
public class ParsingTests
{
    [Theory]
    [InlineData("Russia invaded Ukraine in February 2022.", "Russia", "invade", "Ukraine")]
    [InlineData("The president of France condemned the attack on the embassy.", "president", "condemn", "attack")]
    [InlineData("Israeli troops killed three militants near the border on Monday.", "troops", "kill", "militants")]
    [InlineData("The United States has imposed new sanctions on Iran.", "States", "impose", "sanctions")]
    [InlineData("Kim Jong Un met Chinese officials in Pyongyang.", "Kim", "meet", "officials")]
    [InlineData("North Korea fired two ballistic missiles into the sea, South Korea's military said.", "Korea", "fire", "missiles")]
    [InlineData("Protesters who had gathered outside the parliament attacked police officers.", "Protesters", "attack", "officers")]
    [InlineData("The European Union will provide Ukraine with military aid.", "Union", "provide", "Ukraine")]
    [InlineData("Egypt and Jordan rejected the plan.", "Egypt", "reject", "plan")]
    [InlineData("Turkey's parliament approved the treaty after a long debate.", "parliament", "approve", "treaty")]
    [InlineData("Rebels in the east of the country seized the airport.", "Rebels", "seize", "airport")]
    [InlineData("In a statement, the ministry accused Pakistan of supporting terrorists.", "ministry", "accuse", "Pakistan")]
    public void SubjectAndObject(string text, string subject, string verb, string recipient)
    {
        var sentence = TestParser.Only(text);
        var head = Assert.Single(sentence.Tokens, t => t.Lemma == verb && t.Upos == Upos.VERB);
        Assert.Equal(subject, Dependent(sentence, head, "nsubj")?.Form);
        Assert.Equal(recipient, Dependent(sentence, head, "obj")?.Form);
    }

    [Theory]
    [InlineData("The mayor was arrested by police.", "mayor", "arrest", "police")]
    [InlineData("Two soldiers were killed by rebels on Tuesday.", "soldiers", "kill", "rebels")]
    public void Passive(string text, string subject, string verb, string agent)
    {
        var sentence = TestParser.Only(text);
        var head = Assert.Single(sentence.Tokens, t => t.Lemma == verb);
        Assert.Equal(subject, Dependent(sentence, head, "nsubj:pass")?.Form);
        Assert.Equal(agent, Dependent(sentence, head, "obl:agent")?.Form);
    }

    [Theory]
    [InlineData("Chinese officials told reporters that Wang Yi had met Sergei Lavrov.", "tell", "meet")]
    [InlineData("Iranian diplomats told journalists that the minister had rejected the offer.", "tell", "reject")]
    [InlineData("The envoy warned lawmakers that rebels would attack the port.", "warn", "attack")]
    public void WhatIsToldIsACompleteClause(string text, string telling, string told)
    {
        var sentence = TestParser.Only(text);
        var head = Assert.Single(sentence.Tokens, t => t.Lemma == telling);
        Assert.Equal(told, Dependent(sentence, head, "ccomp")?.Lemma);
    }

    [Theory]
    [InlineData("On Friday Russian troops attacked a Ukrainian port.", "attack", "troops", "nsubj")]
    [InlineData("On Monday Israeli forces killed two men in Jenin.", "kill", "forces", "nsubj")]
    [InlineData("In March Ethiopian rebels seized the town.", "seize", "rebels", "nsubj")]
    [InlineData("On Sunday Polish farmers were arrested at the border.", "arrest", "farmers", "nsubj:pass")]
    public void TheDayIsNotPartOfWhoActs(string text, string verb, string subject, string relation)
    {
        var sentence = TestParser.Only(text);
        var head = Assert.Single(sentence.Tokens, t => t.Lemma == verb);
        Assert.Equal(subject, Dependent(sentence, head, relation)?.Form);
    }

    [Fact]
    public void MoneyGoesToNobodyByItself()
    {
        var sentence = TestParser.Only("The World Bank granted a loan of $500 million to Kenya.");
        var kenya = Assert.Single(sentence.Tokens, t => t.Form == "Kenya");
        Assert.NotEqual("$", sentence.Tokens[kenya.Head].Form);
    }

    [Fact]
    public void NamesHoldTogether()
    {
        var sentence = TestParser.Only("Foreign Minister Sergei Lavrov visited Beijing on Monday.");
        var lavrov = Assert.Single(sentence.Tokens, t => t.Form == "Lavrov");
        Assert.Equal("flat", lavrov.Deprel);
        Assert.Equal("Sergei", sentence.Tokens[lavrov.Head].Form);
        Assert.Equal("nsubj", Climb(sentence, lavrov).Deprel);
        Assert.Equal("I-PERSON", lavrov.Name);
    }

    [Fact]
    public void CapitalsParseToo()
    {
        var sentence = TestParser.Only("THE TERRORISTS KILLED THREE SOLDIERS IN THE CAPITAL.");
        var kill = Assert.Single(sentence.Tokens, t => t.Lemma == "kill");
        Assert.Equal(Upos.VERB, kill.Upos);
        Assert.Equal("TERRORISTS", Dependent(sentence, kill, "nsubj")?.Form);
        Assert.Equal("SOLDIERS", Dependent(sentence, kill, "obj")?.Form);
    }

    [Fact]
    public void ManyThreadsGiveTheSame()
    {
        var texts = Enumerable.Range(0, 40).Select(i => $"On day {i} the army of Sudan attacked {i} villages, officials in Khartoum said, but nobody was hurt.").ToArray();
        var once = texts.Select(Written).ToArray();
        var again = new string[texts.Length];
        Parallel.For(0, texts.Length, i => again[i] = Written(texts[i]));
        Assert.Equal(once, again);
    }

    [Fact]
    public void DamagedModelsAreRefused()
    {
        Assert.Throws<InvalidDataException>(() => DocumentParser.Load(new MemoryStream("nonsense"u8.ToArray())));
        var bytes = File.ReadAllBytes(Path.Combine(AppContext.BaseDirectory, "models", DocumentParser.ModelFile(LanguageModelKind.Accurate)));
        Assert.Throws<InvalidDataException>(() => DocumentParser.Load(new MemoryStream(bytes[..(bytes.Length / 2)])));
        Assert.Throws<FileNotFoundException>(() => DocumentParser.Load(Path.Combine(AppContext.BaseDirectory, "nowhere")));
    }

    private static string Written(string text)
    {
        var writer = new StringWriter();
        Entente.Language.Conllu.ConlluWriter.Write(writer, TestParser.Instance.Parse(new Article { Id = "t", Text = text }));
        return writer.ToString();
    }

    private static Token? Dependent(ParsedSentence sentence, Token head, string relation)
    {
        foreach (var child in sentence.Children(head.Index))
            if (sentence.Tokens[child].Deprel == relation)
                return sentence.Tokens[child];
        return null;
    }

    private static Token Climb(ParsedSentence sentence, Token token)
    {
        while (token.Deprel is "flat" or "compound" or "nmod:desc" or "appos") token = sentence.Tokens[token.Head];
        return token;
    }
}
