using System.Buffers.Binary;
using CsCheck;
using Entente.Language;
using Xunit;

namespace Entente.Tests.Language;

/// <summary>A model file that is not what it should be is refused with one clear line; nothing is read from it.</summary>
public sealed class ModelFileTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "models");
    private static readonly byte[] Good = File.ReadAllBytes(Path.Combine(Folder, DocumentParser.ModelFile(LanguageModelKind.Fast)));

    [Fact]
    public void OtherFilesAreRefused() => Assert.Contains("not an Entente language model", Refusal("nonsense"u8.ToArray()), StringComparison.Ordinal);

    [Fact]
    public void OtherVersionsAreRefused()
    {
        var bytes = (byte[])Good.Clone();
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(LanguageModel.Magic.Length), LanguageModel.Version + 1);
        Assert.Contains($"version {LanguageModel.Version + 1}", Refusal(bytes), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0.0)]
    [InlineData(0.000003)]
    [InlineData(0.5)]
    [InlineData(0.999999)]
    public void CutFilesAreRefused(double share) => Refusal(Good[..(int)(Good.Length * share)]);

    [Fact]
    public void LongerFilesAreRefused() => Assert.Contains("too long", Refusal([.. Good, 0]), StringComparison.Ordinal);

    [Fact]
    public void AnyFlippedBitIsNoticed() => Gen.Select(Gen.Int[0, Good.Length - 1], Gen.Int[0, 7]).Sample(
        t =>
        {
            var bytes = (byte[])Good.Clone();
            bytes[t.Item1] ^= (byte)(1 << t.Item2);
            Refusal(bytes);
        }, iter: 60, threads: 1);

    [Fact]
    public void TheFileIsNamed()
    {
        var folder = Directory.CreateTempSubdirectory();
        try
        {
            File.WriteAllBytes(Path.Combine(folder.FullName, DocumentParser.ModelFile(LanguageModelKind.Accurate)), Good[..1000]);
            var fault = Assert.Throws<InvalidDataException>(() => DocumentParser.Load(folder.FullName));
            Assert.StartsWith(folder.FullName, fault.Message, StringComparison.Ordinal);
            Assert.Throws<FileNotFoundException>(() => DocumentParser.Load(folder.FullName, LanguageModelKind.Fast));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Fact]
    public void BothModelsLoadAndFitTheirSize()
    {
        foreach (var kind in Enum.GetValues<LanguageModelKind>()) Assert.NotEmpty(DocumentParser.Load(Folder, kind).ModelDescription);
        Assert.InRange(Directory.EnumerateFiles(Folder, "english*.model").Sum(f => new FileInfo(f).Length), 1, 40_000_000);
    }

    private static string Refusal(byte[] bytes)
    {
        var fault = Assert.Throws<InvalidDataException>(() => DocumentParser.Load(new MemoryStream(bytes)));
        Assert.DoesNotContain('\n', fault.Message);
        return fault.Message;
    }
}
