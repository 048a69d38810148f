using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using Entente.Sources;

namespace Entente.Coding.Actors;

/// <summary>
/// Says whom a name that nobody lists means, by what the text tells: a role and a country beside it, a mention before, or the name alone.
/// </summary>
internal sealed class UnlistedNames(SentenceView view, DocumentMemory memory, RolePhrase roles, Func<int, ImmutableArray<ActorReference>> resolve)
{
    /// <summary>Whom the name means; empty when nothing shows that it is somebody.</summary>
    public ImmutableArray<ActorReference> Of(int head, int depth)
    {
        if (IsDayWord(view[head].Form)) return [];
        var range = NounPhrase.Range(view, head);
        if (Abbreviated(head) is { IsEmpty: false } abbreviated) return abbreviated;
        if (Branch(head, range) is { IsEmpty: false } branch) return branch;
        if (Ending(head) is null && (Hint(head) != NameHint.Kind.Organisation || view.Is(head, "appos")) && Person(head, range, depth) is { } person) return [person];
        var surname = view[NounPhrase.Last(view, head)].Form;
        var known = memory.Person(NameText(head)) ?? memory.Person(surname) ?? memory.Known("N|" + view[head].Form.ToLowerInvariant());
        if (known is null || known.Actors.IsEmpty) return Affiliated(head, range) is { } affiliated ? [affiliated] : Unknown(head, range);
        return [.. known.Actors.Select(a => a with { Text = view.Text(range), Range = range, How = Recognition.Memory, Confidence = 0.85 })];
    }

