using System.Collections.Immutable;
using Entente.Sources;

namespace Entente.Language;

/// <summary>A sentence with its dependency tree. Every token but the root has a head in the sentence; there are no cycles.</summary>
public sealed class ParsedSentence
{
    private readonly int[] childStart;
    private readonly int[] children;

    /// <summary>Makes a sentence of its tokens.</summary>
    /// <param name="number">Number in the document, from 1.</param>
    /// <param name="range">Where the sentence stands in the document's text.</param>
    /// <param name="tokens">At least one token, in order, their heads forming one tree.</param>
    /// <exception cref="ArgumentException">A head lies outside the sentence.</exception>
    public ParsedSentence(int number, TextRange range, ImmutableArray<Token> tokens)
    {
        Number = number;
        Range = range;
        Tokens = tokens;
        Root = 0;
        childStart = new int[tokens.Length + 1];
        foreach (var token in tokens)
        {
            if (token.Head >= tokens.Length || token.Head < -1)
                throw new ArgumentException($"token {token.Index} has head {token.Head} in a sentence of {tokens.Length}", nameof(tokens));
            if (token.Head >= 0) childStart[token.Head + 1]++;
            else Root = token.Index;
        }

        for (var i = 0; i < tokens.Length; i++) childStart[i + 1] += childStart[i];
        children = new int[childStart[tokens.Length]];
        var next = childStart.AsSpan(0, tokens.Length).ToArray();
        foreach (var token in tokens)
            if (token.Head >= 0) children[next[token.Head]++] = token.Index;
    }

    /// <summary>Number in the document, from 1.</summary>
    public int Number { get; }

    /// <summary>Where the sentence stands in the document's text.</summary>
    public TextRange Range { get; }

    /// <summary>The words in order.</summary>
    public ImmutableArray<Token> Tokens { get; }

    /// <summary>Index of the root.</summary>
    public int Root { get; }

    /// <summary>Indices of the words that hang directly on <paramref name="index"/>, in text order.</summary>
    public ReadOnlySpan<int> Children(int index) => children.AsSpan(childStart[index]..childStart[index + 1]);
}
