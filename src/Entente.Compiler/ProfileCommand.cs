using System.CommandLine;
using Entente.Compiler.Training;
using Entente.Language;
using Entente.Language.Lemmatising;
using Entente.Language.Neural;
using Entente.Language.Tagging;

namespace Entente.Compiler;

internal static unsafe class ProfileCommand
{
    public static Command Make()
    {
        var a = new Argument<string>("model");
        var c = new Command("profile") { a };
        c.SetAction(r => Run(r.GetValue(a)!));
        return c;
    }

    private static void Run(string path)
    {
        var model = LanguageModel.Read(File.ReadAllBytes(path));
        var ex = Example.Read("../shared/data/ud/en_ewt-dev.conllu");
        var words = ex.Sum(e => e.Forms.Length);
        var chunks = ex.Chunk(32).ToArray();
        var frames = Enumerable.Range(0, 32).Select(_ => new Frame()).ToArray();
        var input = new NetworkInput(model.WordRows);
        var network = new Network(model.Network);
        var reader = new NetworkReader(model.Network, model.WordRows, model.Tags);
        var lem = new LemmaCache(model.Lemmatizer);
        var parser = new DocumentParser(model);
        void Time(string name, Action action)
        {
            for (var r = 0; r < 4; r++)
            {
                var cpu = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime;
                action();
                var t = System.Diagnostics.Process.GetCurrentProcess().TotalProcessorTime - cpu;
                if (r == 3) Console.WriteLine($"{name}: {t.TotalMilliseconds * 1000 / words:F2} us/word");
            }
        }
        Time("frames", () => { foreach (var c in chunks) for (var i = 0; i < c.Length; i++) frames[i].Load(c[i].Forms, model.Clusters); });
        Time("+input", () => { foreach (var c in chunks) { for (var i = 0; i < c.Length; i++) frames[i].Load(c[i].Forms, model.Clusters); input.Load(frames.AsSpan(0, c.Length), network.Batch); } });
        Time("+network", () => { foreach (var c in chunks) { for (var i = 0; i < c.Length; i++) frames[i].Load(c[i].Forms, model.Clusters); input.Load(frames.AsSpan(0, c.Length), network.Batch); network.Run(input, null); } });
        Time("reader", () => { foreach (var c in chunks) { for (var i = 0; i < c.Length; i++) frames[i].Load(c[i].Forms, model.Clusters); reader.Read(frames.AsSpan(0, c.Length)); } });
        Time("reader+lemma", () => { foreach (var c in chunks) { for (var i = 0; i < c.Length; i++) frames[i].Load(c[i].Forms, model.Clusters); reader.Read(frames.AsSpan(0, c.Length)); for (var i = 0; i < c.Length; i++) for (var k = 1; k <= frames[i].Count; k++) lem.Lemma(frames[i], k); } });
        Time("parser", () => { foreach (var c in chunks) parser.ParseSentences([.. c.Select(e => e.Forms)]); });
    }
}
