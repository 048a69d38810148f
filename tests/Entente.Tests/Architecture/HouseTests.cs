using System.Diagnostics;
using System.Reflection;
using System.Xml.Linq;
using Entente.Analysis.Statistics;
using Entente.Cli;
using Entente.Coding;
using Entente.Language;
using Entente.Sources;
using Entente.Store;
using Xunit;

namespace Entente.Tests.Architecture;

/// <summary>The rules of the house (docs/architecture.md), checked on the built assemblies and on the files.</summary>
public sealed class HouseTests
{
    /// <summary>In the order of the way through the house: a project refers only to those before it.</summary>
    private static readonly string[] Way = ["Entente.Sources", "Entente.Language", "Entente.Coding", "Entente.Store", "Entente.Analysis", "Entente.Cli"];

    public static TheoryData<string> Assemblies() => ["Entente.Sources", "Entente.Language", "Entente.Coding", "Entente.Store", "Entente.Analysis", "entente"];

    private static Assembly Load(string name) => name switch
    {
        "Entente.Sources" => typeof(Article).Assembly,
        "Entente.Language" => typeof(Document).Assembly,
        "Entente.Coding" => typeof(CodedEvent).Assembly,
        "Entente.Store" => typeof(EventStore).Assembly,
        "Entente.Analysis" => typeof(SeededRandom).Assembly,
        _ => typeof(ExitCode).Assembly,
    };

