using Entente.Compiler.Judging;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Compiler;

/// <summary>Annotated texts tell which events are right, by code, state or sector of the parties, by any of the types and statuses that count.</summary>
public sealed class AnnotatedTextTests(Engine engine) : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory().FullName;

    [Theory]
    [InlineData("""{"actor": ["RUS"], "recipient": ["UKR"], "event": ["ASSAULT"], "status": ["actual"]}""", true)]
    [InlineData("""{"actor": ["RUS"], "recipient": ["UKR"], "event": ["COERCE", "ASSAULT"], "status": []}""", true)]
    [InlineData("""{"actor": ["UKR"], "recipient": ["RUS"], "event": ["ASSAULT"], "status": ["actual"]}""", false)]
    [InlineData("""{"actor": ["RUS"], "recipient": ["UKR"], "event": ["COERCE"], "status": ["actual"]}""", false)]
    [InlineData("""{"actor": ["RUS"], "recipient": ["UKR"], "event": ["ASSAULT"], "status": ["future", "hypothetical"]}""", false)]
    [InlineData("""{"actor": ["RUS", "BLR"], "recipient": ["UKR"], "event": ["ASSAULT"], "status": ["actual"]}""", false)]
    [InlineData("""{"actor": ["RUS"], "recipient": [], "event": ["ASSAULT"], "status": ["actual"]}""", false)]
    public void An_event_is_told_by_type_parties_and_status(string told, bool right)
    {
        var text = Assert.Single(AnnotatedText.Read(Written($$"""{"id": "a", "text": "Russia attacked Ukraine on Friday.", "events": [{{told}}]}""")));
        Assert.Equal(right, text.Tells(Assert.Single(engine.Code(text.Article.Text, "2023-08-05"))));
    }

    [Fact]
    public void The_sides_of_a_meeting_may_stand_on_either_side()
    {
        var text = Assert.Single(AnnotatedText.Read(Written("""{"id": "a", "text": "France and Chad held talks.", "events": [{"actor": ["TCD"], "recipient": ["FRA"], "event": ["CONSULT"], "status": ["actual"]}]}""")));
        Assert.True(text.Tells(Assert.Single(engine.Code(text.Article.Text, "2023-08-05"))));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("""{"id": "a", "text": "Peace."}""")]
    [InlineData("""{"id": "a", "events": []}""")]
    public void A_line_that_is_none_is_named(string line)
    {
        var path = Written("""{"id": "a", "text": "Peace.", "events": []}""" + "\n" + line);
        Assert.Contains(path + ", line 2", Assert.Throws<InvalidDataException>(() => AnnotatedText.Read(path).ToList()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_texts_of_the_tests_are_such() =>
        Assert.Equal(400, AnnotatedText.Read(Repository.At("tests", "Entente.Tests", "Coding", "statuses.jsonl")).Count());

    public void Dispose() => Directory.Delete(folder, true);

    private string Written(string content)
    {
        var path = Path.Combine(folder, "texts.jsonl");
        File.WriteAllText(path, content);
        return path;
    }
}
