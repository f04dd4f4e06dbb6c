//! Banks, products, limits and what counts, as the operator keeps them.
use crate::Problem;
use db::{Tx, sql};
use rules::{
    Date, Rupiah,
    capital::{Advice, Bank, Counts, Product, ProductTold, Tier, TierTerms, advice, counts_on},
};

/// The reference data of capital.
#[derive(Clone, Debug, Default)]
pub struct Banks {
    /// Every bank with its name, and the days it is a partner from and to.
    pub banks: Vec<(Bank, String, Date, Option<Date>)>,
    /// What they offer.
    pub products: Vec<ProductTold>,
    /// The limits of KUR.
    pub tiers: Vec<TierTerms>,
    /// Which event counts, from which day on.
    pub counts: Vec<(Date, Counts)>,
}

sql!(BANKS = "select code, name, valid_from, valid_to from bank order by name");
sql!(
    PRODUCTS = "
    select bank, code, name, least_rp, most_rp, valid_from, valid_to from bank_product
    order by bank, code, valid_from"
);
sql!(TIERS = "select valid_from, tier, most_rp from kur_tier order by valid_from, most_rp");
sql!(COUNTS = "select valid_from, counts from capital_terms order by valid_from");
type ProductRow = (Bank, Product, String, i64, Option<i64>, Date, Option<Date>);

/// All of it.
pub fn banks(tx: &mut Tx<'_>) -> Result<Banks, Problem> {
    let products: Vec<ProductRow> = tx.all(PRODUCTS, ())?;
    let product = |(bank, product, name, least, most, valid_from, valid_to): ProductRow| {
        let (least, most) = (Rupiah(least), most.map(Rupiah));
        ProductTold { bank, product, name, least, most, valid_from, valid_to }
    };
    let tiers: Vec<(Date, String, i64)> = tx.all(TIERS, ())?;
    let tier = |(valid_from, word, most): (Date, String, i64)| {
        let tier = Tier::of_word(&word)?;
        Some(TierTerms { valid_from, tier, most: Rupiah(most) })
    };
    let counts: Vec<(Date, String)> = tx.all(COUNTS, ())?;
    Ok(Banks {
        banks: tx.all(BANKS, ())?,
        products: products.into_iter().map(product).collect(),
        tiers: tiers.into_iter().filter_map(tier).collect(),
        counts: counts
            .into_iter()
            .filter_map(|(from, word)| Counts::of_word(&word).map(|counts| (from, counts)))
            .collect(),
    })
}

impl Banks {
    /// What the screen calls a bank.
    pub fn name(&self, bank: Bank) -> String {
        let found = self.banks.iter().find(|(code, ..)| *code == bank);
        found.map_or_else(|| bank.to_string(), |(_, name, ..)| name.clone())
    }

    /// Whether it is a partner on a day.
    pub fn is_partner(&self, bank: Bank, day: Date) -> bool {
        let mut all = self.banks.iter();
        all.any(|(code, _, from, to)| {
            *code == bank && *from <= day && to.is_none_or(|end| day < end)
        })
    }

    /// A bank's product, if it is offered on a day.
    pub fn product(&self, bank: Bank, product: Product, day: Date) -> Option<&ProductTold> {
        let mut all = self.products.iter();
        all.find(|it| it.bank == bank && it.product == product && it.is_offered_on(day))
    }

    /// What the screen calls a bank's product.
    pub fn product_name(&self, bank: Bank, product: Product) -> String {
        let found = self.products.iter().find(|it| it.bank == bank && it.product == product);
        found.map_or_else(|| product.to_string(), |it| it.name.clone())
    }

    /// Advice on an amount, by the limits of a day.
    pub fn advice(&self, amount: Rupiah, day: Date) -> Advice {
        advice(&self.tiers, amount, day)
    }

    /// Which event counts on a day.
    pub fn counts_on(&self, day: Date) -> Counts {
        counts_on(&self.counts, day)
    }
}
