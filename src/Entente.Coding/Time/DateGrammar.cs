namespace Entente.Coding.Time;

/// <summary>All kinds of date expressions: of those that begin at a word the longest counts.</summary>
internal sealed class DateGrammar
{
    private readonly MonthDates months;
    private readonly Weekdays weekdays;
    private readonly RelativeDates relatives;
    private readonly CountedDates counted;
    private readonly Seasons seasons;
    private readonly Years years;
    private readonly FiscalDates fiscals;
    private readonly DateParts parts;

    public DateGrammar(DateScope scope)
    {
        var numbers = new NumberReader(scope);
        months = new MonthDates(scope, numbers);
        weekdays = new Weekdays(scope, months);
        relatives = new RelativeDates(scope);
        Amounts = new AmountReader(scope, numbers);
        counted = new CountedDates(scope, Amounts);
        seasons = new Seasons(scope, numbers, months);
        years = new Years(scope, numbers);
        Names = new NamedDates(scope, months);
        fiscals = new FiscalDates(scope, numbers);
        parts = new DateParts(scope, this, numbers);
        Scope = scope;
    }

    /// <summary>What it looks at.</summary>
    public DateScope Scope { get; }

    /// <summary>So many units of time.</summary>
    public AmountReader Amounts { get; }

    /// <summary>Holidays, periods, and names that are no dates.</summary>
    public NamedDates Names { get; }

    /// <summary>The date that begins at a word.</summary>
    public DateStretch? Value(int i) => Scope.CanBegin(i) ? Longer(parts.Read(i), Plain(i)) : null;

    /// <summary>The same without parts of a whole.</summary>
    public DateStretch? Plain(int i)
    {
        if (!Scope.CanBegin(i)) return null;
        var best = Longer(Names.Read(i), months.Read(i));
        best = Longer(best, weekdays.Read(i));
        best = Longer(best, relatives.Read(i));
        best = Longer(best, counted.Read(i));
        best = Longer(best, seasons.Read(i));
        best = Longer(best, fiscals.Read(i));
        return Longer(best, years.Read(i));
    }

    /// <summary>"The year", "the month" of publication.</summary>
    public DateStretch? Unit(int i) => relatives.Whole(i);

    private static DateStretch? Longer(DateStretch? one, DateStretch? other) =>
        one is null || (other is not null && other.Value.Last > one.Value.Last) ? other : one;
}
