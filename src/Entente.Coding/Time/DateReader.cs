using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using NodaTime;

namespace Entente.Coding.Time;

/// <summary>
/// Finds date expressions and says which days they mean, relative ones from the day of publication or from the date told last.
/// What cannot be told without one ("on Tuesday" in an undated text) is left out; so is what returns ("every Tuesday"), and what
/// dates a record instead of the act ("the first since 1991").
/// </summary>
internal sealed class DateReader
{
    private const int FarthestRecord = 20;
    private const int LongestMeeting = 10;
    private const int LongestName = 10;

    private readonly DateScope scope;
    private readonly DateGrammar grammar;
    private readonly DateBounds bounds;

    /// <summary>A reader of one sentence.</summary>
    /// <param name="view">The sentence.</param>
    /// <param name="published">The day on which relative words rest, null when the document tells none.</param>
    /// <param name="earlier">Finds the date told last before the sentence; asked only where a phrase rests on it.</param>
    public DateReader(SentenceView view, LocalDate? published, Func<TimeUnit, DateAnchor?>? earlier = null)
    {
        scope = new DateScope(view, published, earlier);
        grammar = new DateGrammar(scope);
        bounds = new DateBounds(scope, grammar, grammar.Amounts);
    }

    /// <summary>The last dates that the sentence tells; set by <see cref="Read"/>.</summary>
    public ToldDates Told => scope.Told;

    /// <summary>All date expressions of the sentence in order.</summary>
    public List<DatePhrase> Read()
    {
        var found = new List<DatePhrase>();
        for (var i = 0; i < scope.Count; i++)
        {
            if (PassedOver(i) is var past && past >= i)
            {
                i = past;
                continue;
            }

            if (bounds.Read(i) is not { } date) continue;
            if (!IsRecord(date) && !(date.Start > date.End)) Add(found, date);
            i = Math.Max(i, date.Last);
        }

        return found;
    }

    private void Add(List<DatePhrase> found, DateStretch date)
    {
        var text = scope.View.Text(scope.View.Range(date.First, date.Last));
        var told = new EventDate(date.Start, date.End, date.Precision, DateBasis.Text, text);
        found.Add(new DatePhrase(date.First, date.Last, told) { IsAfter = scope.Bound(date.First) == TimeBound.After });
        scope.LastRead = date.Last;
        if (date is not { Start: { } start, End: { } end } || date.Precision == DatePrecision.Decade) return;
        if (date.Precision == DatePrecision.Range)
        {
            // What comes two days after "May 3-5" comes after the last of them.
            if (!scope.AreDays(date.First) || Period.DaysBetween(start, end) > LongestMeeting) return;
            scope.Tell(new DateAnchor(end, DatePrecision.Day));
        }
        else
        {
            scope.Tell(new DateAnchor(start, date.Precision));
        }
    }

    /// <summary>The last word of something that looks like a date and is none: "Black Friday", "every Tuesday"; -1 when none.</summary>
    private int PassedOver(int i)
    {
        if (grammar.Names.NoDate(i) is var name and >= 0) return name;
        if (!scope.Has(i, TimeKind.Recurring) || (scope.Is(i, "each") && scope.Is(i + 1, "other"))) return -1;
        var last = i;
        while (scope.Is(last + 1, "other") || IsOfTime(last + 1)) last++;
        return last;
    }

    private bool IsOfTime(int i) => scope.Unit(i) is not null || scope[i].Shape is TimeShape.Number or TimeShape.Ordinal
        || scope.Has(i, TimeKind.Weekday) || scope.Has(i, TimeKind.Month) || scope.Has(i, TimeKind.Season) || scope.Has(i, TimeKind.Number)
        || scope.Has(i, TimeKind.Vague) || scope.Has(i, TimeKind.Daypart) || scope.Has(i, TimeKind.Ordinal);

    /// <summary>"The first such visit since 1991", "the worst in the past ten years" date the record, not the visit.</summary>
    private bool IsRecord(DateStretch date)
    {
        var at = date.First;
        if (scope.Has(at, TimeKind.Step))
        {
            if (scope.Is(at - 1, "the")) at--;
            at--;
        }

        if (scope.Bound(at) is not (TimeBound.Since or TimeBound.In)) at = Since(date);
        if (at < 0) return false;
        for (var i = at - 1; i >= 0 && i > at - FarthestRecord; i--)
            if (IsRecord(i) && !IsDone(i, date.First)) return true;
        return false;
    }

    /// <summary>The "since" of the phrase around a date: "the worst since the war of August 2008"; -1 when there is none.</summary>
    private int Since(DateStretch date)
    {
        for (int at = scope.Head(date.First, date.Last), steps = 0; at >= 0 && steps < 3; at = scope.View[at].Head, steps++)
        {
            if (scope.View[at].Upos is not (Upos.NOUN or Upos.PROPN or Upos.NUM)) break;
            if (scope.View.Case(at) == "since") return scope.View.Child(at, "case");
        }

        var lead = date.First - 1;
        while (lead > date.First - LongestName && lead > 0 && IsOfName(lead)) lead--;
        return scope.Is(lead, "since") ? lead : -1;
    }

    /// <summary>"Since <b>the landing at Iwo Jima in</b> 1945": the parser may hang the year elsewhere.</summary>
    private bool IsOfName(int i) =>
        scope.View[i].Upos is Upos.DET or Upos.NOUN or Upos.PROPN or Upos.ADJ or Upos.PART or Upos.PRON
        || (scope.View[i].Upos == Upos.ADP && !scope.Is(i, "since"));

    /// <summary>"The largest party has ruled since 2010": what is the largest does the act, the act is no record.</summary>
    private bool IsDone(int record, int date)
    {
        var noun = scope.View[record].Head;
        return noun >= 0 && scope.View.Is(noun, "nsubj") && scope.View[noun].Head > noun && scope.View[noun].Head < date;
    }

    /// <summary>"First", "worst"; but "at least" and "most of" count, and what somebody first did is no record.</summary>
    private bool IsRecord(int i) =>
        (scope.Has(i, TimeKind.Record) || scope.View[i].Feats.Contains("Degree=Sup", StringComparison.Ordinal))
        && !scope.Is(i, "latest") && !scope.Is(i - 1, "at") && !scope.Is(i + 1, "of")
            && !(scope.Is(i, "first") && scope.View[i].Upos == Upos.ADV);
}
