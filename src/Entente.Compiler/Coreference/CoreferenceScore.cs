using Entente.Coding;
using Entente.Coding.Actors;
using Entente.Coding.Knowledge;

namespace Entente.Compiler.Coreference;

/// <summary>
/// How many pronouns and definite descriptions whose gold chain holds an earlier name are resolved, and how many of these rightly; and
/// of all answers that name somebody, whatever the chain, how many are right.
/// </summary>
internal sealed class CoreferenceScore
{
    /// <summary>Pronouns and descriptions whose chain holds an earlier name.</summary>
    public int Pronouns, Descriptions;

    /// <summary>Those of them that are resolved.</summary>
    public int ResolvedPronouns, ResolvedDescriptions;

    /// <summary>Those of them that are resolved rightly.</summary>
    public int RightPronouns, RightDescriptions;

    /// <summary>All answers that name somebody, and the right ones.</summary>
    public int Answers, RightAnswers;

    /// <summary>Every answer as a line for people.</summary>
    public List<string> Lines { get; } = [];

    /// <summary>Runs the coder over texts and counts.</summary>
    public static CoreferenceScore Of(IEnumerable<CoreferenceText> texts, KnowledgeBase knowledge)
    {
        var score = new CoreferenceScore();
        foreach (var text in texts)
        {
            var recorder = new Recorder(knowledge.Coreferees);
            _ = new EventCoder(knowledge, recorder).Mentions(text.Document);
            score.Count(text, recorder.Asked);
        }

        return score;
    }

    private void Count(CoreferenceText text, Dictionary<(int, int), (bool Right, bool Named)> asked, int sentence, GoldMention gold)
    {
        if (!(gold.IsPronoun || gold.IsDescription) || !Coreference.Answers.HasEarlierName(text, gold, sentence)) return;
        if (gold.IsPronoun) Pronouns++;
        else Descriptions++;
        if (!asked.TryGetValue((sentence, gold.Head), out var answer) || !answer.Named)
        {
            var words = text.Document.Sentences[sentence - 1].Tokens;
            Lines.Add($"{text.Id}:{sentence}\tunresolved\t{gold.Kind}\t\t{words[gold.Head].Form}\t\t{string.Join(' ', words.Select(w => w.Form))}");
            return;
        }

        if (gold.IsPronoun) (ResolvedPronouns, RightPronouns) = (ResolvedPronouns + 1, RightPronouns + (answer.Right ? 1 : 0));
        else (ResolvedDescriptions, RightDescriptions) = (ResolvedDescriptions + 1, RightDescriptions + (answer.Right ? 1 : 0));
    }

    private void Count(CoreferenceText text, List<(Anaphor Anaphor, Choice Choice, (int Sentence, int Head) Anchor, bool Named)> asked)
    {
        var answers = new Dictionary<(int, int), (bool, bool)>();
        foreach (var (anaphor, choice, anchor, named) in asked)
        {
            if (choice.Candidate < 0) continue;
            var gold = text.At(anaphor.Sentence, anaphor.Head);
            var right = gold is not null && text.IsOf(gold.Chain, anchor);
            answers[(anaphor.Sentence, anaphor.Head)] = (right, named);
            if (!named) continue;
            Answers++;
            if (right) RightAnswers++;
            var words = text.Document.Sentences[anaphor.Sentence - 1].Tokens;
            var before = text.Document.Sentences[anchor.Sentence - 1].Tokens[anchor.Head].Form;
            Lines.Add($"{text.Id}:{anaphor.Sentence}\t{(right ? "right" : "wrong")}\t{anaphor.Kind}\t{choice.Probability:f2}\t{words[anaphor.Head].Form}\t{before}\t{string.Join(' ', words.Select(w => w.Form))}");
        }

        for (var sentence = 1; sentence <= text.Mentions.Length; sentence++)
            foreach (var gold in text.Mentions[sentence - 1]) Count(text, answers, sentence, gold);
    }

    /// <summary>Writes down what the model is asked and answers.</summary>
    private sealed class Recorder(ICorefereeChooser model) : ICorefereeChooser
    {
        public List<(Anaphor Anaphor, Choice Choice, (int Sentence, int Head) Anchor, bool Named)> Asked { get; } = [];

        public Choice Choose(Anaphor anaphor)
        {
            var choice = model.Choose(anaphor);
            var referent = choice.Candidate < 0 ? null : anaphor.Candidates[choice.Candidate].Last.Referent;
            Asked.Add((anaphor, choice, referent?.Anchor ?? default, choice.Candidate >= 0 && CoreferenceTrainer.Names(anaphor, choice)));
            return choice;
        }
    }
}
