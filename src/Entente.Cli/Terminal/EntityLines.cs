using System.Globalization;
using Entente.Coding;
using Entente.Coding.Knowledge;
using NodaTime;

namespace Entente.Cli.Terminal;

/// <summary>Tells people about a listed actor or place, or about what the words of a phrase tell.</summary>
internal static class EntityLines
{
    private const int MostMembers = 60;

    /// <summary>Writes what is known of an entity on a day.</summary>
    public static void Write(TextWriter output, Entity entity, KnowledgeBase knowledge, LocalDate day)
    {
        output.WriteLine($"  {Code(entity.Code, entity.Kind == EntityKind.Capital ? ["GOV"] : entity.Sectors)}  {What(entity, knowledge)}{Time(entity, day)}");
        output.WriteLine($"      how: listed {KindName(entity.Kind)}{(entity.Identifier is { } id ? $"; {id}" : "")}");
        if (knowledge.CountryOf(entity, day) is { } country && country != entity.Country) output.WriteLine($"      country on that day: {Named(country, knowledge)}");
        if (knowledge.DisputeOver(entity, day) is { } dispute) output.WriteLine($"      disputed: governed by {(dispute.Control is { } control ? Named(control, knowledge) : "several")}; claimed by {string.Join(", ", dispute.Claims)}; {(dispute.Recognised is { } owner ? "recognised as " + owner : "its recognition is open")}");
        if (entity.MembersOn(day) is { Length: > 0 } members)
            output.WriteLine($"      members on that day ({members.Length}): {string.Join(' ', members.Take(MostMembers))}{(members.Length > MostMembers ? " …" : "")}");
    }

    /// <summary>Writes what the words of a phrase tell.</summary>
    public static void Write(TextWriter output, ActorReference actor)
    {
        var title = actor.Title is { } office ? $", {office}" : "";
        var country = actor.Country is { } state && state != actor.Code ? $", country {state}" : "";
        output.WriteLine($"  {Code(actor.Code, actor.Sectors)}  {actor.Person ?? actor.Name ?? actor.Text}{title}{country}");
        output.WriteLine(FormattableString.Invariant($"      how: {actor.How.ToString().ToLowerInvariant()}, from the words \"{actor.Text}\", confidence {actor.Confidence:0.00}"));
    }

    private static string Code(string? code, IReadOnlyCollection<string> sectors) => $"{code ?? "-"}{(sectors.Count == 0 ? "" : " " + string.Join(';', sectors))}";

    private static string What(Entity entity, KnowledgeBase knowledge) => entity.Kind switch
    {
        EntityKind.Leader => $"{entity.Name}, {entity.Title} ({Named(entity.Code!, knowledge)})",
        EntityKind.Place => $"{entity.Name}, {entity.PlaceKind}{(entity.Country is { } country ? $" in {Named(country, knowledge)}" : "")}{Coordinates(entity)}",
        EntityKind.Institution => $"{entity.Name} ({Named(entity.Code!, knowledge)})",
        _ => entity.Name,
    };

    private static string KindName(EntityKind kind) => kind switch
    {
        EntityKind.Adjective => "nationality",
        EntityKind.Leader => "person",
        _ => kind.ToString().ToLowerInvariant(),
    };

    private static string Coordinates(Entity entity) => entity is { Latitude: { } latitude, Longitude: { } longitude }
        ? string.Create(CultureInfo.InvariantCulture, $", {latitude:0.##}, {longitude:0.##}")
        : "";

    private static string Time(Entity entity, LocalDate day)
    {
        if (entity.From is null && entity.Until is null) return "";
        var from = entity.From is { } begin ? $"{begin:uuuu-MM-dd}" : "?";
        var until = entity.Until is { } end ? $"{end:uuuu-MM-dd}" : "today";
        return $", {from} to {until}{(entity.On(day) ? "" : " (not on that day)")}";
    }

    private static string Named(string code, KnowledgeBase knowledge) =>
        knowledge.States.TryGetValue(code, out var state) ? state.Name : knowledge.Organisations.TryGetValue(code, out var other) ? other.Name : code;
}