    /// <summary>The words of a person's or body's name, without titles before and days behind it, blanks single.</summary>
    public string NameText(int head)
    {
        var (first, last) = NameSpan.At(view, Core(head)) is { } span ? (span.First, Math.Max(span.Last, Flat(head))) : (Compounded(head), NounPhrase.Last(view, head));
        for (var i = first + 1; i <= last; i++)
            if (view[i].Form is "of" or "from" or "in" or "at") last = i - 1;
        for (var i = first; i < last; i++)
            if ((i < head || head != Core(head)) && (IsTitle(i) || IsNational(i))) first = i + 1;
        for (var i = first; i < last; i++)
            if (view[i].Form is "'s" or "’s") first = i + 1;
        while (first < last && !char.IsUpper(view[first].Form[0])) first++;
        while (last > first && IsDayWord(view[last].Form)) last--;
        while (last + 2 < view.Count && view[last + 1].Form == "-" && view[last + 2].Upos == Upos.PROPN && view[last].Range.End == view[last + 1].Range.Start) last += 2;
        return string.Join(' ', view.Text(view.Range(first, last)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    /// <summary>"President", "Lt.", "Mr.": what stands before a name and is no part of it.</summary>
    private bool IsTitle(int index) => roles.Find(index) is { Kind: RoleKind.Person } || IsAddress(index);

    /// <summary>"Mr.", "Lt.": a form of address or an abbreviated rank.</summary>
    public bool IsAddress(int index) => view.Knowledge.Titles.ContainsKey(view[index].Form.TrimEnd('.').ToLowerInvariant());

    /// <summary>The name behind an abbreviated rank that the tree makes its head: "Capt. <b>Zurab</b> Kapanadze".</summary>
    private int Core(int head)
    {
        if (!IsAddress(head)) return head;
        foreach (var child in view.Children(head))
            if (child > head && view.Is(child, "flat") && view[child].Upos == Upos.PROPN) return child;
        return head;
    }

    private NameHint.Kind Hint(int head) => NameHint.Of(view, Core(head));

    /// <summary>"Hedi Bousselmi <b>of the Tunisian central bank</b>": who belongs to whom.</summary>
    private ActorReference? Affiliated(int head, TextRange range)
    {
        if (view.Capitals || Hint(head) != NameHint.Kind.Person) return null;
        foreach (var child in view.Children(head))
        {
            if (child < head || !view.Is(child, "nmod") || view.Case(child) is not ("of" or "from") || resolve(child) is not [{ Code: not null } body]) continue;
            return body with { Person = NameText(head), Title = null, Identifier = null, Text = view.Text(range), Range = range, How = Recognition.Title, Confidence = 0.8 };
        }

        return null;
    }

    /// <summary>Last of the names that hang on a head as one with it.</summary>
    private int Flat(int head)
    {
        var last = head;
        foreach (var child in view.Children(head))
            if (child > last && view.Is(child, "flat") && view[child].Upos == Upos.PROPN) last = child;
        return last;
    }

    private int Compounded(int head)
    {
        var first = head;
        foreach (var child in view.Children(head))
            if (child < head && view[child].Upos == Upos.PROPN && (view.Is(child, "compound") || view.Is(child, "flat"))
                && view.NameAt(child) is null && view.Knowledge.Roles.Find(view.Lemma(child)) is null) first = Math.Min(first, child);
        return first;
    }

    private ActorReference? Person(int head, TextRange range, int depth)
    {
        var parts = new PhraseParts(view, head, memory.Day);
        if ((parts.RoleBefore ?? parts.RoleBehind) is not { } role || roles.IsPlural(role.Head)) return null;

        // "Jerry Gottlieb, senior vice president, Lorimar-Telepictures": what stands behind a person's office is where it is held.
        if (role.Head == view[head].Head && view.Is(role.Head, "appos")) return null;
        if (PersonName(head, role.Sectors) is not { } name) return null;
        var countries = roles.Countries(role.Head, resolve, depth + 1);
        if (countries.IsEmpty) countries = roles.Countries(head, resolve, depth + 1);
        var country = countries.IsEmpty ? null : countries[0];
        return new ActorReference
        {
            Code = country?.Code,
            Country = country?.Country,
            Sectors = role.Former ? ["ELI"] : country is { International: true } ? [.. role.Sectors.Prepend("IGO").Distinct()] : role.Sectors,
            Name = country?.Name,
            Person = name,
            Title = role.Noun,
            Text = view.Text(range),
            Range = range,
            How = Recognition.Title,
            Confidence = 0.85,
        };
    }

    /// <summary>
    /// The name of the person who bears a role; null where it is none: "spokesman Sunday", "producer ENOF", "adviser Samuel Montagu Capital
    /// Markets". In business a role is as often a company's.
    /// </summary>
    /// <param name="head">Head of the name.</param>
    /// <param name="sectors">Sectors of the role.</param>
    public string? PersonName(int head, ImmutableArray<string> sectors)
    {
        if (IsDayWord(view[head].Form)) return null;
        var name = NameText(head);
        if (name.Length < 2 || IsBodyName(head, name)) return null;
        var full = FullName(name);
        return sectors is ["BUS" or "MNC", ..] && full == name && !IsFullName(head, name) ? null : full;
    }

    /// <summary>Whether a word of a name, or the one behind it, shows a company or the like: "James River Corp", "ENOF".</summary>
    private bool IsBodyName(int head, string name)
    {
        if (view.Capitals) return false;
        var behind = (NameSpan.At(view, Core(head))?.Last ?? head) + 1;
        if (behind < view.Count && (view[behind].Form == "<" || IsBodyWord(view[behind].Form))) return true;
        foreach (var word in name.Split(' '))
            if (IsBodyWord(word)) return true;
        return false;
    }

    private bool IsBodyWord(string word)
    {
        if (word.Length == 0 || !char.IsUpper(word[0])) return false;
        if (word.Length > 2 && word.All(char.IsUpper)) return true;
        var plain = word.TrimEnd('.').ToLowerInvariant();
        return view.Knowledge.Endings.ContainsKey(plain) || view.Knowledge.NotPersons.Contains(plain) || view.Knowledge.Roles.Find(plain) is { Kind: RoleKind.Body };
    }

    /// <summary>"Analyst Hine" after "Tony Hine".</summary>
    private string FullName(string name) =>
        !name.Contains(' ', StringComparison.Ordinal) && memory.Person(name) is { Actors: [{ Person: { } full }, ..] } ? full : name;

    /// <summary>"The Central Military Commission (CMC)": the letters name what stands before them, here and later.</summary>
    private ImmutableArray<ActorReference> Abbreviated(int head)
    {
        var form = view[head].Form;
        if (view.Capitals || !view.Is(head, "appos") || form.Length is < 2 or > 8 || form.Any(char.IsLower) || view[head].Head is not (>= 0 and var whole) || whole > head) return [];
        var range = view.Range(head, head);
        var actors = resolve(whole);
        if (actors.Length == 1 && memory.Mentions.LastOrDefault(m => m.Sentence == view.Sentence.Number && m.Head == whole) is { Referent: { } referent }) memory.Alias("N|" + form.ToLowerInvariant(), referent);
        return [.. actors.Select(a => a with { Text = form, Range = range, How = Recognition.Memory })];
    }

    /// <summary>"Toyota Motor Corp": the listed company whose name the longer one begins with.</summary>
    private ImmutableArray<ActorReference> Branch(int head, TextRange range)
    {
        if (Ending(head) is null || NameSpan.At(view, head) is not { } span || span.First == head || view.NameAt(span.First) is not { } name) return [];
        var company = name.Names.Select(n => n.Entity).FirstOrDefault(e => e.IsCompany);
        if (company is null) return [];
        for (var i = name.Last + 1; i <= span.Last; i++)
            if (char.IsLetter(view[i].Form[0]) && !view.Knowledge.IsForm(view[i].Form)) return [];
        return new EntityNaming(view, memory.Day).Of(company, range, 0.85);
    }

    /// <summary>Somebody with a name that nobody lists: kept with the words alone.</summary>
    private ImmutableArray<ActorReference> Unknown(int head, TextRange range)
    {
        var hint = Hint(head);
        if (view.Capitals || view.NameAt(head) is not null) return [];
        var ending = Ending(head);
        if (ending is null && hint is not (NameHint.Kind.Person or NameHint.Kind.Organisation)) return [];
        if ((IsAddress(head) && Core(head) == head) || IsNoPerson(head)) return [];
        if (view.Is(head, "compound") && view[head].Head is >= 0 and var noun && roles.Find(noun) is { } role && role.Noun.StartsWith(view.Lemma(head), StringComparison.Ordinal)) return [];
        var name = NameText(head);
        if (name.Length < 2) return [];
        if (ending is { } sectors && roles.Countries(head, resolve, 3).FirstOrDefault(c => c.Code is not null && c.Code == c.Country && c.Sectors.IsEmpty) is { } nation)
            return [National(nation, sectors, name, range)];
        var person = ending is null && hint == NameHint.Kind.Person && IsFullName(head, name);
        var home = person ? Home(head) : null;
        return
        [
            new ActorReference
            {
                Code = home?.Code,
                Country = home?.Country,
                Sectors = ending ?? [],
                Person = person ? name : null,
                Name = person ? home?.Name : name,
                Text = view.Text(range),
                Range = range,
                How = home is null ? Recognition.Listed : Recognition.Nationality,
                Confidence = home is null ? 0.5 : 0.8,
            },
        ];
    }

    /// <summary>"Jailed <b>American</b> Paul Smith", "<b>Frenchman</b> Jean Dupont": the state that somebody's nationality tells.</summary>
    private RoleCountry? Home(int head)
    {
        foreach (var child in view.Children(head))
            if (child < head && IsNational(child) && roles.Nation(child) is { International: false, Country: not null } nation) return nation;
        return null;
    }

    /// <summary>A nationality that is no given name: not "<b>German</b> Gref".</summary>
    private bool IsNational(int index) =>
        view.NameAt(index) is { } name && (name.Has(EntityKind.Demonym) || (view[index].Upos == Upos.ADJ && name.Has(EntityKind.State))) && !view.Knowledge.Genders.ContainsKey(view[index].Form.ToLowerInvariant());

    /// <summary>"<b>Japan</b> Airlines", "<b>Finnish</b> Steel Corp": a body of the state that its name tells.</summary>
    private ActorReference National(RoleCountry nation, ImmutableArray<string> sectors, string name, TextRange range) => new()
    {
        Code = nation.Code,
        Country = nation.Country,
        Sectors = sectors,
        Name = nation.Name,
        Title = name,
        Text = view.Text(range),
        Range = range,
        How = Recognition.Nationality,
        Confidence = 0.8,
    };

    /// <summary>
    /// Whether a name that nobody lists is surely a person's: a form of address, or a given name and more. A single unknown word may as
    /// well be a company or a drug, whatever the tagger takes it for.
    /// </summary>
    private bool IsFullName(int head, string name)
    {
        if (NounPhrase.First(view, head) is var first and >= 0 && first <= head && IsAddress(first)) return true;
        var words = name.Split(' ');
        if (IsBodyName(head, name)) return false;
        if (words.Length < 2 || words[^1].All(c => c is 'I' or 'V' or 'X')) return false;
        var given = Language.Naming.Diacritics.Folded(words[0]).ToLowerInvariant();
        return given.Length <= 2 && given[^1] == '.' || view.Knowledge.Genders.ContainsKey(given) || view.Knowledge.Genders.ContainsKey(given.Split('-')[0]);
    }

    /// <summary>The sectors that the last word of a body's name tells ("Corp"), null when it tells none.</summary>
    private ImmutableArray<string>? Ending(int head)
    {
        if (!char.IsUpper(view[head].Form[0]) || (view.Children(head).Length == 0 && NameSpan.At(view, head) is null)) return null;
        var last = NameSpan.At(view, head) is { } name ? Math.Max(name.Last, head) : head;
        return view.Knowledge.Endings.TryGetValue(view[last].Form.TrimEnd('.').ToLowerInvariant(), out var sectors) ? sectors : null;
    }

    /// <summary>"Hurricane <b>Ivan</b>".</summary>
    private bool IsNoPerson(int head)
    {
        foreach (var child in view.Children(head))
            if (child < head && view.Knowledge.NotPersons.Contains(view.Lemma(child))) return true;
        return head > 0 && view.Knowledge.NotPersons.Contains(view.Lemma(head - 1)) && char.IsUpper(view[head - 1].Form[0]);
    }

    private bool IsDayWord(string form) =>
        view.Knowledge.Times.Word(form.ToLowerInvariant()) is { } word && (word.Has(TimeKind.Weekday) || (word.Has(TimeKind.Month) && form.Length > 3));
}
