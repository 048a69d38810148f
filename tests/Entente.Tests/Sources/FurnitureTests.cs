using CsCheck;
using Entente.Sources;
using Entente.Sources.Furniture;
using NodaTime;
using Xunit;

namespace Entente.Tests.Sources;

public sealed class FurnitureTests : IDisposable
{
    private const string Prose = """
        Ministers of the two countries met in Vienna on Tuesday to revive an agreement on fisheries that had lapsed in spring. They agreed to go on with talks in autumn, an official of the host country said, and to keep patrol boats apart until then.

        “We have come a long way,” the official said. The opposition in both capitals called the outcome thin, and unions of fishermen announced protests for the weekend.
        """;

    private readonly SourceFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_table_beside_the_assembly_is_sound()
    {
        Assert.Empty(FurnitureTable.Default.Faults);
        Assert.True(FurnitureTable.Default.Count >= 100);
    }

    [Fact]
    public void A_blogs_tail_is_furniture_and_tells_author_and_outlet()
    {
        const string Tail = """
            Originally posted by Olena Vymyshlena (Professor of Law at a University) on Primer.ua. Translated and edited by the Sample – news and analytics website

            See also: The price of herring in the northern seas

            Avatar photo


            An independent media focused on the North Sea.
            Follow us on social media:

            Submit a Comment

            Your email address will not be published.

            Share This

            Share this post with your friends!
            """;
        string text = "About herring: two fleets and one sea\n\n" + Prose + "\n\n" + Tail;
        var article = folder.Text(text);
        Assert.Equal(text, article.Text);
        Assert.Equal("About herring: two fleets and one sea", article.Title);
        Assert.Equal(("Olena Vymyshlena", "Primer.ua"), (article.Author, article.Source));
        var range = Assert.Single(article.Furniture);
        Assert.Equal(Tail.Trim(), text[range.Start..range.End]);
    }

    [Theory]
    [InlineData("Advertisement"), InlineData("Read more: Fishermen strike in the north"), InlineData("Subscribe to our newsletter")]
    [InlineData("Photo: Jane Doe/Getty Images"), InlineData("Click here to read the full report"), InlineData("Share on Facebook Twitter WhatsApp")]
    [InlineData("Support us on Patreon"), InlineData("We use cookies to improve your experience on our site."), InlineData("Sign up for our daily newsletter")]
    [InlineData("Copyright © 2023 Sample News. All rights reserved."), InlineData("Also read | Herring prices rise"), InlineData("Related: Herring prices rise")]
    [InlineData("Follow us on Telegram"), InlineData("3 min read"), InlineData("Story continues below advertisement"), InlineData("Image caption The harbour at dawn")]
    public void Lone_lines_in_the_midst_go_alone(string line)
    {
        var paragraphs = Prose.Split("\n\n");
        string text = $"{paragraphs[0]}\n\n{line}\n\n{paragraphs[1]}";
        var range = Assert.Single(folder.Text(text).Furniture);
        Assert.Equal(line, text[range.Start..range.End]);
    }

    [Theory]
    [InlineData("Related articles"), InlineData("Comments"), InlineData("Share This"), InlineData("Submit a Comment"), InlineData("Most read")]
    public void A_wrong_match_in_the_midst_cuts_nothing(string line)
    {
        var paragraphs = Prose.Split("\n\n");
        string text = $"{paragraphs[0]}\n\n{line}\n\n{paragraphs[1]}";
        Assert.All(folder.Text(text).Furniture, range => Assert.Equal(line, text[range.Start..range.End]));
    }

    [Fact]
    public void Headlines_behind_related_articles_go_with_them()
    {
        string text = Prose + "\n\nRelated Articles\n\nHerring prices rise\n\nPort of Sample closed for a week\n\nWhat fishermen want";
        var range = Assert.Single(folder.Text(text).Furniture);
        Assert.StartsWith("Related", text[range.Start..], StringComparison.Ordinal);
        Assert.Equal(text.Length, range.End);
    }

