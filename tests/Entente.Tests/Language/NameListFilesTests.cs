using Entente.Compiler.Training;
using Entente.Language.Naming;
using Xunit;

namespace Entente.Tests.Language;

public sealed class NameListFilesTests
{
    private static readonly NameListContent Content = NameListFiles.Read(Repository.At("language"), Repository.At("knowledge"));

    private static readonly AuthoredContent Authored = AuthoredNames.Read(Repository.At("language", "examples", "names.txt"));

    [Fact]
    public void TheListsAreWithoutFaults() => Assert.Empty(Content.Faults);

    [Theory]
    [InlineData("given-names.txt", 4000)]
    [InlineData("surnames.txt", 6000)]
    [InlineData("places.txt", 5000)]
    [InlineData("organizations.txt", 1500)]
    [InlineData("organization-words.txt", 300)]
    [InlineData("place-words.txt", 200)]
    [InlineData("person-titles.txt", 300)]
    [InlineData("demonyms.txt", 300)]
    [InlineData("not-names.txt", 800)]
    public void TheListsAreNoToys(string file, int least) => Assert.True(
        File.ReadLines(Repository.At("language", "names", file)).Count(line => line.Length > 0 && line[0] != '#') >= least);

    [Fact]
    public void KnowledgeAddsItsPlacesAndPeoples()
    {
        Assert.Contains(Content.Entries, e => e.Words.SequenceEqual(["Zagreb"]) && e.Lists == ListBits.Place);
        Assert.Contains(Content.Entries, e => e.Words.SequenceEqual(["Croatian"]) && e.Lists == ListBits.Demonym);
    }

    [Theory]
    [InlineData("Łódź", "Lodz")]
    [InlineData("São Paulo", "Sao Paulo")]
    [InlineData("Erdoğan", "Erdogan")]
    [InlineData("Østergård", "Ostergard")]
    public void DiacriticsAreTakenOff(string text, string plain) => Assert.Equal(plain, Diacritics.Folded(text));

    [Fact]
    public void BadLinesAreToldWithFileAndLine()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            var names = folder.CreateSubdirectory("names").FullName;
            foreach (var path in Directory.EnumerateFiles(Repository.At("language", "names"))) File.WriteAllText(Path.Combine(names, Path.GetFileName(path)), "# none\n");
            File.WriteAllText(Path.Combine(names, "places.txt"), "# of the world\nLima\n Quito\nLima\none two three four five six seven eight nine ten\n");
            var faults = NameListFiles.Read(folder.FullName, null).Faults;
            Assert.Equal(3, faults.Count);
            Assert.Contains("places.txt:3: ", faults[0], StringComparison.Ordinal);
            Assert.Contains("places.txt:4: ", faults[1], StringComparison.Ordinal);
            Assert.Contains("places.txt:5: ", faults[2], StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void TheSentencesAreWithoutFaultsAndNoneComesTwice()
    {
        Assert.Empty(Authored.Faults);
        Assert.True(Authored.Sentences.Count >= 1500);
        Assert.Equal(Authored.Sentences.Count, Authored.Sentences.Select(s => s.Text).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void NoSkeletonComesMoreThanThrice() => Assert.All(
        Authored.Sentences.GroupBy(s => string.Join(' ', s.Forms.Zip(s.Names, (form, name) => name[0] switch { 'O' => form, 'B' => "N", _ => "" }))),
        group => Assert.True(group.Count() <= 3, group.Key));

    [Fact]
    public void MarksBecomeTags()
    {
        var (sentence, _) = AuthoredNames.Parse("[PERSON Sergei Shoigu] told [ORGANIZATION KCNA] off.");
        Assert.Equal(["Sergei", "Shoigu", "told", "KCNA", "off", "."], sentence!.Forms);
        Assert.Equal(["B-PERSON", "I-PERSON", "O", "B-ORGANIZATION", "O", "O"], sentence.Names);
    }

    [Theory]
    [InlineData("[PERSON Ana told KCNA.")]
    [InlineData("[CITY Lima] is grey.")]
    [InlineData("Anti[PLACE Lima] is grey.")]
    public void BrokenMarksAreFaults(string line) => Assert.Null(AuthoredNames.Parse(line).Sentence);
}
