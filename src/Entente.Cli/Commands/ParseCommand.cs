using System.CommandLine;

namespace Entente.Cli.Commands;

/// <summary><c>entente parse</c>: text to CoNLL-U.</summary>
internal static class ParseCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create() => new("parse", "Text to CoNLL-U");
}
