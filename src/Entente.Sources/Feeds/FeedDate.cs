using System.Text.RegularExpressions;
using Entente.Sources.Text;
using NodaTime;

namespace Entente.Sources.Feeds;

/// <summary>Days as feeds write them: RFC 3339, RFC 822 with four digits of the year, or with two, as RSS allows.</summary>
internal static partial class FeedDate
{
    /// <summary>Null when <paramref name="text"/> is no date.</summary>
    public static LocalDate? Read(string? text)
    {
        if (text is null || DateText.Read(text) is { } day)
            return DateText.Read(text);
        var match = ShortYear().Match(text);
        if (!match.Success)
            return null;
        string century = string.CompareOrdinal(match.Groups[2].Value, "69") > 0 ? "19" : "20";
        return DateText.Read($"{match.Groups[1].Value} {century}{match.Groups[2].Value}");
    }

    [GeneratedRegex(@"^\s*(?:[A-Za-z]{3,9},?\s+)?([0-9]{1,2}\s+[A-Za-z]{3,9})\s+([0-9]{2})\s+[0-9]{1,2}:", RegexOptions.CultureInvariant)]
    private static partial Regex ShortYear();
}