    [Fact]
    public void References_go_one_way_and_nobody_refers_to_the_compiler()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.At("src"), "*.csproj", SearchOption.AllDirectories))
        {
            var project = Path.GetFileNameWithoutExtension(file);
            var references = XDocument.Load(file).Descendants("ProjectReference").Select(r => Path.GetFileNameWithoutExtension(r.Attribute("Include")!.Value.Replace('\\', '/'))).ToArray();
            Assert.DoesNotContain("Entente.Compiler", references);
            var at = Array.IndexOf(Way, project);
            if (project != "Entente.Compiler") Assert.True(at >= 0, $"{project} has no place in the way through the house");
            Assert.All(references, r => Assert.True(at < 0 || Array.IndexOf(Way, r) is >= 0 and var before && before < at, $"{project} refers to {r}"));
        }
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Built_assemblies_refer_one_way_too(string name)
    {
        string[] order = [.. Way[..^1], "entente"];
        var references = Load(name).GetReferencedAssemblies().Select(r => r.Name!).ToArray();
        Assert.DoesNotContain("entente-compiler", references);
        Assert.Empty(references.Intersect(order[Array.IndexOf(order, name)..]));
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Nothing_public_is_global_and_mutable(string name)
    {
        const BindingFlags Static = BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly;
        foreach (var type in Load(name).GetExportedTypes().Where(t => !t.IsEnum))
        {
            Assert.All(type.GetFields(Static), f => Assert.True(f.IsInitOnly || f.IsLiteral, $"{type}.{f.Name}"));
            Assert.All(type.GetProperties(Static), p => Assert.True(p.SetMethod is not { IsPublic: true }, $"{type}.{p.Name}"));
        }
    }

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Public_types_are_sealed_static_abstract_or_values(string name) =>
        Assert.All(Load(name).GetExportedTypes(), type => Assert.True(type.IsSealed || type.IsAbstract || type.IsValueType, $"{type} can be derived from"));

    [Theory]
    [MemberData(nameof(Assemblies))]
    public void Public_types_live_in_the_namespace_of_their_project(string name) =>
        Assert.All(Load(name).GetExportedTypes(), type => Assert.StartsWith(name == "entente" ? "Entente.Cli" : name, type.Namespace, StringComparison.Ordinal));

    [Fact]
    public void Only_the_store_knows_its_database() => Assert.All(
        Sources().Where(f => !f.Contains("Entente.Store/", StringComparison.Ordinal)), file => Assert.DoesNotContain("DuckDB.NET", File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void Sources_stay_below_450_lines() => Assert.All(
        Sources(), file => Assert.True(File.ReadLines(file).Count() <= 450, $"{file} is longer than 450 lines: two concepts in one file?"));

    [Fact]
    public void A_file_is_named_for_a_type_in_it() => Assert.All(
        Sources().Where(f => Path.GetFileName(f) is not ("Program.cs" or "AssemblyInfo.cs")), file => Assert.Contains(Path.GetFileNameWithoutExtension(file).Split('.')[0], File.ReadAllText(file), StringComparison.Ordinal));

    [Fact]
    public void Every_folder_of_knowledge_is_told_of_in_its_readme()
    {
        var readme = File.ReadAllText(Repository.At("knowledge", "README.md"));
        foreach (var folder in Directory.EnumerateDirectories(Repository.At("knowledge")))
            Assert.Contains($"## {Path.GetFileName(folder)}/", readme, StringComparison.Ordinal);
        foreach (var folder in Directory.EnumerateDirectories(Repository.At("knowledge"), "*", SearchOption.AllDirectories))
            Assert.Contains(Path.GetFileName(folder) + "/", readme, StringComparison.Ordinal);
    }

    [Fact]
    public void Packages_are_fixed_in_one_place_and_locked()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.Root, "*.csproj", SearchOption.AllDirectories).Where(f => !f.Contains("/artifacts/", StringComparison.Ordinal)))
        {
            Assert.All(XDocument.Load(file).Descendants("PackageReference"), p => Assert.Null(p.Attribute("Version")));
            Assert.True(File.Exists(Path.Combine(Path.GetDirectoryName(file)!, "packages.lock.json")), $"{file} has no packages.lock.json");
        }
    }

    [Fact]
    public void Committed_files_name_no_machine_of_ours()
    {
        // Put together here, so that this file is none of those it looks for.
        string[] unwanted = ["/" + "work/", "local" + "host:", "/" + "root/"];
        foreach (var file in Committed().Where(f => !f.EndsWith(".model", StringComparison.Ordinal)))
        {
            var text = File.ReadAllText(Repository.At(file));
            Assert.All(unwanted, u => Assert.False(text.Contains(u, StringComparison.Ordinal), $"{file} names {u}"));
        }
    }

    [Fact]
    public void No_committed_file_sets_a_registry()
    {
        var files = Committed();
        Assert.DoesNotContain(files, f => Path.GetFileName(f).Equals("nuget.config", StringComparison.OrdinalIgnoreCase));
        string[] unwanted = ["api." + "nuget.org", "Restore" + "Sources", "package" + "Sources", "arti" + "factory"];
        foreach (var file in files.Where(f => Path.GetExtension(f) is ".csproj" or ".props" or ".targets" or ".json" or ".config" or ".slnx" || f.StartsWith(".ci/", StringComparison.Ordinal)))
            Assert.All(unwanted, u => Assert.DoesNotContain(u, File.ReadAllText(Repository.At(file)), StringComparison.OrdinalIgnoreCase));
    }

    private static IEnumerable<string> Sources() =>
        Directory.EnumerateFiles(Repository.At("src"), "*.cs", SearchOption.AllDirectories).Where(f => !f.Contains("/obj/", StringComparison.Ordinal) && !f.Contains("/bin/", StringComparison.Ordinal));

    private static string[] Committed()
    {
        Assert.SkipUnless(Path.Exists(Repository.At(".git")), "this is no clone, so nothing tells which files are committed");
        using var git = Process.Start(new ProcessStartInfo("git", ["ls-files"]) { RedirectStandardOutput = true, WorkingDirectory = Repository.Root })!;
        var files = git.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(f => File.Exists(Repository.At(f))).ToArray();
        git.WaitForExit();
        Assert.SkipUnless(git.ExitCode == 0 && files.Length > 0, "git cannot list the files here");
        return files;
    }
}
