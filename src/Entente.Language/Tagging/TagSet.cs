using Entente.Language.Learning;

namespace Entente.Language.Tagging;

/// <summary>The tags a tagger chooses from: a part of speech with its features, <c>NOUN|Number=Sing</c>. At most 255.</summary>
internal sealed class TagSet
{
    private readonly string[] names;

    /// <summary>Makes a tag set.</summary>
    public TagSet(string[] names)
    {
        this.names = names;
        Parts = new Upos[names.Length];
        Features = new string[names.Length];
        for (var i = 0; i < names.Length; i++)
        {
            var bar = names[i].IndexOf('|', StringComparison.Ordinal);
            Parts[i] = Enum.Parse<Upos>(names[i].AsSpan(0, bar));
            Features[i] = names[i][(bar + 1)..];
        }
    }

    /// <summary>Number of tags.</summary>
    public int Count => names.Length;

    /// <summary>Part of speech of each tag.</summary>
    public Upos[] Parts { get; }

    /// <summary>Features of each tag, <c>_</c> when none.</summary>
    public string[] Features { get; }

    /// <summary>Reads a tag set.</summary>
    public static TagSet Read(ref ModelReader reader) => new(reader.Texts());

    /// <summary>Writes the tag set.</summary>
    public void Write(ModelWriter writer) => writer.Texts(names);
}
