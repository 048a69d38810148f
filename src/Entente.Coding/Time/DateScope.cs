using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>What the grammar of dates looks at: the words of a sentence, the day of publication, the date told last.</summary>
internal sealed class DateScope
{
    // No input is trusted: nearer to the ends of the calendar "in ten years" would leave it.
    private const int EarliestYear = 1000;
    private const int LatestYear = 8000;

    private readonly TimeToken[] tokens;
    private readonly Func<TimeUnit, DateAnchor?>? earlier;
    private readonly TenseReader tenses;

    public DateScope(SentenceView view, LocalDate? published, Func<TimeUnit, DateAnchor?>? earlier)
    {
        View = view;
        Published = published is { Year: >= EarliestYear and <= LatestYear } ? published : null;
        this.earlier = earlier;
        tokens = new TimeToken[view.Count];
        for (var i = 0; i < tokens.Length; i++) tokens[i] = TimeLexer.Read(view[i].Form, view.Knowledge.Times);
        tenses = new TenseReader(this);
    }

    /// <summary>The sentence.</summary>
    public SentenceView View { get; }

    /// <summary>The day on which relative words rest, null when the document tells none.</summary>
    public LocalDate? Published { get; }

    /// <summary>Number of words.</summary>
    public int Count => tokens.Length;

    /// <summary>The word at which a date must stand because another leads up to it: "from May <b>to October</b>".</summary>
    public int Expected { get; set; } = -1;

    /// <summary>Last word of the date read last, so that "in 1914 and 1939" goes on.</summary>
    public int LastRead { get; set; } = -2;

    /// <summary>The dates that this sentence has told so far.</summary>
    public ToldDates Told { get; private set; }

    /// <summary>A word; an empty one outside the sentence.</summary>
    public TimeToken this[int i] => i >= 0 && i < tokens.Length ? tokens[i] : default;

    /// <summary>Whether a word can be of a kind.</summary>
    public bool Has(int i, TimeKind kind) => this[i].Entry is { } entry && entry.Has(kind);

    /// <summary>A word's value as one of a kind, null when it is none.</summary>
    public int? Value(int i, TimeKind kind) => this[i].Entry?.Value(kind);

    /// <summary>The unit that a word names, null when none.</summary>
    public TimeUnit? Unit(int i) => (TimeUnit?)(Value(i, TimeKind.Unit) ?? (i >= 0 && i < Count ? PluralUnit(i) : null));

    /// <summary>How many of a unit "a few" are, null when the knowledge does not say.</summary>
    public int? Reach(TimeUnit unit) => View.Knowledge.Times.Word(Enum.GetName(unit))?.Value(TimeKind.Reach);

    /// <summary>Whether a word names units in the plural.</summary>
    public bool IsPlural(int i) => Value(i, TimeKind.Unit) is null && Unit(i) is not null;

    /// <summary>Which of several a word tells ("last", "next"), null when none.</summary>
    public TimeStep? Step(int i) => (TimeStep?)Value(i, TimeKind.Step);

    /// <summary>What a preposition makes of a date, null when it is none.</summary>
    public TimeBound? Bound(int i) => (TimeBound?)Value(i, TimeKind.Bound);

    /// <summary>The date told last, in this sentence or before it, from which a unit can be reckoned; null when none.</summary>
    public DateAnchor? AnchorFor(TimeUnit unit) => Told.For(unit) ?? earlier?.Invoke(unit);

    /// <summary>Keeps a date as the one told last.</summary>
    public void Tell(DateAnchor date) => Told = new ToldDates(date, date.Precision == DatePrecision.Day ? date : Told.Day);

