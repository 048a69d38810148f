namespace Entente.Sources.Web;

/// <summary>How addresses are fetched.</summary>
public sealed record WebOptions
{
    /// <summary>
    /// Whether addresses of the own machine and network may be asked (loopback, private, link-local, shared, multicast and reserved
    /// ones). Default false: a feed or a redirection from outside cannot make the program look inside.
    /// </summary>
    public bool AllowLocal { get; init; }

    /// <summary>Longest time for one address with all its redirections, from connecting to the last byte; polite waiting is not counted. Default 30 seconds.</summary>
    public TimeSpan TimeLimit { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>Largest answer after decompression, in bytes; a larger one is refused. Default 20 million.</summary>
    public int MaxBytes { get; init; } = 20_000_000;

    /// <summary>Most redirections that are followed for one address. Default 5.</summary>
    public int MaxRedirects { get; init; } = 5;

    /// <summary>Time from the end of one request to a host to the next request to it. Default 1 second.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>Longest <c>Retry-After</c> of an overloaded server that is heeded, once an address; a longer one is a fault. Default 60 seconds.</summary>
    public TimeSpan LongestRetryAfter { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Most links of one feed that are followed, where its entries hold no full text; the rest keep their summaries. Default 200.</summary>
    public int MaxFollowed { get; init; } = 200;
}
