using System.Globalization;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>
/// Finds date expressions and says which days they mean, relative ones from the day of publication. What cannot be told
/// without that day ("on Tuesday" in an undated text) is left out.
/// </summary>
internal sealed class DateReader
{
    /// <summary>A bare month and day farther ahead than this lies in the past unless the sentence speaks of the future.</summary>
    private const int NearFuture = 60;

    private readonly SentenceView view;
    private readonly LocalDate? published;
    private readonly TimeWords words;

    public DateReader(SentenceView view, LocalDate? published)
    {
        this.view = view;
        this.published = published;
        words = view.Knowledge.Times;
    }

    /// <summary>All date expressions of the sentence in order.</summary>
    public List<DatePhrase> Read()
    {
        var found = new List<DatePhrase>();
        for (var i = 0; i < view.Count; i++)
        {
            var phrase = Period(i) ?? FullDate(i) ?? MonthDate(i) ?? Relative(i) ?? Counted(i) ?? Weekday(i) ?? Season(i) ?? Year(i);
            if (phrase is null) continue;
            if (!IsRecord(phrase)) found.Add(Bounded(phrase));
            i = phrase.Last;
        }

        return found;
    }

    /// <summary>"The first such visit since 1991" dates the record, not the visit.</summary>
    private bool IsRecord(DatePhrase phrase)
    {
        var since = Word(phrase.First - 1) == "since" || Word(phrase.First - 2) == "since";
        if (!since && Word(phrase.First - 1) != "in") return false;
        for (var i = phrase.First - 1; i >= 0 && i > phrase.First - (since ? 20 : 8); i--)
            if (Word(i) is "first" or "worst" or "largest" or "biggest" or "highest" or "deadliest" or "lowest" or "most") return true;
        return false;
    }

    private string Word(int i) => i >= 0 && i < view.Count ? view[i].Form.ToLowerInvariant().TrimEnd('.') : "";

    private DatePhrase Phrase(int first, int last, LocalDate start, LocalDate end, DatePrecision precision) =>
        new(first, last, new EventDate(start, end, precision, DateBasis.Text, view.Text(view.Range(first, last))));

    /// <summary>"Since", "until", "from … to …" around an expression.</summary>
    private DatePhrase Bounded(DatePhrase phrase)
    {
        var before = Word(phrase.First - 1) is "the" or "early" or "late" or "mid" ? Word(phrase.First - 2) : Word(phrase.First - 1);
        return before switch
        {
            "since" => phrase with { Date = phrase.Date with { End = null, Precision = DatePrecision.Range } },
            "until" or "till" or "by" => phrase with { Date = phrase.Date with { Start = before == "by" ? published : null, Precision = DatePrecision.Range } },
            _ => phrase,
        };
    }

    private DatePhrase? Period(int i)
    {
        if (view[i].Upos == Upos.PUNCT) return null;
        for (var length = Math.Min(words.LongestPeriod + 2, view.Count - i); length >= 1; length--)
        {
            // Hyphens count for nothing: "Six-Day War" is three words with or without one.
            var name = string.Join(' ', Enumerable.Range(i, length).Where(w => view[w].Form is not ("-" or "–")).Select(Word));
            if (words.Period(name) is { } days) return Phrase(i, i + length - 1, days.Start, days.End, DatePrecision.Range);
        }

        return null;
    }

