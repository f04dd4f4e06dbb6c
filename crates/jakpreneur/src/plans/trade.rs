//! What classes are about: the reference data that a line of a plan names.
use crate::words::Lang;
use db::{Result, Tx, sql};

/// A trade.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trade {
    /// Its code.
    pub code: String,
    /// Its name in Indonesian.
    pub name: String,
    /// Its name in English.
    pub name_en: String,
}

impl Trade {
    /// Its name in a language.
    pub fn label(&self, lang: Lang) -> &str {
        lang.pick(&self.name, &self.name_en)
    }
}

/// Every trade.
#[derive(Clone, Debug, Default)]
pub struct Trades(Vec<Trade>);

impl Trades {
    /// All of them, by code.
    pub fn all(&self) -> &[Trade] {
        &self.0
    }

    /// The trade of a code or a name, however it is written.
    pub fn named(&self, raw: &str) -> Option<&Trade> {
        let raw = squeezed(raw);
        let is = |name: &str| squeezed(name) == raw;
        self.0.iter().find(|it| is(&it.code) || is(&it.name) || is(&it.name_en))
    }

    /// The name of a code, or the code where nobody knows it.
    pub fn label<'t>(&'t self, code: &'t str, lang: Lang) -> &'t str {
        self.0.iter().find(|trade| trade.code == code).map_or(code, |trade| trade.label(lang))
    }
}

fn squeezed(raw: &str) -> String {
    raw.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

sql!(TRADES = "select code, name, name_en from trade order by code");
/// Every trade the programme knows.
pub fn trades(tx: &mut Tx<'_>) -> Result<Trades> {
    let rows: Vec<(String, String, String)> = tx.all(TRADES, ())?;
    Ok(Trades(
        rows.into_iter().map(|(code, name, name_en)| Trade { code, name, name_en }).collect(),
    ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trade_is_found_by_code_and_by_both_names() {
        let trade = |code: &str, name: &str, name_en: &str| Trade {
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: name_en.to_owned(),
        };
        let trades = Trades(vec![
            trade("kriya", "Kriya", "Crafts"),
            trade("servis-ac", "Servis AC", "AC service"),
        ]);
        for raw in ["servis-ac", "SERVIS AC", "servisac", "ac service"] {
            assert_eq!(
                trades.named(raw).map(|trade| trade.code.as_str()),
                Some("servis-ac"),
                "{raw}"
            );
        }
        assert_eq!(trades.named("las"), None);
        assert_eq!(trades.label("las", Lang::Id), "las");
    }
}
