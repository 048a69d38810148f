namespace Entente.Language;

/// <summary>Which of the trained models reads the text. Both give the same kind of result.</summary>
public enum LanguageModelKind
{
    /// <summary>The larger network; the default.</summary>
    Accurate,

    /// <summary>The smaller network, several times as fast and somewhat less sure.</summary>
    Fast,
}