    [Theory]
    [InlineData("Share prices fell in Tokyo."), InlineData("Reading the treaty, he laughed."), InlineData("Comments by the minister angered Paris.")]
    [InlineData("More than 40 people died."), InlineData("The news agency Tass is a state agency of Russia."), InlineData("Russia signed up for the talks.")]
    [InlineData("Related charges were dropped by the court."), InlineData("Trump said: “See also what Iran does.”"), InlineData("Join us, said the rebels to the army.")]
    [InlineData("Follow-up talks failed."), InlineData("By Monday the army had left Kabul."), InlineData("Support for Ukraine grew.")]
    [InlineData("Live fire hit a school."), InlineData("Home rule was granted to Scotland."), InlineData("Subscribers of the state network lost power.")]
    [InlineData("An independent news website was raided by police in Minsk on Friday.")]
    public void Prose_is_no_furniture(string sentence)
    {
        var paragraphs = Prose.Split("\n\n");
        Assert.Empty(folder.Text($"{paragraphs[0]}\n\n{sentence}\n\n{paragraphs[1]}").Furniture);
        Assert.Empty(folder.Text($"{sentence}\n\n{Prose}").Furniture);
        Assert.Empty(folder.Text($"{Prose}\n\n{sentence}").Furniture);
    }

    [Fact]
    public void Bylines_and_dates_above_are_metadata()
    {
        string text = "Herring talks go on\n\nBy Jane Doe, Vienna\n\nPublished 3 August 2023\n\n" + Prose;
        var article = folder.Text(text);
        Assert.Equal(("Jane Doe", new LocalDate(2023, 8, 3)), (article.Author, article.Published));
        var range = Assert.Single(article.Furniture);
        Assert.Equal("By Jane Doe, Vienna\n\nPublished 3 August 2023", text[range.Start..range.End]);
    }

    [Theory]
    [InlineData("By Jane Doe and John Roe", "Jane Doe and John Roe"), InlineData("BY JANE DOE", "JANE DOE"), InlineData("Author: Jane van der Doe", "Jane van der Doe")]
    [InlineData("By Jane Doe | August 3, 2023", "Jane Doe")]
    public void Bylines(string line, string author) => Assert.Equal(author, folder.Text($"{line}\n\n{Prose}").Author);

    [Fact]
    public void Credits_at_the_last_paragraphs_end_are_cut_out_alone()
    {
        string text = Prose + " (Reporting by Jane Doe in Vienna; editing by John Roe)";
        var article = folder.Text(text);
        Assert.StartsWith("Jane Doe", article.Author, StringComparison.Ordinal);
        var range = Assert.Single(article.Furniture);
        Assert.Equal("(Reporting by Jane Doe in Vienna; editing by John Roe)", text[range.Start..range.End]);
    }

    [Fact]
    public void Lines_wrapped_at_a_width_are_no_lone_lines()
    {
        string text = "The rebels said they would lay down their arms within two months if the\nRead more about the talks in Vienna and what both the delegations said\nthere about peace, fish, and the future of all of the coastal states.\n";
        Assert.Empty(folder.Text(text).Furniture);
    }

    [Fact]
    public void Own_patterns_are_added_and_faulty_rows_told()
    {
        string path = folder.File("own.tsv", "kind\tpattern\tnote\nline\tBoing+\nline\t(\t\nnonsense\tx\t\n# note\npart\tX=abc\nline\t{X}d");
        var table = FurnitureTable.Load(path, Path.Combine(folder.Root, "none.tsv"));
        Assert.Equal(2, table.Count);
        Assert.Equal([":3: ", ":4: ", "none"], table.Faults.Select(f => f.Contains("none.tsv", StringComparison.Ordinal) ? "none" : f[(path.Length)..(path.Length + 4)]));
        var article = SourceFolder.One(folder.File("a.txt", Prose + "\n\nBoinggg\n"), new SourceOptions { Furniture = table });
        Assert.Single(article.Furniture);
    }

    [Fact]
    public void Ranges_are_ordered_and_the_text_untouched()
    {
        string[] lines = ["Share This", "Related articles", "By Jane Doe", "A short line", Prose, "(Reporting by A B)", "", "See also: x", "Comments", "Name *", "\r", "© 2020 X", "He left."];
        Gen.Int[0, lines.Length - 1].Select(i => lines[i]).Array[0, 12].Sample(parts =>
        {
            string text = string.Join('\n', parts);
            var reader = new ArticleReader(null, new MemoryStream(System.Text.Encoding.UTF8.GetBytes(text)));
            return reader.Read(["-"]).OfType<SourceResult.Read>().All(r => r.Article.Text == text && HostileInputTests.Ordered(r.Article)
                && r.Article.Furniture.All(f => !text[f.Start..f.End].Contains("fisheries", StringComparison.Ordinal)));
        }, iter: 1_000, threads: 1);
    }
}
