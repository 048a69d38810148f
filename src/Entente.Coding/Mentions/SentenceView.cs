using Entente.Coding.Knowledge;
using Entente.Language;
using Entente.Sources;

namespace Entente.Coding.Mentions;

/// <summary>A parsed sentence with the questions that coding asks of its tree, and the listed names in it.</summary>
internal sealed class SentenceView
{
    private readonly NameMatch?[] names;
    private readonly string?[] lemmas;

    public SentenceView(Document document, ParsedSentence sentence, KnowledgeBase knowledge)
    {
        Document = document;
        Sentence = sentence;
        Knowledge = knowledge;
        lemmas = new string?[sentence.Tokens.Length];
        Capitals = IsCapitals(sentence);
        names = NameMatcher.Match(this);
        Begin = LeadingPlace.Length(this);
        names.AsSpan(0, Begin).Clear();
    }

    /// <summary>The document the sentence belongs to.</summary>
    public Document Document { get; }

    /// <summary>The sentence.</summary>
    public ParsedSentence Sentence { get; }

    /// <summary>What the names are looked up in.</summary>
    public KnowledgeBase Knowledge { get; }

    /// <summary>Whether the sentence is written in capitals throughout.</summary>
    public bool Capitals { get; }

    /// <summary>The first word that is no part of a dateline.</summary>
    public int Begin { get; }

    /// <summary>Number of words.</summary>
    public int Count => Sentence.Tokens.Length;

    /// <summary>A word.</summary>
    public Token this[int index] => Sentence.Tokens[index];

    /// <summary>The words that hang on a word.</summary>
    public ReadOnlySpan<int> Children(int index) => Sentence.Children(index);

    /// <summary>The listed name that a word is part of, null when none.</summary>
    public NameMatch? NameAt(int index) => names[index];

    /// <summary>Lemma in lower case, hyphens as blanks, mended where the knowledge knows better.</summary>
    public string Lemma(int index) => lemmas[index] ??= Mended(index);

    /// <summary>Whether the relation of a word, subtype dropped, is <paramref name="relation"/>.</summary>
    public bool Is(int index, string relation)
    {
        var deprel = this[index].Deprel;
        return deprel.StartsWith(relation, StringComparison.Ordinal) && (deprel.Length == relation.Length || deprel[relation.Length] == ':');
    }

    /// <summary>Whether the word is a noun, name, pronoun or number.</summary>
    public bool IsNominal(int index) => this[index].Upos is Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.NUM;

    /// <summary>First child with a relation (subtype dropped), -1 when none.</summary>
    public int Child(int index, string relation)
    {
        foreach (var child in Children(index))
            if (Is(child, relation)) return child;
        return -1;
    }

    /// <summary>Whether a child with the very relation exists.</summary>
    public int ChildExactly(int index, string deprel)
    {
        foreach (var child in Children(index))
            if (this[child].Deprel == deprel) return child;
        return -1;
    }

    /// <summary>The preposition of a phrase ("on", "because of"), empty when none.</summary>
    public string Case(int index)
    {
        var found = Child(index, "case");

        // "Referred to it <b>as</b> the most powerful": before an adjective the parser takes the preposition for a conjunction.
        if (found < 0 && Is(index, "obl") && Child(index, "mark") is >= 0 and var mark && Lemma(mark) == "as") found = mark;
        if (found < 0 || found > index) return "";
        var preposition = Lemma(found);

        // "Troops closer to the border" are near it.
        if (preposition == "to" && found > 0 && Lemma(found - 1) == "close" && this[found - 1].Head == this[index].Head && Is(found - 1, "advmod")) return "near";

        // "Pulled out of the treaty", "back from Kabul": the last word says how the noun stands, the first belongs to the verb.
        if (preposition is "out" or "off" or "away" or "back" or "up" or "down" && found + 1 < index && this[found + 1].Head == index && Is(found + 1, "case")) return Lemma(found + 1);
        foreach (var child in Children(found))
            if (Is(child, "fixed")) preposition += " " + Lemma(child);
        return preposition switch { "towards" => "toward", "upon" => "on", "amongst" => "among", _ => preposition };
    }

    /// <summary>A word and those coordinated with it ("Russia and China").</summary>
    public List<int> Coordinated(int index)
    {
        var found = new List<int> { index };
        Collect(index, found);
        return found;
    }

    /// <summary>The words of a range of tokens, as they stand in the text.</summary>
    public string Text(TextRange range) => Document.Article.Text[range.Start..range.End];

    /// <summary>The text range from one word to another, both included.</summary>
    public TextRange Range(int first, int last) => new(this[first].Range.Start, Math.Max(this[first].Range.End, this[last].Range.End));

    /// <summary>Coordinated words; those that hang on an inner word of a name ("Republic of Korea and Japan") count as the name's.</summary>
    private void Collect(int index, List<int> found)
    {
        var first = index;
        var last = index;
        if (NameAt(index) is { } name && name.First < name.Last) (first, last) = (name.First, name.Last);
        for (var word = first; word <= last; word++)
        {
            foreach (var child in Children(word))
            {
                if (!Is(child, "conj") || IsExcluded(child) || found.Count > 40 || found.Contains(child) || (child >= first && child <= last)) continue;
                found.Add(child);
                Collect(child, found);
            }
        }
    }

    /// <summary>"The rebels, and <b>not the army</b>": who stands there to be left out; "not only" leaves nobody out.</summary>
    private bool IsExcluded(int index)
    {
        foreach (var child in Children(index))
            if (child < index && Lemma(child) == "not" && Lemma(child + 1) is not ("only" or "just" or "merely" or "simply" or "least")) return true;
        return false;
    }

    private string Mended(int index)
    {
        var token = this[index];
        var lemma = token.Lemma.ToLowerInvariant();
        if (token.Upos == Upos.VERB && Knowledge.Irregular.TryGetValue(token.Form.ToLowerInvariant(), out var infinitive)) return infinitive;

        // "Teargas" is not the plural of "tearga".
        if (token.Upos == Upos.NOUN && !Knowledge.Vocabulary.Holds(lemma) && Knowledge.Vocabulary.Holds(token.Form.ToLowerInvariant())) return token.Form.ToLowerInvariant();
        if (token.Upos is Upos.VERB or Upos.NOUN or Upos.ADJ) lemma = Knowledge.Vocabulary.Mended(token.Form.ToLowerInvariant(), lemma);
        return lemma.Replace('-', ' ');
    }

    private static bool IsCapitals(ParsedSentence sentence)
    {
        int upper = 0, lower = 0;
        foreach (var token in sentence.Tokens)
        {
            foreach (var c in token.Form)
            {
                if (char.IsUpper(c)) upper++;
                else if (char.IsLower(c)) lower++;
            }
        }

        return upper > 10 && lower * 10 < upper;
    }
}
