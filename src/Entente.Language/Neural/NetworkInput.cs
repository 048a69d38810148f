using System.Runtime.InteropServices;
using Entente.Language.Learning;
using Entente.Language.Tagging;

namespace Entente.Language.Neural;

/// <summary>Numbers the words of loaded sentences for a network and hands them to it. One thread each.</summary>
internal sealed class NetworkInput(HashTable wordRows)
{
    private readonly List<int> words = [];
    private readonly List<int> formRows = [];
    private readonly List<int> formEnds = [];
    private readonly List<int> lengths = [];

    /// <summary>Row of the word table for each row of the batch.</summary>
    public ReadOnlySpan<int> Words => CollectionsMarshal.AsSpan(words);

    /// <summary>Rows of the form table, one word after another.</summary>
    public ReadOnlySpan<int> FormRows => CollectionsMarshal.AsSpan(formRows);

    /// <summary>Where each word's rows of the form table end.</summary>
    public ReadOnlySpan<int> FormEnds => CollectionsMarshal.AsSpan(formEnds);

    /// <summary>Sets the batch up for the sentences.</summary>
    public void Load(ReadOnlySpan<Frame> frames, Batch batch)
    {
        lengths.Clear();
        foreach (var frame in frames) lengths.Add(frame.Count);
        batch.Set(CollectionsMarshal.AsSpan(lengths));
        words.Clear();
        formRows.Clear();
        formEnds.Clear();
        Span<int> rows = stackalloc int[WordInputs.MostForms];
        for (var s = 0; s < batch.Count; s++)
        {
            var frame = frames[batch.Order[s]];
            for (var i = 1; i <= frame.Count; i++)
            {
                words.Add(wordRows.Find(frame.Words[i], 0));
                formRows.AddRange(rows[..WordInputs.Forms(frame, i, rows)]);
                formEnds.Add(formRows.Count);
            }
        }
    }
}