    private DatePhrase? FullDate(int i) =>
        view[i].Form.Length == 10 && DateOnly.TryParseExact(view[i].Form, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
            ? Phrase(i, i, LocalDate.FromDateOnly(day), LocalDate.FromDateOnly(day), DatePrecision.Day)
            : null;

    /// <summary>"August 18", "Aug. 18, 2023", "18 August 2023", "July 2023", "in July", "February last year".</summary>
    private DatePhrase? MonthDate(int i)
    {
        var dayFirst = Day(i) is not null && Month(i + 1) is not null && view[i].Upos == Upos.NUM;
        var at = dayFirst ? i + 1 : i;
        if (Month(at) is not { } month) return null;
        var last = at;
        var day = dayFirst ? Day(i) : null;
        if (day is null && Day(at + 1) is { } behind && view[at + 1].Form.Length <= 4)
        {
            day = behind;
            last = at + 1;
        }

        int? year = null;
        var next = Word(last + 1) is "," or "of" ? last + 2 : last + 1;
        if (YearNumber(next) is { } told)
        {
            year = told;
            last = next;
        }
        else if (Word(last + 1) is "last" or "this" or "next" && Word(last + 2) == "year" && published is { } on)
        {
            year = on.Year + (Word(last + 1) switch { "last" => -1, "next" => 1, _ => 0 });
            last += 2;
        }

        return OnDays(i, last, year, month, day);
    }

    private DatePhrase? OnDays(int first, int last, int? year, int month, int? day)
    {
        if (year is null)
        {
            if (published is not { } on) return null;
            year = Enumerable.Range(on.Year - 1, 3).MinBy(y => Math.Abs(Period(y, month, day).Days(on)));
            var near = Period(year.Value, month, day).Start;
            if (near > on.PlusDays(NearFuture) && !SpeaksOfFuture() || (near > on && Word(first - 1) == "since")) year--;
            if (Word(first - 1) == "last" && Period(year.Value, month, day).Start > on) year--;
            if (Word(first - 1) == "next" && Period(year.Value, month, day).Start < on) year++;
        }

        if (day is { } d && d > CalendarSystem.Iso.GetDaysInMonth(year.Value, month)) return null;
        var span = Period(year.Value, month, day);
        return Phrase(first, last, span.Start, span.End, day is null ? DatePrecision.Month : DatePrecision.Day);
    }

    private static DaySpan Period(int year, int month, int? day)
    {
        var days = CalendarSystem.Iso.GetDaysInMonth(year, month);
        return new DaySpan(new LocalDate(year, month, Math.Min(day ?? 1, days)), new LocalDate(year, month, Math.Min(day ?? days, days)));
    }

    private int? Month(int i) => i < view.Count && i >= 0 && char.IsUpper(view[i].Form[0]) && (Word(i) is not ("may" or "march") || view[i].Upos is Upos.PROPN or Upos.NOUN)
        ? words.Number("month", Word(i))
        : null;

    private int? Day(int i)
    {
        if (i < 0 || i >= view.Count) return null;
        var digits = Word(i) is { Length: > 2 } ordinal && ordinal[^2..] is "st" or "nd" or "rd" or "th" ? Word(i)[..^2] : Word(i);
        return int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var day) && day is >= 1 and <= 31 ? day : null;
    }

    private int? YearNumber(int i) =>
        i >= 0 && i < view.Count && view[i].Form.Length == 4 && int.TryParse(view[i].Form, NumberStyles.None, CultureInfo.InvariantCulture, out var year)
        && year is >= 1500 and <= 2100 ? year : null;

    /// <summary>"Yesterday", "last week", "this month", "next year".</summary>
    private DatePhrase? Relative(int i)
    {
        if (published is not { } on) return null;
        if (words.Number("relative", Word(i)) is { } days) return Phrase(i, i, on.PlusDays(days), on.PlusDays(days), DatePrecision.Day);
        var step = Word(i) switch { "last" or "previous" or "past" => -1, "this" or "current" => 0, "next" or "coming" => 1, _ => 2 };
        if (step == 2 || words.Value("unit", view.Count > i + 1 ? view.Lemma(i + 1) : "") is not { } unit) return null;
        var span = Unit(on, unit, step);
        return span is { } s ? Phrase(i, i + 1, s.Start, s.End, PrecisionOf(unit)) : null;
    }

