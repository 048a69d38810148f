using System.Collections.Immutable;
using Entente.Coding.Knowledge;
using Entente.Coding.Mentions;
using Entente.Language;
using F = Entente.Coding.Actors.CorefereeFeature;

namespace Entente.Coding.Actors;

/// <summary>What a pronoun or description refers to, and how sure that is.</summary>
internal readonly record struct Coreferee(Referent Referent, double Probability);

/// <summary>
/// Finds what pronouns and definite descriptions refer to: lists what was mentioned before and agrees in number, gender and kind, and
/// leaves the choice to a model. Careful: nobody rather than a guess.
/// </summary>
internal sealed class CorefereeFinder(SentenceView view, DocumentMemory memory)
{
    private const int PronounReach = 4;
    private const int MostCandidates = 24;

    /// <summary>What a personal pronoun refers to; null when unknown.</summary>
    public Coreferee? Pronoun(int index)
    {
        var form = view[index].Form.ToLowerInvariant();
        AnaphorKind? kind = form switch
        {
            "he" or "him" or "his" or "himself" or "she" or "her" or "hers" or "herself" => AnaphorKind.Person,
            "it" or "its" or "itself" => AnaphorKind.Thing,
            "they" or "them" or "their" or "theirs" or "themselves" => AnaphorKind.Plural,
            _ => null,
        };
        if (kind is not { } sort) return null;
        var gender = GenderOf(form);
        var tree = new AnaphorTree(view, index);
        var candidates = new List<Candidate>();
        var seen = new HashSet<Referent>();
        for (var i = memory.Mentions.Count - 1; i >= 0 && candidates.Count < MostCandidates; i--)
        {
            var mention = memory.Mentions[i];
            if (view.Sentence.Number - mention.Sentence > PronounReach) break;
            if (mention.Sentence == view.Sentence.Number && (mention.Head == index || !tree.Allows(mention.Head))) continue;
            if (!Agrees(mention.Referent, sort, gender) || !seen.Add(mention.Referent)) continue;
            candidates.Add(new Candidate(mention, Features(mention, tree, gender)));
        }

        return Chosen(new Anaphor(sort, view.Sentence.Number, index, Ranked(candidates), Nothing(sort, index, candidates)));
    }

    /// <summary>The gender that a pronoun tells, null when none.</summary>
    public static string? GenderOf(string pronoun) => pronoun.ToLowerInvariant() switch
    {
        "he" or "him" or "his" or "himself" => "m",
        "she" or "her" or "hers" or "herself" => "f",
        _ => null,
    };

    /// <summary>What a definite description such as "the minister" or "the country" refers to; null when unknown.</summary>
    /// <param name="head">Its head, a common noun.</param>
    /// <param name="role">The role that it names, null when none.</param>
    public Coreferee? Description(int head, Role? role)
    {
        // A capital shows part of a name: "the Ohio State University".
        if (!char.IsLower(view[head].Form[0]) && !view.Capitals) return null;
        var noun = role?.Noun ?? view.Lemma(head);
        var types = view.Knowledge.Descriptions.GetValueOrDefault(view.Lemma(head), []);
        var plural = view[head].Feats.Contains("Number=Plur", StringComparison.Ordinal);
        var tree = new AnaphorTree(view, head);
        var candidates = new List<Candidate>();
        var seen = new HashSet<Referent>();
        for (var i = memory.Mentions.Count - 1; i >= 0 && candidates.Count < MostCandidates; i--)
        {
            var mention = memory.Mentions[i];
            var referent = mention.Referent;
            if (mention.Sentence == view.Sentence.Number && (mention.Head == head || !tree.Allows(mention.Head))) continue;
            var isOfSector = SectorFits(referent, types, role);
            if ((referent.Plural != plural && !(plural && isOfSector)) || !seen.Add(referent)) continue;
            var fits = isOfSector ? Bit(F.SectorFits) : 0;
            if (referent.Nouns.Contains(noun)) fits |= Bit(role is null ? F.SameNoun : F.SameRoleNoun);
            else if (referent.Nouns.Contains(view.Lemma(head))) fits |= Bit(F.SameNoun);
            if (Fits(referent, types, role)) fits |= Bit(F.TypeFits);
            if (fits == 0) continue;
            if (IsModified(head)) fits |= Bit(F.Modified);
            candidates.Add(new Candidate(mention, fits | Features(mention, tree, null)));
        }

        if (candidates.Count == 0) return null;
        var nothing = Nothing(AnaphorKind.Description, head, candidates);
        if (IsModified(head)) nothing |= Bit(F.NothingModified);
        return Chosen(new Anaphor(AnaphorKind.Description, view.Sentence.Number, head, Ranked(candidates), nothing));
    }

