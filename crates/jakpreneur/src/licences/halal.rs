//! Which path to halal is open to a member's business, by what is known and what is told (BR-23).
use super::rows;
use crate::{Code, FieldError, House, Problem, people, staff::Officer};
use db::Tx;
use rules::{
    Act, Date, MemberId, Rupiah,
    licensing::{
        Halal, HalalAdvice, HalalLimits, LicenceKind, Validity, halal_limits_on, halal_path,
    },
};

/// What somebody tells of a business; empty is not known.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HalalForm {
    /// Its sales in a year, in rupiah.
    pub annual_sales: String,
    /// In how many places it makes or sells.
    pub outlets: String,
    /// Whether an ingredient comes from a slaughtered animal: `yes` or `no`.
    pub slaughter: String,
}

/// The advice, and by which limits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Advised {
    /// What to advise.
    pub advice: HalalAdvice,
    /// The limits that hold.
    pub limits: HalalLimits,
    /// What was taken as known.
    pub known: Halal,
}

/// Advises; nothing is recorded, and nobody is kept from any path.
pub fn advise_halal(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    member: MemberId,
    form: &HalalForm,
    today: Date,
) -> Result<Advised, Problem> {
    officer.may(Act::OpenFile)?;
    people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
    let permits = house.permits();
    let limits = halal_limits_on(&permits.halal, today).ok_or(Problem::NotFound)?;
    let known = Halal { has_nib: Some(has_nib(tx, member, today)?), ..form.read()? };
    Ok(Advised { advice: halal_path(&known, limits), limits: *limits, known })
}

fn has_nib(tx: &mut Tx<'_>, member: MemberId, today: Date) -> Result<bool, Problem> {
    let all = rows::of_member(tx, member)?;
    let mut nibs = all.iter().filter(|it| it.kind == LicenceKind::NIB);
    Ok(nibs.any(|it| it.validity_on(today) == Some(Validity::Valid)))
}

impl HalalForm {
    fn read(&self) -> Result<Halal, Problem> {
        let digits = |typed: &str| -> String {
            let typed = typed.trim().trim_start_matches("Rp");
            typed.chars().filter(|c| !matches!(c, '.' | ' ')).collect()
        };
        let mut wrong = Vec::new();
        let mut number = |field, typed: &str, most: i64| {
            let digits = digits(typed);
            let read = digits.parse().ok().filter(|number| (0..=most).contains(number));
            if read.is_none() && !digits.is_empty() {
                wrong.push(FieldError::new(field, Code::Number));
            }
            read
        };
        let sales = number("annual_sales", &self.annual_sales, 1_000_000_000_000_000);
        let outlets = number("outlets", &self.outlets, 100_000);
        let slaughter = match self.slaughter.trim() {
            "" => None,
            "yes" => Some(true),
            "no" => Some(false),
            _ => {
                wrong.push(FieldError::new("slaughter", Code::Word));
                None
            }
        };
        if !wrong.is_empty() {
            return Err(Problem::Invalid(wrong));
        }
        let outlets = outlets.and_then(|outlets| u32::try_from(outlets).ok());
        Ok(Halal { has_nib: None, annual_sales: sales.map(Rupiah), outlets, slaughter })
    }
}
