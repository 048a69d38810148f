using Entente.Language.Learning;
using Entente.Language.Naming;
using Entente.Language.Tagging;
using Xunit;

namespace Entente.Tests.Language;

public sealed class NameListsTests
{
    private static readonly (string[], ListBits)[] Entries =
    [
        (["North", "Korea"], ListBits.Place), (["Korea"], ListBits.Place), (["New", "York"], ListBits.Place),
        (["New", "York", "Times"], ListBits.Organization), (["WHO"], ListBits.Organization), (["al", "-", "Qaeda"], ListBits.Organization),
        (["Mark"], ListBits.Given), (["Paris"], ListBits.Given), (["Paris"], ListBits.Place), (["Prime", "Minister"], ListBits.Title),
        (["World", "Cup"], ListBits.Other), (["river"], ListBits.PlaceWord),
    ];

    [Fact]
    public void TheLongestPhraseWins() => Assert.Equal(
        [ListBits.OrganizationBegin, ListBits.OrganizationInside, ListBits.OrganizationInside, ListBits.None, ListBits.PlaceBegin, ListBits.PlaceInside],
        Mark("New York Times in North Korea"));

    [Fact]
    public void APhraseThatIsNotWholeCountsNothing() => Assert.Equal([ListBits.None, ListBits.None, ListBits.Place], Mark("New Old Korea"));

    [Fact]
    public void AWordMayStandInSeveralLists() => Assert.Equal([ListBits.Given | ListBits.Place], Mark("Paris"));

    [Fact]
    public void NamesNeedACapital() => Assert.Equal([ListBits.Given, ListBits.None, ListBits.None], Mark("Mark mark paris"));

    [Fact]
    public void AcronymsNeedCapitalsThroughout() => Assert.Equal([ListBits.None, ListBits.Organization], Mark("Who WHO"));

    [Fact]
    public void ACapitalInsideThePhraseIsEnough() => Assert.Equal(
        [ListBits.OrganizationBegin, ListBits.OrganizationInside, ListBits.OrganizationInside], Mark("al - Qaeda"));

    [Fact]
    public void WordsThatMarkNamesCountInSmallLettersToo() => Assert.Equal(
        [ListBits.Title, ListBits.Title, ListBits.PlaceWord, ListBits.OtherBegin, ListBits.OtherInside], Mark("prime minister river World Cup"));

    [Fact]
    public void CapitalsDoNotHideAName() => Assert.Equal([ListBits.PlaceBegin, ListBits.PlaceInside, ListBits.None], Mark("NORTH KOREA FIRES"));

    [Fact]
    public void WhatIsWrittenIsReadAgain()
    {
        var pairs = NameLists.Pairs(Entries);
        using var stream = new MemoryStream();
        using (var writer = new ModelWriter(stream)) NameLists.Write(writer, pairs);
        var reader = new ModelReader(stream.ToArray());
        var read = NameLists.Read(ref reader);
        Assert.Equal(0, reader.Left);
        const string Text = "New York Times in North Korea Mark WHO";
        Assert.Equal(Mark(Text, new NameLists(pairs)), Mark(Text, read));
    }

    [Fact]
    public void TooLongAnEntryIsRefused() =>
        Assert.Throws<ArgumentException>(() => NameLists.Pairs([(["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"], ListBits.Place)]));

    private static ListBits[] Mark(string text) => Mark(text, new NameLists(NameLists.Pairs(Entries)));

    private static ListBits[] Mark(string text, NameLists lists)
    {
        var frame = new Frame();
        frame.Load(text.Split(' '), new HashTable([]));
        lists.Mark(frame);
        return frame.Lists[1..(frame.Count + 1)];
    }
}
