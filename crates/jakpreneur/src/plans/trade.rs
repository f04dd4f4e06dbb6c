//! What a line of a plan is about, found by code or name.
use crate::{
    classes::{self, Trade},
    words::Lang,
};
use db::{Result, Tx};

/// Every trade.
#[derive(Clone, Debug)]
pub struct Trades(Vec<Trade>);

impl Trades {
    /// All of them, by name.
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
        self.0
            .iter()
            .find(|trade| trade.code == code)
            .map_or(code, |trade| lang.pick(&trade.name, &trade.name_en))
    }
}

fn squeezed(raw: &str) -> String {
    raw.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Every trade the programme knows.
pub fn trades(tx: &mut Tx<'_>) -> Result<Trades> {
    classes::trades(tx).map(Trades)
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::BusinessType;

    #[test]
    fn a_trade_is_found_by_code_and_by_both_names() {
        let trade = |code: &str, name: &str, name_en: &str| Trade {
            code: code.to_owned(),
            name: name.to_owned(),
            name_en: name_en.to_owned(),
            business_type: BusinessType::Lainnya,
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