    /// <summary>Whether a word is this one, in any case.</summary>
    public bool Is(int i, string word)
    {
        if (i < 0 || i >= tokens.Length) return false;
        var form = View[i].Form;
        return form.Length == word.Length && form.Equals(word, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a word is a hyphen or dash.</summary>
    public bool IsDash(int i) => i >= 0 && i < tokens.Length && View[i].Form is "-" or "–" or "—" or "‑";

    /// <summary>The word behind an article, or the word itself.</summary>
    public int PastArticle(int i) => Is(i, "the") ? i + 1 : i;

    /// <summary>Whether a date may begin at a word at all: most words are passed over here.</summary>
    public bool CanBegin(int i) => this[i] is var token
        && (token.Entry is not null || token.Shape != TimeShape.Word || IsPlural(i) || IsLead(i));

    /// <summary>Whether something stands there that a day may be the day before of: "the day before the vote".</summary>
    public bool OpensNoun(int i) =>
        i < Count && View[i].Upos is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.PRON or Upos.ADJ or Upos.NUM or Upos.VERB;

    /// <summary>Whether a word of time belongs to the clause and not to the noun behind it: "in ten days the fleet will sail".</summary>
    public bool IsApart(int i) => View.Is(i, "obl") && View[i].Head > i + 1;

    /// <summary>"That", standing alone: "two days after that".</summary>
    public bool IsThat(int i) => Is(i, "that") && View[i].Upos == Upos.PRON && View[i].Deprel is not ("nsubj" or "mark");

    /// <summary>"In the last year", "over the last week": up to publication, unlike "last year".</summary>
    public bool IsStretch(int i) => Step(i) == TimeStep.Last && Is(i - 1, "the") && !Is(i + 2, "of") && !Is(i + 2, "before")
        && Unit(i + 1) is not (TimeUnit.Quarter or TimeUnit.Decade or TimeUnit.Century or TimeUnit.Weekend)
        && (Bound(i - 2) is TimeBound.In or TimeBound.Within or TimeBound.For || Is(i - 2, "over") || Is(i - 2, "during"));

    /// <summary>Units from publication that a word tells: -1 for "last", 0 for "this", 1 for "next"; null for others.</summary>
    public int? Away(int i) => Step(i) switch
    {
        TimeStep.Last or TimeStep.Past or TimeStep.Previous => -1,
        TimeStep.This => 0,
        TimeStep.Next or TimeStep.Coming => 1,
        _ => null,
    };

    /// <summary>Whether a word is one of a number of things: "2000 soldiers".</summary>
    public bool Counts(int i) => i >= 0 && i < Count && View.Is(i, "nummod") && View[i].Head > i
        && View[View[i].Head].Upos is Upos.NOUN && !Has(View[i].Head, TimeKind.Month);

    /// <summary>Whether an expression of days begins at a word: "May 3-5", "10 and 11 September".</summary>
    public bool AreDays(int first) => !this[first].IsMid
        && (Has(first, TimeKind.Month) || this[first].Shape is TimeShape.Number or TimeShape.Ordinal);

    /// <summary>The word of an expression on which the others hang.</summary>
    public int Head(int first, int last)
    {
        for (var i = first; i <= last; i++)
            if (View[i].Head < first || View[i].Head > last) return i;
        return first;
    }

    /// <summary>Whether the act that an expression belongs to lies ahead or behind; "since" looks back, "by" and "for" ahead.</summary>
    public DateTense Tense(int first, int last)
    {
        var before = first - 1;
        while (Is(before, "the") || Has(before, TimeKind.Part) || IsDash(before)) before--;
        var told = tenses.Of(Head(first, last));
        return Bound(before) switch
        {
            TimeBound.Since => DateTense.Past,
            TimeBound.Until or TimeBound.By or TimeBound.Before or TimeBound.Starting or TimeBound.From
                when told == DateTense.Unknown => DateTense.Ahead,
            TimeBound.For when told != DateTense.Ahead => DateTense.Present,
            TimeBound.Starting when Is(before, "effective") => DateTense.Ahead,
            TimeBound.By when told == DateTense.Past && !tenses.IsOver(first) => DateTense.Ahead,
            TimeBound.Until or TimeBound.By when tenses.IsPerfect(first) => DateTense.Ahead,
            _ => told,
        };
    }

    /// <summary>Whether the act that an expression belongs to lies ahead, or is told in the present as one that does.</summary>
    public bool IsAhead(int first, int last) => Tense(first, last) is DateTense.Ahead or DateTense.Present;

    /// <summary>Whether the act that a word belongs to reaches up to now ("has held").</summary>
    public bool IsPerfect(int i) => tenses.IsPerfect(i);

    /// <summary>"Later", "rest", "half" …, which lead up to a word of time.</summary>
    private bool IsLead(int i) =>
        Is(i, "later") || Is(i, "earlier") || Is(i, "so") || Is(i, "rest") || Is(i, "remainder") || Is(i, "half") || Is(i, "fiscal")
            || Is(i, "FY") || Is(i, "final");

    private int? PluralUnit(int i)
    {
        var form = View[i].Form;
        if (form.Length < 4) return null;
        if (form[^1] is 's' or 'S' && View.Knowledge.Times.Word(form.AsSpan(0, form.Length - 1)) is { } unit)
            return unit.Value(TimeKind.Unit);
        return form.EndsWith("ies", StringComparison.OrdinalIgnoreCase)
            && form.StartsWith("centur", StringComparison.OrdinalIgnoreCase) ? (int)TimeUnit.Century : null;
    }
}
