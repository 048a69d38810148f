using System.Collections.Frozen;
using Entente.Language.Tokenising;

namespace Entente.Language.Splitting;

/// <summary>
/// Takes back what the machines of old wires did to the word after a state written with stops: they gave every word after a full stop a
/// capital, "the U.S. Will lift", "recent U.S. Complaints". Such a word begins no sentence and is no name. It is looked for only in
/// documents where no word after such a state is written small and at least one capital there can have no other reason.
/// </summary>
/// <param name="text">The text.</param>
internal sealed class WireCapitals(string text)
{
    private const int Ahead = 10;

    private static readonly string[] States = ["U.S.", "U.K.", "U.N.", "E.C.", "U.S.S.R.", "U.A.E."];

    /// <summary>Words that hardly open a sentence.</summary>
    private static readonly FrozenSet<string> Continuing = Set(
        "and or of dlrs dlr cts cents pct mln billion has had have is was are were will would could should may might must can cannot does did do said says told which who whose whom than nor into "
        + "not be been being wants wanted needs remains became becomes made took seems seemed rose fell put sent sold bought asked called urged agreed also ltd inc plc corp");

    /// <summary>Words that open a sentence as well, where they open a phrase that a comma ends.</summary>
    private static readonly FrozenSet<string> Adverbial = Set(
        "to for in on with from over under by at as after before since against during about between through within until if when while because although unless despite without amid following");

    /// <summary>Words with which sentences begin.</summary>
    private static readonly FrozenSet<string> Opening = Set(
        "the a an he she it they we i you this these those there here his her their its our my your but however meanwhile some many most one two three four five six seven eight nine ten no both all each every "
        + "another other others such so then now yet still instead moreover nevertheless nonetheless thus therefore otherwise finally first second third last earlier later recently currently today yesterday "
        + "tomorrow mr mrs ms dr sen rep gen what why how where whether asked none nobody everybody everyone anyone someone few several only even just perhaps maybe according half much more less indeed besides neither either "
        + "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday");

    /// <summary>Bodies and titles of states, which have a capital of their own.</summary>
    private static readonly FrozenSet<string> Bodies = Set(
        "congress senate house treasury navy army marine marines federal supreme customs embassy government administration ambassador department secretary state justice commerce agriculture defense defence "
        + "attorney president vice general security secretariat council coast postal open air labor labour transportation interior energy representative congressman senator consulate constitution capitol ministry parliament charter chancellor japan taiwan canada britain france germany china israel iran iraq italy west east south north korea mexico brazil australia european soviet");

    private bool? found;

    /// <summary>Whether the document is of this kind.</summary>
    public bool Found => found ??= Look();

    /// <summary>Whether a word follows a state written with stops so that no sentence ends between the two. In documents of another kind only where what stands before wants a noun: "a U.S. District Court".</summary>
    public bool Joins(List<WordSpan> words, int i) =>
        i > 0 && IsState(words[i - 1]) && Read(words, i) is var reading && (Found ? reading != Reading.Open : reading == Reading.Named && (i == 1 || IsInside(words[i - 1].Start)));

    /// <summary>Whether a word has its capital only from the wire's machine.</summary>
    public bool IsRaised(List<WordSpan> words, int i) => i > 0 && Found && IsState(words[i - 1]) && Read(words, i) == Reading.Raised;

    private enum Reading
    {
        /// <summary>A sentence may begin here.</summary>
        Open,

        /// <summary>A name, with the capital of names.</summary>
        Named,

        /// <summary>A word that wants no capital.</summary>
        Raised,
    }

    private Reading Read(List<WordSpan> words, int i)
    {
        var word = Text(words[i]);
        if (!IsCapitalised(word)) return Reading.Open;
        var small = word.ToString().ToLowerInvariant();
        if (Opening.Contains(small)) return Reading.Open;
        if (Continuing.Contains(small)) return Reading.Raised;
        if (Adverbial.Contains(small)) return EndsWithComma(words, i) ? Reading.Open : Reading.Raised;
        if (small == "that") return i + 1 < words.Count && IsSubject(Text(words[i + 1])) ? Reading.Raised : Reading.Open;
        if (Bodies.Contains(small)) return Reading.Named;
        if (i + 1 < words.Count && IsCapitalised(Text(words[i + 1]))) return Reading.Named;

        // "… in the U.S. Officials said": a plural after a phrase that may be whole.
        if (small.EndsWith('s') && i > 2 && Text(words[i - 2]) is "the" && IsPreposition(Text(words[i - 3])) && i + 1 < words.Count && Text(words[i + 1]) is "said" or "say" or "expect" or "believe" or "noted" or "also")
            return Reading.Open;
        return Reading.Raised;
    }

