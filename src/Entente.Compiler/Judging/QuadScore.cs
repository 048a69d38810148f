using System.Globalization;
using Entente.Coding;

namespace Entente.Compiler.Judging;

/// <summary>How well sentences with a known quad class come out: those of class 0 silent, the others with an event of their class.</summary>
internal sealed class QuadScore
{
    private int silent, statements, right, rightByLabels, acts;

    /// <summary>
    /// The quad class of a CAMEO code as the Phoenix event data count it (Open Event Data Alliance; the labels of the CAMEO class data follow it): 0 for
    /// 01 and 02, 1 for 03 to 05, 2 for 06 to 08, 3 for 09 to 13 and 16, 4 for 14, 15 and 17 to 20.
    /// </summary>
    /// <param name="cameo">CAMEO code, two to four digits.</param>
    /// <exception cref="ArgumentException">It does not begin with a root code.</exception>
    public static int Phoenix(string cameo) => cameo.Length < 2 ? throw new ArgumentException($"'{cameo}' is no CAMEO code", nameof(cameo)) : cameo[..2] switch
    {
        "01" or "02" => 0,
        "03" or "04" or "05" => 1,
        "06" or "07" or "08" => 2,
        "09" or "10" or "11" or "12" or "13" or "16" => 3,
        "14" or "15" or "17" or "18" or "19" or "20" => 4,
        _ => throw new ArgumentException($"'{cameo}' is no CAMEO code", nameof(cameo)),
    };

    /// <summary>Counts a sentence, and says whether it came out right by PLOVER's classes.</summary>
    /// <param name="quad">Its class, 0 to 4.</param>
    /// <param name="events">What is coded in it.</param>
    public bool Add(int quad, IReadOnlyCollection<CodedEvent> events)
    {
        bool good;
        if (quad == 0)
        {
            // Silent is, too, who only requests, or only states (CAMEO 01 and 02).
            good = events.All(e => e.Event == "REQUEST" || Phoenix(e.Cameo) == 0);
            (statements, silent) = (statements + 1, silent + (good ? 1 : 0));
        }
        else
        {
            good = events.Any(e => e.Quad == quad);
            (acts, right) = (acts + 1, right + (good ? 1 : 0));
            if (events.Any(e => Phoenix(e.Cameo) == quad)) rightByLabels++;
        }

        return good;
    }

    /// <summary>The figures, a line each.</summary>
    public IEnumerable<string> Lines() =>
    [
        Line("class 0, silent", silent, statements),
        Line("others, an event of their quad class (PLOVER's, of the type)", right, acts),
        Line("others, an event of their quad class (Phoenix's, of the CAMEO code)", rightByLabels, acts),
    ];

    private static string Line(string name, int good, int all) => string.Create(CultureInfo.InvariantCulture, $"{name}: {good} of {all} ({(all == 0 ? 0 : 100.0 * good / all):0.0} %)");
}
