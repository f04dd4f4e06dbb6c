//! Where to go after a form: a place of ours, never somewhere else.

/// The address when it is one of ours, the front page otherwise. A browser reads `//host`, `/\host`
/// and addresses with a tab or line break in them as another site.
pub fn local(next: &str) -> &str {
    let mut bytes = next.bytes();
    let inside = bytes.next() == Some(b'/') && !matches!(bytes.next(), Some(b'/' | b'\\'));
    let plain = next.bytes().all(|byte| byte.is_ascii_graphic() && byte != b'\\');
    if inside && plain { next } else { "/" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_gone_to() {
        for ours in ["/", "/orang?q=siti&after=3", "/angka/tahap?by=area:kecamatan#batang"] {
            assert_eq!(local(ours), ours);
        }
        for theirs in [
            "",
            "https://contoh.id/",
            "//contoh.id",
            "/\\contoh.id",
            "/\t/contoh.id",
            "/a\r\nset-cookie: x=1",
            "javascript:alert(1)",
            "orang",
        ] {
            assert_eq!(local(theirs), "/", "{theirs:?}");
        }
    }
}
