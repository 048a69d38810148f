using Entente.Coding.Actors;
using Entente.Compiler.Coreference;
using Entente.Tests.Coding;
using Xunit;

namespace Entente.Tests.Compiler;

/// <summary>Coreference: the authored texts, what the model answers on them, and its arithmetic.</summary>
public sealed class CoreferenceTests(Engine engine)
{
    [Fact]
    public void The_authored_texts_are_sound()
    {
        var texts = AuthoredCoreference.Read(Repository.At("knowledge", "coreference", "examples.txt"), engine.Parser).ToList();
        Assert.InRange(texts.Count, 400, int.MaxValue);
        Assert.All(texts, t => Assert.Equal(t.Document.Sentences.Length, t.Mentions.Length));
    }

    [Fact]
    public void Most_answers_on_them_are_right()
    {
        var score = CoreferenceScore.Of(AuthoredCoreference.Read(Repository.At("knowledge", "coreference", "examples.txt"), engine.Parser), engine.Knowledge);
        var resolved = score.ResolvedPronouns + score.ResolvedDescriptions;
        Assert.InRange((double)(score.RightPronouns + score.RightDescriptions) / resolved, 0.85, 1);
        Assert.InRange((double)resolved / (score.Pronouns + score.Descriptions), 0.6, 1);
    }

    [Fact]
    public void On_the_treebank_at_least_85_of_100_answers_are_right()
    {
        var gum = Path.Combine(Repository.Root, "..", "shared", "data", "ud", "en_gum-ccby-dev.conllu");
        Assert.SkipUnless(File.Exists(gum), "the treebank is not here");
        var score = CoreferenceScore.Of(CoreferenceText.Read(gum, engine.Parser), engine.Knowledge);
        Assert.InRange((double)(score.RightPronouns + score.RightDescriptions) / (score.ResolvedPronouns + score.ResolvedDescriptions), 0.85, 1);
    }

    [Fact]
    public void Probabilities_of_candidates_and_of_none_sum_to_one()
    {
        var weights = new double[CorefereeModel.Features * CorefereeModel.Kinds];
        weights[(int)CorefereeFeature.Subject] = 1;
        var model = new CorefereeModel(weights, new double[CorefereeModel.Kinds]);
        var some = new MentionPlace(new Referent(1, ReferentKind.Person), 1, 0, ClauseRole.Subject, Pronoun: false);
        var choice = model.Choose(new Anaphor(AnaphorKind.Person, 2, 0, [new Candidate(some, 0), new Candidate(some, 1UL << (int)CorefereeFeature.Subject)], 0));
        Assert.Equal(1, choice.Candidate);
        Assert.Equal(Math.E / (Math.E + 2), choice.Probability, 9);
    }

    [Fact]
    public void An_answer_that_is_not_sure_enough_is_none()
    {
        var model = new CorefereeModel(new double[CorefereeModel.Features * CorefereeModel.Kinds], [0.6, 0.6, 0.6, 0.6]);
        var some = new MentionPlace(new Referent(1, ReferentKind.Person), 1, 0, ClauseRole.Subject, Pronoun: false);
        Assert.Equal(-1, model.Choose(new Anaphor(AnaphorKind.Thing, 2, 0, [new Candidate(some, 0)], 0)).Candidate);
        Assert.Equal(-1, model.Choose(new Anaphor(AnaphorKind.Thing, 2, 0, [], 0)).Candidate);
    }

    [Fact]
    public void Every_feature_fits_into_the_bits() => Assert.InRange(CorefereeModel.Features, 1, 64);
}
