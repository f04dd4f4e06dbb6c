//! A referral as typed, and as understood.
use super::{reference::Banks, send::Enclosed};
use crate::{Code, FieldError, Problem};
use rules::{
    Date, FileId, Rupiah,
    capital::{Bank, Product, Shared, may_ask_for},
};

/// The longest sentence kept.
pub(super) const LONGEST: usize = 500;

/// A referral as typed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReferralForm {
    /// A bank's code.
    pub bank: String,
    /// The code of one of its products.
    pub product: String,
    /// How much, in rupiah.
    pub amount: String,
    /// What the money is for.
    pub purpose: String,
    /// The words of what the bank may see, each ticked by itself.
    pub shared: Vec<String>,
    /// The ids of the files that go with it.
    pub documents: Vec<String>,
    /// Whether the member agrees to sending this.
    pub consent: bool,
}

/// A referral that is understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Understood {
    /// The bank.
    pub bank: Bank,
    /// The product.
    pub product: Product,
    /// How much.
    pub amount: Rupiah,
    /// What for.
    pub purpose: String,
    /// What the bank may see, each once.
    pub shared: Vec<Shared>,
    /// The files that go with it.
    pub documents: Vec<Enclosed>,
}

/// A sentence, with its spaces in order.
pub(super) fn sentence(raw: &str) -> Result<String, Code> {
    let said = raw.split_whitespace().collect::<Vec<_>>().join(" ");
    match said.chars().count() {
        0 => Err(Code::Empty),
        long if long > LONGEST => Err(Code::Long),
        _ => Ok(said),
    }
}

/// An amount that can be asked for, approved or paid out.
pub(super) fn amount(raw: &str) -> Result<Rupiah, Code> {
    if raw.trim().is_empty() {
        return Err(Code::Empty);
    }
    let amount = Rupiah::parse_officer(raw.trim()).ok_or(Code::Number)?;
    may_ask_for(amount).map_err(Code::Capital)?;
    Ok(amount)
}

impl ReferralForm {
    /// Reads every field, and tells all that are wrong; `files` are those the member has.
    pub fn understand(
        &self,
        banks: &Banks,
        today: Date,
        files: &[Enclosed],
    ) -> Result<Understood, Problem> {
        let mut wrong = Vec::new();
        let mut read = |field, code| wrong.push(FieldError::new(field, code));
        let bank = self.bank(banks, today).map_err(|code| read("bank", code)).ok();
        let product = self.product(banks, bank, today).map_err(|code| read("product", code)).ok();
        let amount = amount(&self.amount).map_err(|code| read("amount", code)).ok();
        let purpose = sentence(&self.purpose).map_err(|code| read("purpose", code)).ok();
        let shared = self.shared().map_err(|code| read("shared", code)).ok();
        let documents = self.documents(files).map_err(|code| read("documents", code)).ok();
        if !self.consent {
            read("consent", Code::Consent);
        }
        match (bank, product, amount, purpose, shared, documents, self.consent) {
            (
                Some(bank),
                Some(product),
                Some(amount),
                Some(purpose),
                Some(shared),
                Some(documents),
                true,
            ) => Ok(Understood { bank, product, amount, purpose, shared, documents }),
            _ => Err(Problem::Invalid(wrong)),
        }
    }

    fn bank(&self, banks: &Banks, today: Date) -> Result<Bank, Code> {
        if self.bank.trim().is_empty() {
            return Err(Code::Empty);
        }
        let bank = Bank::parse(&self.bank).ok();
        bank.filter(|bank| banks.is_partner(*bank, today)).ok_or(Code::Word)
    }

    fn product(&self, banks: &Banks, bank: Option<Bank>, today: Date) -> Result<Product, Code> {
        if self.product.trim().is_empty() {
            return Err(Code::Empty);
        }
        let product = Product::parse(&self.product).map_err(|_| Code::Word)?;
        // A bank that is wrong is told at its own field.
        let Some(bank) = bank else { return Ok(product) };
        banks.product(bank, product, today).map(|it| it.product).ok_or(Code::Word)
    }

    fn shared(&self) -> Result<Vec<Shared>, Code> {
        let read = self.shared.iter().map(|word| Shared::of_word(word).ok_or(Code::Word));
        let mut shared = read.collect::<Result<Vec<_>, _>>()?;
        shared.sort_unstable();
        shared.dedup();
        // A bank that does not know who applies cannot answer.
        if shared.contains(&Shared::Name) { Ok(shared) } else { Err(Code::Consent) }
    }

    fn documents(&self, files: &[Enclosed]) -> Result<Vec<Enclosed>, Code> {
        let one = |raw: &String| {
            let file: FileId = raw.trim().parse().map_err(|_| Code::Word)?;
            files.iter().find(|it| it.file == file).copied().ok_or(Code::Word)
        };
        let mut documents = self.documents.iter().map(one).collect::<Result<Vec<_>, _>>()?;
        documents.sort_unstable_by_key(|it| it.file);
        documents.dedup();
        Ok(documents)
    }
}
