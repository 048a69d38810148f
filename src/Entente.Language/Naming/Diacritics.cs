using System.Collections.Frozen;
using System.Text;

namespace Entente.Language.Naming;

/// <summary>
/// Letters with marks and the plain ones that stand for them, so that "Erdoğan" and "Erdogan" are one name. A table of our own, as
/// <see cref="string.Normalize()"/> does nothing where a program runs without culture data.
/// </summary>
public static class Diacritics
{
    private static readonly FrozenDictionary<char, string> Letters = Table(
        "aàáâãäåāăąḁạảấầẩẫậắằẳẵặəǎ",
        "bḃḅḇ",
        "cçćĉċčḉ",
        "dðďđḋḍḏḑḓ",
        "eèéêëēĕėęěḕḗḙḛḝẹẻẽếềểễệ",
        "fḟ",
        "gĝğġģḡǧ",
        "hĥħḣḥḧḩḫẖ",
        "iìíîïĩīĭįıḭḯỉịǐ",
        "jĵ",
        "kķḱḳḵ",
        "lĺļľłḷḹḻḽ",
        "mḿṁṃ",
        "nñńņňṅṇṉṋ",
        "oòóôõöøōŏőṍṏṑṓọỏốồổỗộớờởỡợǒơ",
        "pṕṗ",
        "rŕŗřṙṛṝṟ",
        "sśŝşšșṡṣṥṧṩ",
        "tţťŧțṫṭṯṱẗ",
        "uùúûüũūŭůűųṳṵṷṹṻụủứừửữựǔư",
        "vṽṿ",
        "wŵẁẃẅẇẉẘ",
        "xẋẍ",
        "yýÿŷẏẙỳỵỷỹ",
        "zźżžẑẓẕ").ToFrozenDictionary();

    /// <summary>The plain letters for one with a mark, null when it has none.</summary>
    public static string? Plain(char letter) => Letters.GetValueOrDefault(letter);

    /// <summary>The text with every letter as near to A to Z as it has a plain one.</summary>
    public static string Folded(string text)
    {
        var at = 0;
        while (at < text.Length && text[at] < 0x80) at++;
        if (at == text.Length) return text;
        var plain = new StringBuilder(text, 0, at, text.Length);
        for (; at < text.Length; at++)
        {
            if (Plain(text[at]) is { } letters) plain.Append(letters);
            else plain.Append(text[at]);
        }

        return plain.ToString();
    }

    // Each row: the plain letter, then those that it stands for; capitals are added.
    private static Dictionary<char, string> Table(params ReadOnlySpan<string> rows)
    {
        var letters = new Dictionary<char, string> { ['ß'] = "ss", ['æ'] = "ae", ['Æ'] = "Ae", ['œ'] = "oe", ['Œ'] = "Oe", ['þ'] = "th", ['Þ'] = "Th", ['İ'] = "I", ['\u02BB'] = "'" };
        foreach (var row in rows)
        {
            foreach (var c in row.AsSpan(1))
            {
                letters[c] = row[..1];
                letters.TryAdd(char.ToUpperInvariant(c), row[..1].ToUpperInvariant());
            }
        }

        return letters;
    }
}
