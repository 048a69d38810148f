using System.Text;

namespace Entente.Tests.Language;

/// <summary>Makes odd texts out of sound ones: the same seed gives the same text.</summary>
internal static class Mutation
{
    private static readonly string[] Sentences =
    [
        "PYONGYANG, July 27 (KCNA) -- Kim Jong Un met a delegation on Thursday.",
        "\u201CWe won\u2019t leave,\u201D Gen. O\u2019Neill said. \u201CThe U.S. can\u2019t make us.\u201D",
        "The $3.5bn deal, signed at 5 p.m. in St. Petersburg, covers F-16s and Su-25s (see https://example.org/a?b=c).",
        "THE GUERRILLAS DIDN'T ATTACK THE BRIDGE. THREE SOLDIERS WERE KILLED.",
        "Germany's workers' union cannot strike... or can it?",
        "* Troops left\n* Talks began\n\nTroops had crossed the border, officials said; nobody was hurt.",
    ];

    private static readonly string[] Odd =
    [
        "\u0000", "\u0007", "\u001B[31m", "\uD83D", "\uDE00", "\uD83D\uDC68\u200D\uD83D\uDC69\u200D\uD83D\uDC67", "\uD83C\uDDFA\uD83C\uDDE6", "\u200B", "\u200D", "\u200F", "\u202E",
        "\uFEFF", "\u0301\u0301", "\u00AD", "\u00A0", "\u2028", "\r", "\r\n\r\n", "\n", "\t", "'", "\u2019", "\"", "\u201D", "((", "]", "--", "\u2014", "...", ".", "?!", "@", "#", "/", "-", "_",
        "n't", "'s", "1,", "3-1", "\uFFFD", "\uFFFF", "\u4E2D\u56FD", "\u0627\u0644\u0639", "\u00DF", "\u0130", "x.y.z.example.com", "&amp;", "%", "\u20AC",
    ];

    /// <summary>The text of a seed.</summary>
    public static string Text(int seed)
    {
        var random = new Random(seed);
        var text = new StringBuilder(Sentences[random.Next(Sentences.Length)]);
        if (random.Next(3) == 0) text.Append(' ').Append(Sentences[random.Next(Sentences.Length)]);
        for (var changes = random.Next(1, 12); changes > 0 && text.Length > 0; changes--) Change(text, random);
        return text.ToString();
    }

    private static void Change(StringBuilder text, Random random)
    {
        var at = random.Next(text.Length);
        var length = Math.Min(random.Next(1, 12), text.Length - at);
        switch (random.Next(7))
        {
            case 0: text.Remove(at, length); break;
            case 1: text.Insert(random.Next(text.Length), text.ToString(at, length)); break;
            case 2:
                var other = random.Next(text.Length);
                (text[at], text[other]) = (text[other], text[at]);
                break;
            case 3: text[at] = char.IsUpper(text[at]) ? char.ToLowerInvariant(text[at]) : char.ToUpperInvariant(text[at]); break;
            case 4: text[at] = (char)random.Next(char.MaxValue + 1); break;
            case 5: text.Insert(at, string.Concat(Enumerable.Repeat(Odd[random.Next(Odd.Length)], random.Next(1, 4)))); break;
            default: text.Insert(at, Odd[random.Next(Odd.Length)]); break;
        }
    }
}
