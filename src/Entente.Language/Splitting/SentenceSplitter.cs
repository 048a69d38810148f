using System.Buffers;
using System.Collections.Frozen;
using Entente.Language.Tokenising;
using Entente.Sources;

namespace Entente.Language.Splitting;

/// <summary>Decides after which words of a paragraph a sentence ends.</summary>
internal static class SentenceSplitter
{
    /// <summary>A sentence gets no more words than this, whatever the text looks like.</summary>
    public const int LongestSentence = 300;

    // By how much an end must outweigh none where no mark speaks for it: a sentence of the news that is cut in two costs more than two that are not.
    private const int BareMargin = 9000;

    // A comma ends what is addressed to somebody ("Dear Mr. Smith,") and nothing else.
    private const int LongestGreeting = 4;

    // Ranks and offices that stand before a name; no sentence ends with them.
    private static readonly FrozenSet<string> Titles = new[]
    {
        "Adm", "Amb", "Brig", "Capt", "Cmdr", "Col", "Cpl", "Dr", "Gen", "Gov", "Hon", "Insp", "Lt", "Maj", "Mme", "Mr", "Mrs", "Ms", "Msgr", "Pres", "Prof", "Rep", "Reps", "Rev", "Sen", "Sens", "Sgt", "Supt",
    }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Weekdays = new[] { "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday" }.ToFrozenSet(StringComparer.Ordinal);

    private static readonly SearchValues<char> Marks = SearchValues.Create(".!?:;\u2026\"'\u201D\u2019)]\u2014-*>");
    private static readonly SearchValues<char> Enders = SearchValues.Create(".!?:;\u2026\"'\u201D\u2019)]\u2014-*>,");

    /// <summary>Writes the number one past each sentence's last word into <paramref name="ends"/>.</summary>
    /// <param name="text">The text.</param>
    /// <param name="words">The words of a paragraph of it.</param>
    /// <param name="model">The model.</param>
    /// <param name="ends">Where the numbers go.</param>
    /// <param name="capitals">The capitals that only the wire gave; null where none are looked for.</param>
    public static void Split(string text, List<WordSpan> words, SplitterModel model, List<int> ends, WireCapitals? capitals = null)
    {
        ends.Clear();
        if (words.Count == 0) return;
        var features = new SplitFeatures(text, words, model.Lexicon);
        Span<uint> buffer = stackalloc uint[SplitFeatures.Most];
        Span<int> scores = stackalloc int[model.Scorer.ClassCount];
        var (start, opening) = (0, DatelineLength(text, words));
        for (var i = 0; i + 1 < words.Count; i++)
        {
            var end = i + 1 - start >= LongestSentence;
            if (!end && i >= opening && IsCandidate(text, words, i, start) && capitals?.Joins(words, i + 1) != true)
            {
                model.Scorer.Score(buffer[..features.Fill(i, start, buffer)], scores);
                end = scores[1] - scores[0] > (Marks.Contains(text[words[i].End - 1]) && !BelongsToWord(text, words, i) ? 0 : BareMargin);
            }

            if (!end) continue;
            ends.Add(i + 1);
            start = i + 1;
        }

        ends.Add(words.Count);
    }

    /// <summary>How many words of the paragraph are its dateline.</summary>
    public static int DatelineLength(string text, List<WordSpan> words)
    {
        var first = new string[Math.Min(words.Count, 20)];
        var ranges = new TextRange[first.Length];
        for (var i = 0; i < first.Length; i++)
        {
            first[i] = text.Substring(words[i].Start, words[i].Length);
            ranges[i] = new TextRange(words[i].Start, words[i].End);
        }

        return Dateline.Length(first, ranges);
    }

    /// <summary>
    /// "A <b>U.N.</b> advance team", "the <b>U.S.</b> Embassy", "<b>Gen.</b> Danjuma", "the Nations<b>'</b> envoy": the mark belongs to the word, and only much speaks for an end.
    /// </summary>
    private static bool BelongsToWord(string text, List<WordSpan> words, int i)
    {
        var word = text.AsSpan(words[i].Start, words[i].Length);
        if (word is "'" or "\u2019") return i > 0 && words[i - 1].End == words[i].Start && text[words[i].Start - 1] == 's';
        if (word[^1] != '.') return false;
        if (Titles.Contains(word[..^1].ToString())) return true;
        if (word.Length < 3 || !char.IsUpper(word[0]) || !word[..^1].Contains('.')) return false;
        return char.IsLower(text[words[i + 1].Start]) || i > 0 && text.AsSpan(words[i - 1].Start, words[i - 1].Length) is "the" or "The" or "a" or "A";
    }

    /// <summary>"A judge <b>Thursday</b> approved", "with police <b>Sunday</b>, leaving ten dead": a day that no sentence begins with.</summary>
    private static bool GoesOnAfterDay(string text, List<WordSpan> words, int day)
    {
        var next = day + 1 < words.Count && text[words[day + 1].Start] == ',' ? day + 2 : day + 1;
        return next < words.Count && char.IsLower(text[words[next].Start]) && Weekdays.Contains(text.Substring(words[day].Start, words[day].Length));
    }

    /// <summary>Whether a sentence that began at <paramref name="start"/> could end after word <paramref name="i"/>.</summary>
    public static bool IsCandidate(string text, List<WordSpan> words, int i, int start)
    {
        var (last, next) = (text[words[i].End - 1], text[words[i + 1].Start]);
        var gap = words[i + 1].Start > words[i].End;
        if (last == ',' && i - start >= LongestGreeting) return false;
        if (last is '.' or '!' or '?' or '\u2026') return true;
        if (char.IsLetterOrDigit(last) && GoesOnAfterDay(text, words, i + 1)) return false;
        if (!gap) return last is '"' or '\u201D' or ')' && char.IsUpper(next);
        return Enders.Contains(last) || !char.IsLower(next);
    }
}