    /// <summary>
    /// Whom "both countries", "the two leaders", "the trio", "the three sides" name: so many different states as were named last; empty
    /// for other phrases.
    /// </summary>
    public ImmutableArray<ActorReference> Together(int head)
    {
        var number = Number(head);
        if (number == 0) return [];
        var role = view.Knowledge.Roles.Find(view.Lemma(head));
        var range = NounPhrase.Range(view, head);
        return
        [
            .. memory.LastTogether(number, role is { Kind: RoleKind.Person }, view.Lemma(head))
                .Select(s => Sided(s, role) with { Text = view.Text(range), Range = range, How = Recognition.Coreference, Confidence = 0.6 }),
        ];
    }

    /// <summary>How many a phrase means together; 0 when it is none of that sort. "Two delegations arrived" are new ones.</summary>
    private int Number(int head)
    {
        var types = view.Knowledge.Descriptions.GetValueOrDefault(view.Lemma(head), []);
        if (types.Contains("pair")) return 2;
        if (types.Contains("trio")) return 3;
        if (types.Contains("quartet")) return 4;
        if (view.Lemma(head) == "both" && view[head].Upos is Upos.PRON or Upos.DET) return 2;
        if (!types.Contains("state") && !types.Contains("side")) return 0;
        int number = 0, pair = 0;
        var definite = false;
        foreach (var child in view.Children(head))
        {
            if (child > head) continue;
            var lemma = view.Lemma(child);
            if (lemma is "both" or "neither" or "either" or "each") pair = 2;
            else if (lemma is "two" or "three" or "four") number = lemma.Length == 3 ? 2 : lemma[0] == 't' ? 3 : 4;
            else if (lemma is "the" or "these" or "those") definite = true;
            else if (view.Is(child, "amod") || view.Is(child, "compound") || view[child].Deprel == "nmod:poss") return 0;
        }

        return pair > 0 ? pair : definite ? number : 0;
    }

    /// <summary>"The two leaders" are leaders, whatever named their states before.</summary>
    private static ActorReference Sided(ActorReference named, Role? role) => role switch
    {
        { Kind: RoleKind.Person } => named with { Sectors = named.Person is null ? role.Sectors : named.Sectors, Title = named.Person is null ? role.Noun : named.Title },
        { Kind: RoleKind.Body } when role.Noun is not ("country" or "nation" or "state" or "republic") => named with { Sectors = role.Sectors, Person = null, Title = null },
        _ => named with { Person = null, Title = null, Sectors = [] },
    };

    private Coreferee? Chosen(Anaphor anaphor)
    {
        var choice = memory.Chooser.Choose(anaphor);
        return choice.Candidate < 0 ? null : new Coreferee(anaphor.Candidates[choice.Candidate].Last.Referent, choice.Probability);
    }

    private static bool Agrees(Referent referent, AnaphorKind kind, string? gender) => kind switch
    {
        AnaphorKind.Person => referent.Kind is ReferentKind.Person or ReferentKind.Name && !referent.Plural && (referent.Gender is null || referent.Gender == gender),
        AnaphorKind.Thing => referent.Kind is not (ReferentKind.Person or ReferentKind.People) && !referent.Plural,
        _ => referent.Plural || referent.Kind is ReferentKind.People or ReferentKind.Body or ReferentKind.State,
    };

    private static bool Fits(Referent referent, ImmutableArray<string> types, Role? role)
    {
        if (types.Contains("state") && referent.Kind == ReferentKind.State) return true;
        if (types.Contains("body") && referent is { Kind: ReferentKind.Body, Named: true }) return true;
        if (types.Contains("place") && referent.Kind == ReferentKind.Place) return true;
        if (referent.Kind != ReferentKind.Person) return false;
        return types.Contains("person") || (role is { Kind: RoleKind.Person } && referent.Named && referent.Nouns.Count <= 1);
    }

    /// <summary>"The militants" for an armed group, "the alliance" for an international one: named bodies whose sector the noun tells.</summary>
    private static bool SectorFits(Referent referent, ImmutableArray<string> types, Role? role)
    {
        if (referent is not { Kind: ReferentKind.Body, Named: true, Actors: [{ Sectors.IsEmpty: false } actor, ..] }) return false;
        if (types.Contains("igo") && actor.Sectors.Contains("IGO")) return true;
        return role is { Sectors.IsEmpty: false } && role.Sectors[0] is not ("GOV" or "UNK" or "CVL") && actor.Sectors.Contains(role.Sectors[0]);
    }

