using System.Text;
using System.Text.RegularExpressions;
using Entente.Language.Tokenising;

namespace Entente.Compiler.Training;

/// <summary>A sentence written for training, in words with their name tags.</summary>
internal sealed record AuthoredSentence(string Text, string[] Forms, string[] Names);

/// <summary>The sentences of a file, and the lines that are none.</summary>
internal sealed record AuthoredContent(IReadOnlyList<AuthoredSentence> Sentences, IReadOnlyList<string> Faults);

/// <summary>
/// Reads sentences with names marked in the line: <c>[PERSON Ada Lovelace] lived in [PLACE London].</c> A line is a sentence, # begins a comment.
/// </summary>
internal static partial class AuthoredNames
{
    /// <summary>Reads a file.</summary>
    public static AuthoredContent Read(string path)
    {
        var sentences = new List<AuthoredSentence>();
        var faults = new List<string>();
        var number = 0;
        foreach (var line in File.ReadLines(path))
        {
            number++;
            if (line.Length == 0 || line[0] == '#') continue;
            var (sentence, fault) = Parse(line);
            if (sentence is not null) sentences.Add(sentence);
            else faults.Add($"{path}:{number}: {fault}");
        }

        return new AuthoredContent(sentences, faults);
    }

    /// <summary>The sentence of a line, or why it is none.</summary>
    public static (AuthoredSentence? Sentence, string Fault) Parse(string line)
    {
        var text = new StringBuilder();
        var marks = new List<(int Start, int End, string Type)>();
        var at = 0;
        foreach (var mark in Marks().Matches(line).AsEnumerable())
        {
            text.Append(line, at, mark.Index - at);
            marks.Add((text.Length, text.Length + mark.Groups[2].Length, mark.Groups[1].Value));
            text.Append(mark.Groups[2].Value);
            at = mark.Index + mark.Length;
        }

        text.Append(line, at, line.Length - at);
        var plain = text.ToString();
        if (plain.Contains('[', StringComparison.Ordinal) || plain.Contains(']', StringComparison.Ordinal))
            return (null, "a bracket that belongs to no [PERSON …], [ORGANIZATION …] or [PLACE …]");
        return Tag(plain, marks);
    }

    private static (AuthoredSentence? Sentence, string Fault) Tag(string text, List<(int Start, int End, string Type)> marks)
    {
        var spans = new List<WordSpan>();
        Tokenizer.Tokenize(text, 0, text.Length, spans);
        var names = new string[spans.Count];
        Array.Fill(names, "O");
        foreach (var (start, end, type) in marks)
        {
            var first = spans.FindIndex(s => s.Start == start);
            var last = spans.FindIndex(s => s.End == end);
            if (first < 0 || last < first) return (null, $"'{text[start..end]}' does not begin and end with a word");
            for (var i = first; i <= last; i++) names[i] = (i == first ? "B-" : "I-") + type;
        }

        if (spans.Count == 0) return (null, "no words");
        return (new AuthoredSentence(text, [.. spans.Select(s => text.Substring(s.Start, s.Length))], names), "");
    }

    [GeneratedRegex(@"\[(PERSON|ORGANIZATION|PLACE) ([^\[\]]+)\]")]
    private static partial Regex Marks();
}
