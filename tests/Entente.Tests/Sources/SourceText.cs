using Entente.Sources;
using NodaTime;
using Xunit;

namespace Entente.Tests.Sources;

/// <summary>Prose for tests, and short ways to look at results.</summary>
internal static class SourceText
{
    public const string First = "Ministers of the two countries met in Vienna on Tuesday to revive an agreement on fisheries that had lapsed in spring, and they agreed to go on with talks in autumn, an official of the host country said after the meeting.";
    public const string Second = "The opposition in both capitals called the outcome thin, and unions of fishermen announced protests for the weekend, while patrol boats of both navies will be kept apart until then, as the defence ministries confirmed.";

    public const string Plain = First + "\n\n" + Second;

    public static readonly LocalDate Day = new(2023, 8, 3);

    public static string Page(string head = "") => $"<!DOCTYPE html><html><head><title>Herring</title>{head}</head><body><article><p>{First}</p><p>{Second}</p></article></body></html>";

    public static Article[] Articles(this IEnumerable<SourceResult> results) => [.. results.OfType<SourceResult.Read>().Select(r => r.Article)];

    public static SourceResult.Failed[] Faults(this IEnumerable<SourceResult> results) => [.. results.OfType<SourceResult.Failed>()];

    public static string OneFault(this IEnumerable<SourceResult> results) => Assert.Single(results.Faults()).Reason;

    public static SourceResult[] From(byte[] bytes, InputFormat format, SourceOptions? options = null) =>
        [.. new ArticleReader((options ?? new SourceOptions()) with { StandardInputFormat = format }, new MemoryStream(bytes)).Read(["-"])];

    /// <summary>Reads 10,000 damaged forms of <paramref name="whole"/>: bytes changed, cut out, doubled, cut off. None may throw.</summary>
    public static void Damage(byte[] whole, InputFormat format, int times = 10_000, SourceOptions? options = null)
    {
        var random = new Random(7);
        byte[] telling = "\"<>&;,\t\n\r{}[]:-\0\u00ff\u0080"u8.ToArray();
        for (int i = 0; i < times; i++)
        {
            var damaged = new List<byte>(whole);
            for (int change = random.Next(1, 4); change > 0 && damaged.Count > 1; change--)
            {
                int at = random.Next(damaged.Count), length = Math.Min(random.Next(1, 40), damaged.Count - at);
                switch (random.Next(6))
                {
                    case 0: damaged[at] ^= (byte)(1 << random.Next(8)); break;
                    case 1: damaged[at] = telling[random.Next(telling.Length)]; break;
                    case 2: damaged.RemoveRange(at, length); break;
                    case 3: damaged.InsertRange(at, damaged.GetRange(at, length)); break;
                    case 4: damaged[at] = (byte)random.Next(256); break;
                    default: damaged.RemoveRange(at, random.Next(8) == 0 ? damaged.Count - at : 1); break;
                }
            }
            foreach (var article in From([.. damaged], format, options).Articles())
                Assert.True(HostileInputTests.Ordered(article));
        }
    }
}