    /// <summary>"Two days ago", "three weeks earlier", "in five years".</summary>
    private DatePhrase? Counted(int i)
    {
        if (published is not { } on || Count(i) is not (> 0 and var count) || i + 2 > view.Count - 1) return null;
        if (words.Value("unit", view.Lemma(i + 1)) is not { } unit) return null;
        var back = Word(i + 2) is "ago" or "earlier" or "before";
        var ahead = Word(i - 1) == "in" && view[i + 2].Upos is Upos.PUNCT or Upos.CCONJ && Word(i - 1) == "in";
        if (!back && !ahead) return null;
        var span = Unit(on, unit, back ? -count : count);
        return span is { } s ? Phrase(i, back ? i + 2 : i + 1, s.Start, s.End, PrecisionOf(unit)) : null;
    }

    private int Count(int i) =>
        int.TryParse(Word(i), NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number < 1000 ? number : words.Number("number", Word(i)) ?? 0;

    private DatePhrase? Weekday(int i)
    {
        if (published is not { } on || !char.IsUpper(view[i].Form[0]) || words.Number("weekday", Word(i)) is not { } weekday) return null;
        var back = ((int)on.DayOfWeek - weekday + 7) % 7;
        var day = on.PlusDays(-back);
        if (Word(i - 1) is "next" or "coming" || IsAhead(i)) day = back == 0 ? on : day.PlusDays(7);
        else if (Word(i - 1) == "last" && back == 0) day = day.PlusDays(-7);
        return Phrase(i, i, day, day, DatePrecision.Day);
    }

    private bool SpeaksOfFuture()
    {
        foreach (var token in view.Sentence.Tokens)
            if (token.Upos == Upos.AUX && view.Knowledge.Words.StatusOf("aux", token.Form.ToLowerInvariant()) == EventStatus.Future) return true;
        return false;
    }

    /// <summary>Whether the verb that a word belongs to speaks of the future.</summary>
    private bool IsAhead(int i)
    {
        for (int at = i, steps = 0; at >= 0 && steps < 5; at = view[at].Head, steps++)
        {
            foreach (var child in view.Children(at))
                if (view.Is(child, "aux") && view.Knowledge.Words.StatusOf("aux", view[child].Form.ToLowerInvariant()) == EventStatus.Future) return true;
            if (view[at].Upos == Upos.VERB) return false;
        }

        return false;
    }

    private DatePhrase? Season(int i)
    {
        if (words.Number("season", Word(i)) is not { } month || view[i].Upos is not (Upos.NOUN or Upos.PROPN)) return null;
        var last = i;
        int? year = YearNumber(Word(i + 1) == "of" ? i + 2 : i + 1);
        if (year is not null) last = Word(i + 1) == "of" ? i + 2 : i + 1;
        if (year is null && (published is null || Word(i - 1) is not ("the" or "in" or "last" or "this" or "next"))) return null;
        if (Word(i) == "fall" && year is null && !(Word(i - 1) == "the" && Word(i - 2) == "in") && Word(i - 1) is not ("last" or "this" or "next")) return null;
        var on = published ?? new LocalDate(year!.Value, 1, 1);
        year ??= on.Year + (Word(i - 1) switch { "last" when month <= on.Month => 0, "last" => -1, "next" when month <= on.Month => 1, _ => 0 });
        var start = new LocalDate(year.Value, month, 1);
        return Phrase(i, last, start, start.PlusMonths(3).PlusDays(-1), DatePrecision.Season);
    }

    private DatePhrase? Year(int i)
    {
        var form = view[i].Form;
        if (form.Length == 5 && form[^1] == 's' && int.TryParse(form[..4], NumberStyles.None, CultureInfo.InvariantCulture, out var decade) && decade is >= 1800 and <= 2100 && decade % 10 == 0)
            return Phrase(i, i, new LocalDate(decade, 1, 1), new LocalDate(decade + 9, 12, 31), DatePrecision.Decade);
        if (form.Length == 9 && form[4] is '-' or '–' && form.Length == 9 && Years(form[..4], form[5..]) is { } years)
            return Phrase(i, i, years.Start, years.End, DatePrecision.Range);
        if (YearNumber(i) is not { } year || view[i].Upos is not (Upos.NUM or Upos.PROPN or Upos.NOUN)) return null;

        // "1950 - 1953", "from 2014 to 2016", "between 1992 and 1995".
        var ranged = Word(i + 1) is "-" or "–" || (Word(i + 1) is "to" && Word(i - 1) == "from") || (Word(i + 1) is "and" && Word(i - 1) == "between");
        if (ranged && YearNumber(i + 2) is { } until && until > year)
            return Phrase(i, i + 2, new LocalDate(year, 1, 1), new LocalDate(until, 12, 31), DatePrecision.Range);
        var stands = Word(i - 1) is "in" or "since" or "of" or "until" or "by" or "from" or "during" or "," or "(" or "early" or "late" or "mid" or "the" or "for" or "before" or "after" or "-" or "";
        return stands ? Phrase(i, i, new LocalDate(year, 1, 1), new LocalDate(year, 12, 31), DatePrecision.Year) : null;
    }

    private static DaySpan? Years(string first, string last) =>
        int.TryParse(first, NumberStyles.None, CultureInfo.InvariantCulture, out var a) && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var b)
        && a is >= 1500 and <= 2100 && b > a && b <= 2100
            ? new DaySpan(new LocalDate(a, 1, 1), new LocalDate(b, 12, 31))
            : null;

