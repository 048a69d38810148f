using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Sources;

namespace Entente.Coding.Judging;

/// <summary>A sentence of knowledge/examples with what is to be read out of it.</summary>
internal sealed record AuthoredExample
{
    /// <summary>What stands in the column of an example that tells no event.</summary>
    public const string Nothing = "NONE";

    /// <summary>The file.</summary>
    public required string File { get; init; }

    /// <summary>The line, from 1.</summary>
    public required int Line { get; init; }

    /// <summary>PLOVER type, or <see cref="Nothing"/>.</summary>
    public required string Event { get; init; }

    /// <summary>PLOVER mode, null when none.</summary>
    public string? Mode { get; init; }

    /// <summary>CAMEO code, null when not told.</summary>
    public string? Cameo { get; init; }

    /// <summary>Whether it took place; null for no event.</summary>
    public EventStatus? Status { get; init; }

    /// <summary>What the marked speaker says of it, null when the text itself tells it.</summary>
    public Stance? Claim { get; init; }

    /// <summary>The type in the practice of the scheme <c>plv</c>, where it differs from the ontology.</summary>
    public required string Plv { get; init; }

    /// <summary>The sentence without marks.</summary>
    public required string Text { get; init; }

    /// <summary>The word that tells it.</summary>
    public required TextRange Trigger { get; init; }

    /// <summary>Actors, in text order.</summary>
    public required ImmutableArray<TextRange> Actors { get; init; }

    /// <summary>Recipients, in text order.</summary>
    public required ImmutableArray<TextRange> Recipients { get; init; }

    /// <summary>Speakers, in text order.</summary>
    public required ImmutableArray<TextRange> Speakers { get; init; }
}

/// <summary>Reads examples/*.tsv; the form is told in knowledge/README.md.</summary>
internal static class ExampleReader
{
    /// <summary>Where examples lie.</summary>
    public const string Table = "examples/*.tsv";

    /// <summary>Reads all examples; rows that cannot be used are reported and left out.</summary>
    public static IEnumerable<AuthoredExample> Read(KnowledgeFolder folder, OntologyTables ontology, string table = Table)
    {
        foreach (var row in folder.Rows(table, ["text"], r => r["text"]))
        {
            var (example, fault) = Parse(row, ontology);
            if (fault is not null) folder.Report(row, fault);
            else yield return example!;
        }
    }

    /// <summary>The example of a row, or what is wrong with it.</summary>
    public static (AuthoredExample? Example, string? Fault) Parse(KnowledgeRow row, OntologyTables ontology)
    {
        var type = row.Optional("event") ?? AuthoredExample.Nothing;
        if (type != AuthoredExample.Nothing && !ontology.HasType(type)) return (null, $"there is no type {type}");
        if (row.Optional("mode") is { } mode && !ontology.HasMode(type, mode)) return (null, $"{type} has no mode {mode}");
        if (row.Optional("cameo") is { } cameo && !ontology.HasCameo(cameo)) return (null, $"there is no CAMEO code {cameo}");
        if (row.Optional("plv") is { } plv && !ontology.HasType(plv)) return (null, $"there is no type {plv}");
        EventStatus? status = null;
        if (row.Optional("status") is { } told)
        {
            if (!Enum.TryParse<EventStatus>(told, ignoreCase: true, out var parsed)) return (null, $"there is no status {told}");
            status = parsed;
        }

        Stance? claim = null;
        if (row.Optional("claim") is { } said)
        {
            if (!Enum.TryParse<Stance>(said, ignoreCase: true, out var stance)) return (null, $"claim is asserts, denies or doubts, not {said}");
            claim = stance;
        }

        if (type == AuthoredExample.Nothing != status is null) return (null, "an event has a status, no event has none");
        if (MarkedText.Parse(row["text"]) is not { } text) return (null, "marks must be paired: [actor] {recipient} *trigger* <speaker>");
        if (text.Triggers.Length != 1) return (null, "mark one word as *trigger*");
        if (claim is null != text.Speakers.IsEmpty) return (null, "a claim wants a <speaker>, and a speaker a claim");
        return (new AuthoredExample
        {
            File = row.File,
            Line = row.Line,
            Event = type,
            Mode = row.Optional("mode"),
            Cameo = row.Optional("cameo"),
            Status = status,
            Claim = claim,
            Plv = row.Optional("plv") ?? type,
            Text = text.Text,
            Trigger = text.Triggers[0],
            Actors = text.Actors,
            Recipients = text.Recipients,
            Speakers = text.Speakers,
        }, null);
    }
}
