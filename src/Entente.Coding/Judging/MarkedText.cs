using System.Collections.Immutable;
using System.Text;
using Entente.Sources;

namespace Entente.Coding.Judging;

/// <summary>A text whose phrases were marked in place: <c>[actor] {recipient} *trigger* &lt;speaker&gt;</c>.</summary>
internal sealed record MarkedText(
    string Text, ImmutableArray<TextRange> Actors, ImmutableArray<TextRange> Recipients, ImmutableArray<TextRange> Triggers, ImmutableArray<TextRange> Speakers)
{
    private const string Openings = "[{<";
    private const string Closings = "]}>";

    /// <summary>Takes the marks out of a text; null when they do not pair up.</summary>
    public static MarkedText? Parse(string marked)
    {
        var text = new StringBuilder(marked.Length);
        var open = new[] { -1, -1, -1 };
        var trigger = -1;
        var found = Enumerable.Range(0, 4).Select(_ => ImmutableArray.CreateBuilder<TextRange>()).ToArray();
        foreach (var c in marked)
        {
            if (Openings.IndexOf(c, StringComparison.Ordinal) is var opening and >= 0)
            {
                if (open[opening] >= 0) return null;
                open[opening] = text.Length;
            }
            else if (Closings.IndexOf(c, StringComparison.Ordinal) is var closing and >= 0)
            {
                if (open[closing] < 0) return null;
                found[closing].Add(new TextRange(open[closing], text.Length));
                open[closing] = -1;
            }
            else if (c == '*')
            {
                if (trigger >= 0) found[3].Add(new TextRange(trigger, text.Length));
                trigger = trigger < 0 ? text.Length : -1;
            }
            else
            {
                text.Append(c);
            }
        }

        return trigger >= 0 || open.Any(o => o >= 0)
            ? null
            : new MarkedText(text.ToString(), found[0].ToImmutable(), found[1].ToImmutable(), found[3].ToImmutable(), found[2].ToImmutable());
    }
}
