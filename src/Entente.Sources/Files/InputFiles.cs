namespace Entente.Sources.Files;

/// <summary>One file to read (<see cref="Failure"/> null), or the reason why a path gives none.</summary>
internal readonly record struct InputFile(string Path, string? Failure);

/// <summary>Walks files and folders in ordinal name order. Holds the names of one folder's way down, never a whole tree.</summary>
internal static class InputFiles
{
    /// <summary>The files that <paramref name="path"/> stands for. Names that start with a dot are skipped inside folders.</summary>
    public static IEnumerable<InputFile> Of(string path)
    {
        if (File.Exists(path))
        {
            yield return InputName.Of(path) is null ? new InputFile(path, UnknownEnding(path)) : new InputFile(path, null);
            yield break;
        }
        if (!Directory.Exists(path))
        {
            yield return new InputFile(path, "There is no such file or folder; check the name.");
            yield break;
        }
        bool any = false;
        foreach (var file in Walk(path, RealPath(new DirectoryInfo(path)), []))
        {
            any = true;
            yield return file;
        }
        if (!any)
            yield return new InputFile(path, $"The folder holds no file that can be read; files must end in {InputName.Endings}.");
    }

    private static string UnknownEnding(string path)
    {
        string ending = Path.GetExtension(path);
        string what = ending.Length == 0 ? "The name has no ending" : $"The ending '{ending}' is unknown";
        return $"{what}; convert or rename the file to {InputName.Endings}.";
    }

    /// <summary>Every real folder is entered once (<paramref name="seen"/>), so that links can make no loop.</summary>
    private static IEnumerable<InputFile> Walk(string folder, string real, HashSet<string> seen)
    {
        if (!seen.Add(real))
            yield break;
        if (Entries(folder, out var entries) is { } failure)
        {
            yield return new InputFile(folder, failure);
            yield break;
        }
        foreach (var entry in entries)
        {
            string path = Path.Combine(folder, entry.Name);
            if (entry is DirectoryInfo below)
            {
                string target = below.LinkTarget is null ? Path.Combine(real, entry.Name) : RealPath(below);
                foreach (var file in Walk(path, target, seen))
                    yield return file;
            }
            else if (InputName.Of(path) is not null)
            {
                yield return new InputFile(path, null);
            }
        }
    }

    private static string? Entries(string folder, out List<FileSystemInfo> entries)
    {
        entries = [];
        try
        {
            foreach (var entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                if (!entry.Name.StartsWith('.') && (OperatingSystem.IsLinux() || !entry.Attributes.HasFlag(FileAttributes.Hidden)))
                    entries.Add(entry);
            }
            entries.Sort((a, b) => string.CompareOrdinal(a.Name, b.Name));
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"The folder cannot be listed: {Faults.Tell(e)}";
        }
    }

    private static string RealPath(DirectoryInfo folder)
    {
        try
        {
            return folder.ResolveLinkTarget(returnFinalTarget: true)?.FullName ?? folder.FullName;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return folder.FullName;
        }
    }
}
