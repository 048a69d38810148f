using Entente.Coding.Mentions;

namespace Entente.Coding.Actors;

/// <summary>What the sentence itself makes a name out to be, by the language model's names.</summary>
internal static class NameHint
{
    /// <summary>Kinds of names.</summary>
    public enum Kind
    {
        /// <summary>It says nothing.</summary>
        None,

        /// <summary>A person.</summary>
        Person,

        /// <summary>An organisation.</summary>
        Organisation,

        /// <summary>A place.</summary>
        Place,
    }

    /// <summary>What a word is taken for.</summary>
    public static Kind Of(SentenceView view, int index)
    {
        var tag = view[index].Name;
        if (view.Capitals || tag.Length < 3) return Kind.None;
        return tag.EndsWith("PERSON", StringComparison.Ordinal) ? Kind.Person : tag.EndsWith("PLACE", StringComparison.Ordinal) ? Kind.Place : Kind.Organisation;
    }
}
