using System.Net;
using System.Net.Sockets;

namespace Entente.Sources.Web;

/// <summary>Tells addresses of the own machine and network, and those that stand for them, from addresses of the world.</summary>
internal static class LocalAddress
{
    /// <summary>By the registries of special-purpose addresses (RFC 6890 and its successors).</summary>
    private static readonly IPNetwork[] Networks =
    [
        .. ((string[])
        [
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24",
            "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
            // Unspecified, loopback and IPv4-compatible; translated; discarded; Teredo and its kin; documentation; 6to4;
            // segment routing; unique-local; link-local; site-local; multicast.
            "::/96", "::ffff:0:0:0/96", "64:ff9b::/96", "64:ff9b:1::/48", "100::/64", "2001::/23", "2001:db8::/32",
            "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
        ]).Select(IPNetwork.Parse),
    ];

    /// <summary>Whether it is refused where local addresses are not allowed.</summary>
    public static bool Is(IPAddress address) =>
        // Mapped ones are refused whatever they map: no name stands for one, so only a trick does.
        address.IsIPv4MappedToIPv6
        || address.AddressFamily is not (AddressFamily.InterNetwork or AddressFamily.InterNetworkV6)
        || Networks.Any(n => n.Contains(address));
}
