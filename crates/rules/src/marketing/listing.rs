//! A listing: a product at an address of a marketplace, and when it is the marketing service.

use super::product::Refused;
use crate::worded::worded;
use std::fmt;

worded! {
    /// Where products are sold online.
    named => Marketplace {
        /// Tokopedia.
        Tokopedia = "tokopedia", "Tokopedia", "Tokopedia";
        /// Shopee.
        Shopee = "shopee", "Shopee", "Shopee";
        /// Blibli.
        Blibli = "blibli", "Blibli", "Blibli";
        /// Lazada.
        Lazada = "lazada", "Lazada", "Lazada";
        /// TikTok Shop.
        TikTok = "tiktok", "TikTok Shop", "TikTok Shop";
        /// A shop on Instagram.
        Instagram = "instagram", "Instagram", "Instagram";
        /// Any other, or a site of one's own.
        Other = "other", "Lainnya", "Other";
    }
}

impl Marketplace {
    /// The hosts of its addresses, with whatever stands under them; empty: any.
    pub const fn hosts(self) -> &'static [&'static str] {
        match self {
            Self::Tokopedia => &["tokopedia.com", "tokopedia.link"],
            Self::Shopee => &["shopee.co.id", "shp.ee"],
            Self::Blibli => &["blibli.com"],
            Self::Lazada => &["lazada.co.id"],
            Self::TikTok => &["tiktok.com"],
            Self::Instagram => &["instagram.com"],
            Self::Other => &[],
        }
    }
}

/// The longest address, in bytes.
const LONGEST: usize = 500;

/// An `https` address with a host name and nothing that a page or a browser could take for something else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ListingAddress(String);

impl ListingAddress {
    /// Reads an address of a marketplace; one without a scheme is taken for `https`.
    pub fn parse(raw: &str, at: Marketplace) -> Result<Self, Refused> {
        let raw = raw.trim();
        let rest = match raw.split_once("://") {
            Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => rest,
            Some(_) => return Err(Refused::ListingAddress),
            None => raw,
        };
        let plain = |b: u8| b.is_ascii_graphic() && !b"\"'<>\\^`{|}".contains(&b);
        if rest.len() > LONGEST || !rest.bytes().all(plain) {
            return Err(Refused::ListingAddress);
        }
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (host, path) = rest.split_at(end);
        let host = host.to_ascii_lowercase();
        if !is_host(&host) {
            return Err(Refused::ListingAddress);
        }
        let under = |of: &str| host == of || host.ends_with(&format!(".{of}"));
        let hosts = at.hosts();
        if !hosts.is_empty() && !hosts.iter().any(|of| under(of)) {
            return Err(Refused::ListingElsewhere);
        }
        Ok(Self(format!("https://{host}{path}")))
    }

    /// The address.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ListingAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A name with a dot: letters, digits and dashes between dots, the last part of letters. So no numbers, no
/// port, nobody's name before an `@`.
fn is_host(host: &str) -> bool {
    let part = |part: &str| {
        !part.is_empty()
            && !part.starts_with('-')
            && !part.ends_with('-')
            && part.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-')
    };
    let last = host.rsplit('.').next().unwrap_or_default();
    host.contains('.')
        && host.split('.').all(part)
        && last.len() > 1
        && last.bytes().all(|b| b.is_ascii_alphabetic())
}

/// Which listings are the marketing service (domain 1.5); configured.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListingTerms {
    /// An officer must have found it there: what a seller alone tells counts for nothing yet.
    pub seen: bool,
    /// The product must be in the public catalogue.
    pub published: bool,
}

/// A listing, as the rule needs it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ListingState {
    /// Whether an officer has found it there.
    pub seen: bool,
    /// Whether it has not been found gone.
    pub there: bool,
    /// Whether its product is in the public catalogue.
    pub published: bool,
}

impl ListingTerms {
    /// As delivered: somebody has looked.
    pub const USUAL: Self = Self { seen: true, published: false };

    /// Whether a listing counts.
    pub const fn count(self, listing: ListingState) -> bool {
        listing.there && (listing.seen || !self.seen) && (listing.published || !self.published)
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn an_address_is_https_of_the_marketplace_it_is_said_to_be_of() {
        let parse = |raw, at| ListingAddress::parse(raw, at).map(|it| it.to_string());
        let shop = "https://www.tokopedia.com/keripik-contoh/balado?x=1";
        assert_eq!(parse(shop, Marketplace::Tokopedia).unwrap(), shop);
        let bare = parse("Shopee.co.id/toko", Marketplace::Shopee).unwrap();
        assert_eq!(bare, "https://shopee.co.id/toko");
        assert_eq!(parse(shop, Marketplace::Shopee), Err(Refused::ListingElsewhere));
        let alike = parse("https://nottokopedia.com/a", Marketplace::Tokopedia);
        assert_eq!(alike, Err(Refused::ListingElsewhere));
        assert!(parse("toko.example.id", Marketplace::Other).is_ok());
    }

    #[test]
    fn what_a_browser_could_take_for_something_else_is_refused() {
        for raw in [
            "",
            "javascript:alert(1)",
            "http://tokopedia.com/a",
            "https://a@b.com/",
            "https://127.0.0.1/a",
            "https://localhost/a",
            "https://a.com:8080/",
            "https://a.com/\"><script>",
            "https://a..com/",
            "https://a.com/ b",
            "https://-a.com/",
        ] {
            let read = ListingAddress::parse(raw, Marketplace::Other);
            assert_eq!(read, Err(Refused::ListingAddress), "{raw}");
        }
    }

    #[test]
    fn a_listing_counts_once_seen_until_gone() {
        let there = ListingState { seen: true, there: true, published: false };
        assert!(ListingTerms::USUAL.count(there));
        assert!(!ListingTerms::USUAL.count(ListingState { seen: false, ..there }));
        assert!(!ListingTerms::USUAL.count(ListingState { there: false, ..there }));
        let strict = ListingTerms { published: true, ..ListingTerms::USUAL };
        assert!(!strict.count(there));
        assert!(strict.count(ListingState { published: true, ..there }));
    }

    proptest! {
        #[test]
        fn an_address_that_was_read_reads_as_itself(raw in "(https://)?[a-zA-Z0-9.@:-]{0,20}[ -~]{0,20}") {
            if let Ok(read) = ListingAddress::parse(&raw, Marketplace::Other) {
                prop_assert_eq!(&ListingAddress::parse(read.as_str(), Marketplace::Other).unwrap(), &read);
                prop_assert!(read.as_str().starts_with("https://"));
            }
        }
    }
}
