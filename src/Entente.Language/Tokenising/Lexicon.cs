using System.Collections.Frozen;

namespace Entente.Language.Tokenising;

/// <summary>The closed lists of English writing that a tokeniser needs: abbreviations, prefixes, units.</summary>
internal static class Lexicon
{
    /// <summary>Words that keep their full stop, in lower case and without it.</summary>
    private static readonly FrozenSet<string> Abbreviations = Words("""
        mr mrs ms dr prof rev hon gen col lt maj capt cmdr cpt cpl sgt pvt adm gov sen rep reps sens pres amb sec supt insp det
        st ft mt jr sr bros inc corp co ltd plc llc cos dept assn univ
        jan feb mar apr jun jul aug sept sep oct nov dec mon tue tues wed thu thurs fri
        etc vs v cf al eg ie viz approx est no nos vol fig figs pp ch art sect ed eds trans
        ala ariz ark calif colo conn del fla ill ind kan ky md mass mich minn mo mont neb nev okla ore pa penn tenn tex va vt wash wis wyo
        ave blvd rd hwy bldg apt tel ext phd esp attn thur thurs drs mlle mme messrs brig adj cdr lieut fr div dist
        """);

    // Abbreviations that are also words: the stop is theirs only where the sentence goes on after them.
    private static readonly FrozenSet<string> Doubtful = Words("""
        no al art ill ind mass miss mo ore pa sat sun mar apr fig figs ed det est ch ext v dec wash del etc mon wed fri thu co cos inc corp ltd
        """);

    private static readonly FrozenSet<string> Prefixes = Words("""
        e co non pre post re anti pro ex multi semi mid mini un sub ultra psycho neo bi tri inter intra trans de micro macro mega
        counter super hyper pseudo quasi over cross socio arch mis
        """);

    private static readonly FrozenSet<string> Suffixes = Words("wise esque");

    // Degrees and the like, whose second part is no sentence's beginning.
    private static readonly FrozenSet<string> Mixed = Words("ph.d m.sc b.sc d.phil m.phil ll.b ll.m ll.d ed.d");

    // Abbreviations that may stand before the dots of a pause: "no.." is no number.
    private static readonly FrozenSet<string> AlsoWords = Words("""
        no al art ill ind mass miss mo ore pa sat sun mar fig figs ed det est ext del dec wash ave adj fr div dist st
        """);

    // What stands behind a hyphen in compounds with a name: "China-led", "Africa-wide".
    private static readonly FrozenSet<string> SecondParts = Words("""
        led run made held wide born based owned only like type free era style bound sized built backed funded trained hosted listed related linked
        style area side bred fed allied aided armed ruled class line month day year week man men woman trade deal war talks border pact aid axis
        origin flag city state house level wise ward wards elect
        """);

    private static readonly FrozenSet<string> Units = Words("""
        am pm mm cm km kg kgs k m bn mn tn ft in hrs hr min mins sec secs mg ml gb mb kb tb mhz ghz kw mw mwh kwh lb lbs oz mph kph kt usd eur c f
        x ms yr yrs yo
        """);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AbbreviationLookup = Abbreviations.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> DoubtfulLookup = Doubtful.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> PrefixLookup = Prefixes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SuffixLookup = Suffixes.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> MixedLookup = Mixed.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> AlsoWordLookup = AlsoWords.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> SecondPartLookup = SecondParts.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> UnitLookup = Units.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a full stop after the word belongs to it.</summary>
    public static bool IsAbbreviation(ReadOnlySpan<char> word) => word.Length <= 6 && AbbreviationLookup.Contains(word);

    /// <summary>Whether the abbreviation is also a plain word or often ends a sentence.</summary>
    public static bool IsDoubtful(ReadOnlySpan<char> word) => word.Length <= 6 && DoubtfulLookup.Contains(word);

    /// <summary>Whether a hyphen after the word joins it to the next ("co-founder").</summary>
    public static bool IsPrefix(ReadOnlySpan<char> word) => word.Length <= 8 && PrefixLookup.Contains(word);

    /// <summary>Whether a hyphen before the word joins it to the one before ("nutrition-wise").</summary>
    public static bool IsSuffix(ReadOnlySpan<char> word) => word.Length <= 5 && SuffixLookup.Contains(word);

    /// <summary>Whether the letters are an abbreviation with a stop inside and syllables beside it ("Ph.D").</summary>
    public static bool IsMixed(ReadOnlySpan<char> letters) => letters.Length <= 6 && MixedLookup.Contains(letters);

    /// <summary>Whether the abbreviation is a word as well ("no").</summary>
    public static bool IsAlsoWord(ReadOnlySpan<char> word) => word.Length <= 6 && AlsoWordLookup.Contains(word);

    /// <summary>Whether the word makes compounds with a name before its hyphen ("China-led").</summary>
    public static bool IsSecondPart(ReadOnlySpan<char> word) => word.Length <= 8 && SecondPartLookup.Contains(word);

    /// <summary>Whether the letters are a unit that is a word of its own after a number ("5pm").</summary>
    public static bool IsUnit(ReadOnlySpan<char> letters) => letters.Length <= 4 && UnitLookup.Contains(letters);

    private static FrozenSet<string> Words(string list) =>
        list.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
