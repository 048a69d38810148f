using Entente.Compiler.Training;
using Entente.Language.Neural;
using Entente.Language.Tagging;

namespace Entente.Compiler.Neural;

/// <summary>Tells how a network does on the development sets, whose sentences it does not learn from.</summary>
internal sealed class Watch(string folder, ModelParts parts, TextWriter log)
{
    private readonly List<Example>[] sets = [.. Directory.EnumerateFiles(folder, "*-dev.conllu").Order(StringComparer.Ordinal).Select(Example.Read)];

    /// <summary>Logs tags, heads and relations right in percent.</summary>
    public void Look(NetworkWeights weights)
    {
        var reader = new NetworkReader(weights, parts.WordRows, parts.Tags);
        foreach (var set in sets)
        {
            int total = 0, upos = 0, uas = 0, las = 0;
            foreach (var chunk in set.Chunk(32))
            {
                var frames = Array.ConvertAll(chunk, e => Loaded(e.Forms));
                reader.Read(frames);
                for (var s = 0; s < chunk.Length; s++)
                    for (var i = 0; i < chunk[s].Forms.Length; i++)
                    {
                        total++;
                        if (chunk[s].Tags[i].Split('|')[0] == parts.Tags.Parts[frames[s].Tags[i + 1] - 1].ToString()) upos++;
                        if (frames[s].Heads[i + 1] != chunk[s].Heads[i]) continue;
                        uas++;
                        if (parts.Labels[frames[s].Labels[i + 1]].Split(':')[0] == chunk[s].Labels[i].Split(':')[0]) las++;
                    }
            }

            log.WriteLine($"    UPOS {100.0 * upos / total:F2} UAS {100.0 * uas / total:F2} LAS {100.0 * las / total:F2}");
        }
    }

    private Frame Loaded(string[] forms)
    {
        var frame = new Frame();
        frame.Load(forms, parts.Clusters);
        return frame;
    }
}
