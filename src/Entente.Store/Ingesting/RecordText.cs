using Entente.Coding.Records;

namespace Entente.Store.Ingesting;

/// <summary>Makes text fit for the database, one code point for one, so that offsets hold.</summary>
internal static class RecordText
{
    /// <summary>Unpaired surrogates and NUL become the replacement character.</summary>
    public static string? Clean(string? text) => EventJson.Whole(text)?.Replace('\0', '\uFFFD');
}