    private static DatePrecision PrecisionOf(string unit) => unit switch
    {
        "day" => DatePrecision.Day,
        "week" or "weekend" or "fortnight" => DatePrecision.Week,
        "month" => DatePrecision.Month,
        "quarter" => DatePrecision.Quarter,
        "year" => DatePrecision.Year,
        _ => DatePrecision.Decade,
    };

    private static DaySpan? Unit(LocalDate on, string unit, int steps)
    {
        var monday = on.PlusDays(1 - (int)on.DayOfWeek);
        return unit switch
        {
            "day" => new DaySpan(on.PlusDays(steps), on.PlusDays(steps)),
            "week" => new DaySpan(monday.PlusWeeks(steps), monday.PlusWeeks(steps).PlusDays(6)),
            "weekend" => new DaySpan(monday.PlusWeeks(steps).PlusDays(5), monday.PlusWeeks(steps).PlusDays(6)),
            "fortnight" => new DaySpan(on.PlusWeeks(2 * steps), on.PlusWeeks(2 * steps)),
            "month" when Math.Abs(steps) < 12_000 => Period(on.PlusMonths(steps).Year, on.PlusMonths(steps).Month, null),
            "quarter" => Quarter(on.PlusMonths(3 * steps)),
            "year" when on.Year + steps is > 0 and < 9999 => new DaySpan(new LocalDate(on.Year + steps, 1, 1), new LocalDate(on.Year + steps, 12, 31)),
            "decade" when on.Year + 10 * steps is > 10 and < 9980 => new DaySpan(new LocalDate((on.Year / 10 + steps) * 10, 1, 1), new LocalDate((on.Year / 10 + steps) * 10 + 9, 12, 31)),
            _ => null,
        };
    }

    private static DaySpan Quarter(LocalDate on)
    {
        var start = new LocalDate(on.Year, (on.Month - 1) / 3 * 3 + 1, 1);
        return new DaySpan(start, start.PlusMonths(3).PlusDays(-1));
    }

    private readonly record struct DaySpan(LocalDate Start, LocalDate End)
    {
        /// <summary>Days between the middle of the span and a day.</summary>
        public int Days(LocalDate on) => NodaTime.Period.DaysBetween(on, Start) + (NodaTime.Period.DaysBetween(Start, End) / 2);
    }
}
