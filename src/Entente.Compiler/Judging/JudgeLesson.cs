namespace Entente.Compiler.Judging;

/// <summary>A question with its answer.</summary>
/// <param name="Id">What it is called.</param>
/// <param name="Features">Hashed features.</param>
/// <param name="Label">The right class, -1 when unknown.</param>
/// <param name="Weight">How much it counts.</param>
/// <param name="Domain">Number of the domain it comes from.</param>
internal sealed record JudgeLesson(string Id, uint[] Features, int Label, float Weight, int Domain = 0);
