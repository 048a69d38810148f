using System.Text.Json;
using Xunit;

namespace Entente.Tests.Cli;

/// <summary>What <c>entente mentions</c> promises: a line for each actor named, every field there, words and spans agreeing.</summary>
public sealed class MentionsCommandTests
{
    private static readonly string[] Fields = ["document", "sentence", "span", "head", "text", "code", "country", "sector", "person", "how", "confidence", "chain"];

    [Fact]
    public void Each_actor_of_a_phrase_is_a_line_with_every_field()
    {
        const string text = "A note 😀.\n\nRussian and Chinese forces drilled in Vladivostok. China's defence minister praised the Chinese troops.";
        var file = Path.Combine(Path.GetTempPath(), $"mentions-{Guid.NewGuid():N}.txt");
        File.WriteAllText(file, text);
        try
        {
            var run = Program.Run("mentions", file);
            Assert.Equal(0, run.Code);
            var rows = run.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(l => JsonDocument.Parse(l).RootElement).ToList();
            Assert.All(rows, row => Assert.Equal(Fields, row.EnumerateObject().Select(p => p.Name)));
            Assert.Contains(rows, r => r.GetProperty("code").GetString() == "RUS" && r.GetProperty("sector")[0].GetString() == "MIL");
            var chinese = rows.Where(r => r.GetProperty("code").GetString() == "CHN" && r.GetProperty("sector") is { } s && s.GetArrayLength() > 0 && s[0].GetString() == "MIL").ToList();
            Assert.Equal(2, chinese.Count);
            Assert.Single(chinese.Select(r => r.GetProperty("chain").GetInt32()).Distinct());
            var runes = text.EnumerateRunes().Select(r => r.ToString()).ToArray();
            Assert.All(rows, row =>
            {
                var head = row.GetProperty("head");
                var span = row.GetProperty("span");
                Assert.True(span[0].GetInt32() <= head[0].GetInt32() && head[1].GetInt32() <= span[1].GetInt32());
                Assert.False(string.IsNullOrWhiteSpace(string.Concat(runes[head[0].GetInt32()..head[1].GetInt32()])));
            });
        }
        finally
        {
            File.Delete(file);
        }
    }
}
