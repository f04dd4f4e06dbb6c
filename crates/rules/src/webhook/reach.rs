//! Which machines a delivery may reach: those of the public internet, and none of the operator's own network.
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

/// Whether an address is one of the public internet. Asked of what a name was found to mean, and not of the
/// name: a partner's name can be made to mean the machine next door.
pub const fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// By the IANA registry of special purposes.
const fn is_public_v4(address: Ipv4Addr) -> bool {
    let [a, b, c, _] = address.octets();
    // This network, private, loopback, and class E with broadcast.
    let nobody = matches!(a, 0 | 10 | 127 | 240..=255);
    let multicast = matches!(a, 224..=239);
    let shared_by_customers = matches!((a, b), (100, 64..=127));
    // Where clouds answer with their keys.
    let link_local = matches!((a, b), (169, 254));
    let private = matches!((a, b), (172, 16..=31) | (192, 168));
    let assignments_or_relays = matches!((a, b, c), (192, 0, 0) | (192, 88, 99));
    let examples = matches!((a, b, c), (192, 0, 2) | (198, 51, 100) | (203, 0, 113));
    let benchmarks = matches!((a, b), (198, 18 | 19));
    let special = nobody
        || multicast
        || shared_by_customers
        || link_local
        || private
        || assignments_or_relays
        || examples
        || benchmarks;
    !special
}

/// Global unicast alone, and of that nothing that carries another address inside.
const fn is_public_v6(address: Ipv6Addr) -> bool {
    let segments = address.segments();
    if let [0, 0, 0, 0, 0, 0xffff, high, low] | [0x64, 0xff9b, 0, 0, 0, 0, high, low] = segments {
        let [a, b] = high.to_be_bytes();
        let [c, d] = low.to_be_bytes();
        return is_public_v4(Ipv4Addr::new(a, b, c, d));
    }
    let special = match (segments[0], segments[1]) {
        // Teredo, benchmarks, ORCHID and other protocol assignments; documentation; 6to4.
        (0x2001, 0..=0x01ff | 0x0db8) | (0x2002, _) | (0x3fff, 0..=0x0fff) => true,
        (first, _) => first & 0xe000 != 0x2000,
    };
    !special
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn public(text: &str) -> bool {
        is_public(text.parse().unwrap())
    }

    #[test]
    fn no_address_of_an_own_network_is_reached() {
        for inside in [
            "0.0.0.0",
            "10.1.2.3",
            "127.0.0.1",
            "127.255.0.1",
            "100.64.0.1",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.168.1.1",
            "192.0.0.8",
            "192.0.2.1",
            "198.18.0.1",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "255.255.255.255",
            "240.0.0.1",
            "::",
            "::1",
            "fc00::1",
            "fd12::1",
            "fe80::1",
            "ff02::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "64:ff9b::a00:1",
            "2002:7f00:1::",
            "2001:db8::1",
            "2001::1",
            "fec0::1",
            "::127.0.0.1",
        ] {
            assert!(!public(inside), "{inside}");
        }
    }

    #[test]
    fn the_public_internet_is_reached() {
        for outside in [
            "1.1.1.1",
            "100.63.255.255",
            "100.128.0.1",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.20.0.1",
            "2606:4700::1111",
            "2400:cb00::1",
            "::ffff:1.1.1.1",
        ] {
            assert!(public(outside), "{outside}");
        }
    }
}
