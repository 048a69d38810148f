namespace Entente.Store.Importing;

/// <summary>Whom a foreign code or name means here, in a time.</summary>
/// <param name="Code">Our code, null when there is none.</param>
/// <param name="Country">State, null for none.</param>
/// <param name="Sectors">Sectors joined with <c>;</c>, null for none.</param>
/// <param name="Name">Its name; for an unknown one the code as given.</param>
/// <param name="Known">Whether code, country or sector could be told.</param>
/// <param name="Since">First day.</param>
/// <param name="Until">Last day.</param>
internal sealed record KnownActor(string? Code, string? Country, string? Sectors, string? Name, bool Known, DateOnly Since, DateOnly Until)
{
    /// <summary>Somebody whom no table knows.</summary>
    public static KnownActor Unknown(string? given) => new(null, null, null, given, false, DateOnly.MinValue, DateOnly.MaxValue);

    /// <summary>Somebody of whom at least one of code, country and sectors should be told.</summary>
    public static KnownActor Of(string? code, string? country, IEnumerable<string> sectors, string? name, CodeRow? period = null)
    {
        var joined = string.Join(';', sectors.Distinct());
        return new KnownActor(
            code, country, joined.Length > 0 ? joined : null, name, code is not null || country is not null || joined.Length > 0,
            period?.Since ?? DateOnly.MinValue, period?.Until ?? DateOnly.MaxValue);
    }
}