    private ulong Features(MentionPlace mention, AnaphorTree tree, string? gender)
    {
        var referent = mention.Referent;
        var features = Bit((view.Sentence.Number - mention.Sentence) switch { 0 => F.SameSentence, 1 => F.OneBack, 2 => F.TwoBack, 3 => F.ThreeBack, _ => F.Farther });
        features |= Bit(mention.Role switch
        {
            ClauseRole.Subject => F.Subject,
            ClauseRole.Object => F.Object,
            ClauseRole.Oblique => F.Oblique,
            ClauseRole.Possessor => F.Possessor,
            _ => F.OtherRole,
        });
        features |= Bit(referent.Kind switch
        {
            ReferentKind.Person => F.Person,
            ReferentKind.People => F.People,
            ReferentKind.State => F.State,
            ReferentKind.Body => F.Body,
            ReferentKind.Place => F.Place,
            ReferentKind.Name => F.Name,
            _ => F.Thing,
        });
        features |= Bit(referent.Mentions switch { 1 => F.Once, 2 or 3 => F.Few, _ => F.Often });
        if (mention.Role == tree.Role) features |= Bit(F.SameRole);
        if (tree.Role == ClauseRole.Subject) features |= Bit(F.AnaphorSubject);
        if (tree.Role == ClauseRole.Possessor) features |= Bit(F.Possessive);
        if (referent.Named) features |= Bit(F.Named);
        if (mention.Pronoun && view.Sentence.Number - mention.Sentence <= 1) features |= Bit(F.Pronoun);
        if (!referent.Actors.IsEmpty && referent.Actors[0].Code is not null) features |= Bit(F.Listed);
        if (gender is not null && referent.Gender == gender) features |= Bit(F.GenderKnown);
        if (referent.Indefinite) features |= Bit(F.Indefinite);
        if (referent.Plural) features |= Bit(F.Plural);
        if (memory.Topic == referent && referent.Mentions > 2) features |= Bit(F.Topic);
        if (mention.Main && view.Sentence.Number - mention.Sentence == 1) features |= Bit(tree.IsMain ? F.LastMainSubjectToMain : F.LastMainSubject);
        if (mention.Sentence != view.Sentence.Number || mention.Role != ClauseRole.Subject) return features;
        var verb = view[mention.Head].Head;
        if (verb >= 0 && view[verb].Head < 0) features |= Bit(F.MainSubject);
        if (verb >= 0 && verb == tree.Clause) features |= Bit(F.ClauseSubject);
        if (verb >= 0 && verb == tree.OuterClause) features |= Bit(F.GoverningSubject);
        return features;
    }

    /// <summary>Adds what only the whole list shows: which is nearest, and of those that are subjects or named.</summary>
    private static List<Candidate> Ranked(List<Candidate> candidates)
    {
        var subject = false;
        var named = false;
        for (var i = 0; i < candidates.Count; i++)
        {
            var features = candidates[i].Features | Bit(i switch { 0 => F.Nearest, 1 => F.Second, 2 => F.Third, _ => F.Later });
            if (!subject && (features & Bit(F.Subject)) != 0) (subject, features) = (true, features | Bit(F.NearestSubject));
            if (!named && (features & Bit(F.Named)) != 0) (named, features) = (true, features | Bit(F.NearestNamed));
            if (candidates.Count == 1) features |= Bit(F.OnlyOne);
            candidates[i] = candidates[i] with { Features = features };
        }

        return candidates;
    }

    private ulong Nothing(AnaphorKind kind, int index, List<Candidate> candidates)
    {
        var features = Bit(F.Nothing);
        if (candidates.Count <= 1) features |= Bit(F.NothingOne);
        if (candidates.Count > 5) features |= Bit(F.NothingMany);
        if (!candidates.Exists(c => c.Last.Referent.Named)) features |= Bit(F.NothingFits);
        if (kind == AnaphorKind.Description) return IsDemonstrative(index) ? features | Bit(F.NothingDemonstrative) : features;
        if (view.Is(index, "expl")) features |= Bit(F.NothingExpletive);
        var governor = view[index].Head;
        if (kind == AnaphorKind.Thing && governor >= 0 && (view.Child(governor, "csubj") >= 0 || view.Child(governor, "ccomp") >= 0 || view.Child(governor, "cop") >= 0))
            features |= Bit(F.NothingClause);
        return features;
    }

    private bool IsDemonstrative(int head)
    {
        foreach (var child in view.Children(head))
            if (child < head && view.Is(child, "det") && view.Lemma(child) is "this" or "that" or "these" or "those") return true;
        return false;
    }

    private bool IsModified(int head)
    {
        foreach (var child in view.Children(head))
            if (view.Is(child, "amod") || view.Is(child, "compound") || view.Is(child, "nmod") || view.Is(child, "acl") || view.Is(child, "nummod")) return true;
        return false;
    }

    private static ulong Bit(F feature) => 1UL << (int)feature;
}
