//! Finding a column by its name, however the officer wrote it.

/// Whether a header cell means `name`: case, spaces and underscores do not count.
pub fn matches(header_cell: &str, name: &str) -> bool {
    folded(header_cell).eq(folded(name))
}

/// Which column is called `name`; the first, where several are.
pub fn position(header: &[String], name: &str) -> Option<usize> {
    header.iter().position(|cell| matches(cell, name))
}

fn folded(text: &str) -> impl Iterator<Item = char> {
    text.chars()
        .filter(|letter| !letter.is_whitespace() && *letter != '_')
        .flat_map(char::to_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_spaces_and_underscores_do_not_count() {
        for written in ["Tanggal Lahir", "tanggal_lahir", "TANGGALLAHIR", " Tanggal\u{a0} Lahir "] {
            assert!(matches(written, "Tanggal Lahir"), "{written:?}");
        }
        assert!(!matches("Tanggal Daftar", "Tanggal Lahir"));
        assert!(!matches("Tanggal", "Tanggal Lahir"));
    }

    #[test]
    fn the_first_of_two_columns_counts() {
        let header = ["NIK", "nama", "Nama"].map(str::to_owned);
        assert_eq!(position(&header, "Nama"), Some(1));
        assert_eq!(position(&header, "Alamat"), None);
    }
}