    private bool EndsWithComma(List<WordSpan> words, int i)
    {
        for (var k = i + 1; k < Math.Min(words.Count, i + Ahead); k++)
        {
            if (text[words[k].Start] == ',') return true;
            if (text[words[k].Start] is '.' or ';' or ':' && words[k].Length == 1) return false;
        }

        return false;
    }

    // "convince the U.S. That a pact is working", but "with the U.S. That pact".
    private static bool IsSubject(ReadOnlySpan<char> word) =>
        IsCapitalised(word) || word is "the" or "a" or "an" or "it" or "he" or "she" or "they" or "we" or "there" or "its" or "his" or "their" or "no" or "all" or "some" or "any";

    private static bool IsPreposition(ReadOnlySpan<char> word) => word is "in" or "to" or "from" or "with" or "by" or "of" or "for" or "at" or "on" or "into" or "against" or "toward" or "towards" or "outside" or "within";

    private bool IsState(WordSpan word) => word.Length >= 4 && text[word.End - 1] == '.' && IsState(Text(word));

    private static bool IsState(ReadOnlySpan<char> word)
    {
        foreach (var state in States)
            if (word.EndsWith(state) && (word.Length == state.Length || word[^(state.Length + 1)] == '-')) return true;
        return false;
    }

    private ReadOnlySpan<char> Text(WordSpan word) => text.AsSpan(word.Start, word.Length);

    private static bool IsCapitalised(ReadOnlySpan<char> word)
    {
        if (word.Length < 2 || !char.IsUpper(word[0])) return false;
        foreach (var letter in word[1..])
            if (!char.IsLower(letter) && letter != '-') return false;
        return true;
    }

    // Goes through the text once, without words: a state, blanks, letters.
    private bool Look()
    {
        var sure = false;
        foreach (var state in States)
        {
            for (var at = text.IndexOf(state, StringComparison.Ordinal); at >= 0; at = text.IndexOf(state, at + state.Length, StringComparison.Ordinal))
            {
                if (at > 0 && (char.IsLetterOrDigit(text[at - 1]) || text[at - 1] is '.' or '-')) continue;
                var start = at + state.Length;
                while (start < text.Length && char.IsWhiteSpace(text[start])) start++;
                var end = start;
                while (end < text.Length && char.IsLetter(text[end])) end++;
                if (start == at + state.Length || end - start < 2) continue;
                if (char.IsLower(text[start])) return false;
                var word = text.AsSpan(start, end - start);
                sure |= IsCapitalised(word) && (Continuing.Contains(word.ToString().ToLowerInvariant()) || (IsInside(at) && IsCommon(word, end)));
            }
        }

        return sure;
    }

    // A word of no known body before a small one.
    private bool IsCommon(ReadOnlySpan<char> word, int end)
    {
        var small = word.ToString().ToLowerInvariant();
        return !Opening.Contains(small) && !Adverbial.Contains(small) && !Bodies.Contains(small) && small != "that" && end + 1 < text.Length && char.IsWhiteSpace(text[end]) && char.IsLower(text[end + 1]);
    }

    // After what wants a noun: "recent U.S. Complaints about", "on U.S. Refusal", "The U.S. Program", or after a comma; what ends with a state says "in the U.S.".
    private bool IsInside(int at)
    {
        var end = at;
        while (end > 0 && char.IsWhiteSpace(text[end - 1])) end--;
        var start = end;
        while (start > 0 && char.IsLetter(text[start - 1])) start--;
        var before = text.AsSpan(start, end - start);
        return before is not "the";
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.Ordinal);
}
