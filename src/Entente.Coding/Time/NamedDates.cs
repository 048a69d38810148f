using Entente.Coding.Knowledge;

namespace Entente.Coding.Time;

/// <summary>Holidays and named periods of the knowledge: "Good Friday 1998", "last Christmas", "the Cold War".</summary>
internal sealed class NamedDates(DateScope scope, MonthDates months)
{
    private const int LongestText = 64;

    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Read(int i)
    {
        var step = scope.Step(i) is TimeStep.Last or TimeStep.Next or TimeStep.This or TimeStep.Past or TimeStep.Coming
            ? scope.Step(i) : null;
        var at = step is null ? i : i + 1;
        if (Name(at, out var last) is not { } name) return null;
        if (name.Kind == TimeKind.Period && step is null && name.Start is { } start && name.End is { } end)
            return DateStretch.Of(at, last, new DaySpan(start, end, start == end ? DatePrecision.Day : DatePrecision.Range));
        return name.Day is { } day && scope[at].HasCapital && !IsOfNoun(at, last) ? Holiday(i, last, day, step) : null;
    }

    /// <summary>The last word of a name that is no date ("Black Friday"), -1 when none begins here.</summary>
    public int NoDate(int i) => Name(i, out var last) is { Kind: TimeKind.None } ? last : -1;

    private DateStretch? Holiday(int first, int last, YearlyDay day, TimeStep? step)
    {
        var (year, end) = months.Year(last, day: true);
        var days = new YearlySpan(0, 0, 0, day);
        if (year is { } told) return days.In(told) is { } span ? DateStretch.Of(first, end, span) : null;
        if (scope.Published is not { } on || days.Choose(on, scope.Tense(first, last), step) is not { } chosen) return null;
        return DateStretch.Of(first, last, chosen) with { Chosen = DateChosen.Year };
    }

    /// <summary>"The Christmas truce", "an Easter egg": the holiday only names the thing.</summary>
    private bool IsOfNoun(int first, int last) => first == last && scope.View.Is(last, "compound") && scope.View[last].Head > last;

    /// <summary>The longest listed name that begins at a word; hyphens count for nothing.</summary>
    private NamedTime? Name(int i, out int last)
    {
        last = i;
        if (scope[i].Entry is not { OpensName: true }) return null;
        Span<char> text = stackalloc char[LongestText];
        var length = 0;
        NamedTime? best = null;
        for (int at = i, words = 0; at < scope.Count && words < scope.View.Knowledge.Times.LongestName; at++)
        {
            if (scope.IsDash(at)) continue;
            var form = scope.View[at].Form.AsSpan().TrimEnd('.');
            if (form.Length == 0 || length + form.Length + 1 > LongestText) break;
            if (length > 0 && form[0] is not ('\'' or '’')) text[length++] = ' ';
            form.CopyTo(text[length..]);
            if (form[0] == '’') text[length] = '\'';
            words += form[0] is '\'' or '’' ? 0 : 1;
            length += form.Length;
            if (scope.View.Knowledge.Times.Name(text[..length]) is not { } name) continue;
            best = name;
            last = at;
        }

        return best;
    }
}
