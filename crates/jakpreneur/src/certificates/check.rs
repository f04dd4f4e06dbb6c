//! Checking a certificate or a card that somebody holds in the hand. Open to all: the number is the key,
//! and its last letters cannot be guessed from the others.
use super::{
    Printed,
    rows::{self, CertificateRow},
};
use crate::{House, Problem, people, staff::Officer};
use db::Tx;
use rules::{CardCode, CertificateNumber, Date, RegionCode};

/// What somebody who checks is told.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// There is no such certificate and no such card.
    None,
    /// A certificate.
    Certificate(Box<Checked>),
    /// A card that is valid; of a member of this kecamatan, and no word more.
    Card {
        /// The kecamatan, or the wider region where none is known.
        area: RegionCode,
    },
}

/// A certificate as it was issued, and whether it holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Checked {
    /// The number, as printed.
    pub number: String,
    /// The day of issue.
    pub issued_on: Date,
    /// Every field as printed; none once the person's data was erased.
    pub printed: Option<Printed>,
    /// Whether it holds.
    pub standing: Standing,
    /// The number of the one it took the place of.
    pub replaces: Option<String>,
}

/// Whether a certificate holds.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// It does.
    Valid,
    /// Another took its place.
    Replaced {
        /// The number of that one.
        by: String,
        /// When.
        on: Date,
        /// Why; none once erased.
        reason: Option<String>,
    },
    /// It was revoked.
    Revoked {
        /// When.
        on: Date,
        /// Why; none once erased.
        reason: Option<String>,
    },
}

/// What a number or the code of a card stands for.
pub fn check(tx: &mut Tx<'_>, house: &House, asked: &str) -> Result<Answer, Problem> {
    if let Ok(card) = CardCode::parse(asked) {
        return of_card(tx, house, &card);
    }
    let Ok(number) = CertificateNumber::parse(asked) else { return Ok(Answer::None) };
    match found(tx, house, &number)? {
        Some(row) => Ok(Answer::Certificate(Box::new(Checked::of(tx, house, row)?))),
        None => Ok(Answer::None),
    }
}

/// The certificate of this very number. The letters are compared in a time that does not tell which is
/// wrong, whether or not there is a certificate at that place.
pub(super) fn found(
    tx: &mut Tx<'_>,
    house: &House,
    number: &CertificateNumber,
) -> Result<Option<CertificateRow>, Problem> {
    let Some(certificate) = rows::numbered(tx, number)? else { return Ok(None) };
    let row = rows::certificate(tx, certificate)?;
    let same = house.seal.certificate_code(certificate).same(&number.code);
    Ok(row.filter(|_| same))
}

fn of_card(tx: &mut Tx<'_>, house: &House, card: &CardCode) -> Result<Answer, Problem> {
    let same = house.seal.card_code(card.member).same(&card.code);
    let row = people::record(tx, &Officer::public().scope, card.member)?;
    let known = row.filter(|row| same && row.salt.is_some());
    let area = |row: people::MemberRow| row.area.kecamatan().unwrap_or(row.area);
    Ok(known.map_or(Answer::None, |row| Answer::Card { area: area(row) }))
}

impl Checked {
    /// What a certificate says, and what became of it.
    pub(super) fn of(tx: &mut Tx<'_>, house: &House, row: CertificateRow) -> Result<Self, Problem> {
        let salt = people::salt(tx, row.keyed_by)?;
        let salt = salt.as_ref();
        let printed = Printed::open(house, row.keyed_by, salt, row.id, &row.printed);
        let key = salt.map(|salt| house.seal.person_key(row.keyed_by, salt));
        let said = |about: rules::CertificateId, sealed: Option<&Vec<u8>>| {
            let clear = key.as_ref()?.open(about.0.as_bytes(), sealed?)?;
            String::from_utf8(clear.to_vec()).ok()
        };
        let successor = row.replaced_by.map(|it| rows::certificate(tx, it)).transpose()?.flatten();
        let standing = match (successor, row.revoked_on) {
            (Some(by), _) => Standing::Replaced {
                reason: said(by.id, by.reason.as_ref()),
                on: by.issued_on,
                by: by.number,
            },
            (None, Some(on)) => {
                Standing::Revoked { on, reason: said(row.id, row.revoke_reason.as_ref()) }
            }
            (None, None) => Standing::Valid,
        };
        let replaces = row.replaces.map(|it| rows::certificate(tx, it)).transpose()?.flatten();
        Ok(Self {
            number: row.number,
            issued_on: row.issued_on,
            printed,
            standing,
            replaces: replaces.map(|row| row.number),
        })
    }
}
