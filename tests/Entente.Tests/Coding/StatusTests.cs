using System.Text.Json;
using Entente.Coding;
using Xunit;

namespace Entente.Tests.Coding;

/// <summary>
/// Status and attribution of 400 texts (statuses.jsonl), annotated before the rules were made, by region and pattern. One half was read while they
/// were made, the other only scored.
/// </summary>
public sealed class StatusTests(Engine engine)
{
    // Ratchets: measured, then rounded down. Raise them when the program gets better, never lower them.
    private const double LeastStatus = 0.93;
    private const double LeastAttribution = 0.86;
    private const double MostAsserted = 0.05;

    [Fact]
    public void Events_are_as_real_as_the_text_says_and_told_by_whom_it_says()
    {
        int found = 0, status = 0, attribution = 0, unreal = 0, asserted = 0;
        foreach (var line in File.ReadLines(Repository.At("tests", "Entente.Tests", "Coding", "statuses.jsonl")))
        {
            var text = JsonDocument.Parse(line).RootElement;
            var events = engine.Code(text.GetProperty("text").GetString()!, null);
            foreach (var gold in text.GetProperty("events").EnumerateArray())
            {
                var types = Words(gold, "event");
                var told = events.FirstOrDefault(e => types.Contains(e.Event) && Holds(e.Actor, Words(gold, "actor")) && Holds(e.Recipient, Words(gold, "recipient")));
                if (told is null || !gold.TryGetProperty("status", out _)) continue;
                found++;
                var real = Words(gold, "status");
                if (real.Contains(told.Status.ToString().ToLowerInvariant())) status++;
                if (!real.Contains("actual") && !real.Contains("historical"))
                {
                    unreal++;
                    if (told.Status is EventStatus.Actual or EventStatus.Historical) asserted++;
                }

                if (!gold.TryGetProperty("attribution", out var claims)) continue;
                if (Same(told.Attribution, claims)) attribution++;
            }
        }

        TestContext.Current.TestOutputHelper?.WriteLine(FormattableString.Invariant($"{found} found, status {status}, attribution {attribution}, asserted {asserted} of {unreal}"));
        Assert.True(found > 300);
        Assert.True(status >= LeastStatus * found, FormattableString.Invariant($"status right in {status} of {found}"));
        Assert.True(attribution >= LeastAttribution * found, FormattableString.Invariant($"attribution right in {attribution} of {found}"));
        Assert.True(asserted <= MostAsserted * unreal, FormattableString.Invariant($"{asserted} of {unreal} asserted although they are not"));
    }

    private static List<string> Words(JsonElement gold, string field) => [.. gold.GetProperty(field).EnumerateArray().Select(e => e.GetString()!)];

    private static bool Holds(IReadOnlyList<ActorReference> actors, List<string> codes) => codes.Count == 0 || actors.Any(a => codes.Any(c => Is(a, c)));

    private static bool Is(ActorReference? actor, string code) => actor is not null && (actor.Code?.StartsWith(code, StringComparison.Ordinal) == true || actor.Country == code || actor.Sectors.Contains(code));

    private static bool Same(IReadOnlyList<Attribution> claims, JsonElement gold)
    {
        var wanted = gold.EnumerateArray().Select(c => (Actor: c.GetProperty("actor").GetString()!, Stance: c.GetProperty("stance").GetString()!)).ToList();
        return claims.Count == wanted.Count && wanted.All(w => claims.Any(c => Is(c.Actor, w.Actor) && c.Stance.ToString().Equals(w.Stance, StringComparison.OrdinalIgnoreCase)));
    }
}
