using Entente.Language.Learning;

namespace Entente.Compiler.Training;

/// <summary>Turns a model in training into the one that the program will read.</summary>
internal static class Finished
{
    /// <summary>The finished model with at most <paramref name="most"/> features.</summary>
    public static LinearModel Of(TrainingModel model, int most)
    {
        var bytes = Bytes(model, most);
        var reader = new ModelReader(bytes);
        return LinearModel.Read(ref reader);
    }

    /// <summary>Its bytes in the model file.</summary>
    public static byte[] Bytes(TrainingModel model, int most)
    {
        using var stream = new MemoryStream();
        using (var writer = new ModelWriter(stream)) LinearModel.Write(writer, model.ClassCount, model.Finish(most));
        return stream.ToArray();
    }
}
