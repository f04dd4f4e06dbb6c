//! Issuing certificates to those who finished a class: all who have none yet, in one act.
use super::{
    Signing,
    due::{Due, due},
    printed::{Printed, Subject, key_of},
    rows,
};
use crate::{
    Code, House, Problem,
    classes::{self, Class},
    journal::{self, Asking, Change, Done, Event, Sealed, Stamp, done_before},
    people::{self, MemberRow},
    staff::Officer,
};
use db::Tx;
use rules::{
    Act, CertificateId, CertificateNumber, ClassId, Date, MemberId, PersonId, training::ClassState,
};
use serde::{Deserialize, Serialize};

/// Certificates of a class were issued.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CertificatesIssued {
    /// The class.
    pub class: ClassId,
    /// The certificates, in the order of their numbers.
    pub issued: Vec<Issued>,
}

impl Event for CertificatesIssued {
    const ACT: &'static str = "certificate.issue";
}

/// One certificate.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Issued {
    /// The certificate.
    pub certificate: CertificateId,
    /// Who finished.
    pub member: MemberId,
    /// The person whose key seals it.
    pub keyed_by: PersonId,
    /// Its number.
    #[serde(with = "as_text")]
    pub number: CertificateNumber,
    /// What was printed, sealed.
    pub printed: Sealed,
}

/// A number as it is printed.
mod as_text {
    use rules::CertificateNumber;
    use serde::{Deserialize, Deserializer, Serializer, de::Error};

    pub fn serialize<S: Serializer>(number: &CertificateNumber, to: S) -> Result<S::Ok, S::Error> {
        to.collect_str(number)
    }

    pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<CertificateNumber, D::Error> {
        CertificateNumber::parse(&String::deserialize(from)?).map_err(D::Error::custom)
    }
}

/// Issues certificates to some who finished, or to all where nobody is named. Who has one, also a revoked
/// one, gets no second by this.
pub fn issue(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    to: &[MemberId],
    signing: &Signing,
) -> Result<Done<CertificatesIssued>, Problem> {
    asking.officer.may(Act::IssueCertificates)?;
    if let Some(done) = done_before(tx, asking)? {
        return Ok(done);
    }
    let class = answered_for(tx, &asking.officer, class)?;
    if class.state != ClassState::Finished {
        return Err(Problem::Refused(Code::ClassNotFinished));
    }
    let mut due: Vec<Due> = due(tx, house, &class)?;
    due.retain(|one| to.is_empty() || to.contains(&one.row.id));
    if due.is_empty() {
        return Err(Problem::Refused(Code::NoCertificateDue));
    }
    let mut press = Press::ready(tx, house, &class, signing, asking.at.date())?;
    let issued =
        due.iter().map(|one| press.issue(&one.row, &one.name)).collect::<Result<_, _>>()?;
    let event = CertificatesIssued { class: class.id, issued };
    let done = journal::record(tx, asking, Some(class.id.0), event)?;
    replay(tx, &done.stamp, &done.event)?;
    Ok(done)
}

/// A class whose certificates the officer answers for: seen, and within their agency and area.
pub(super) fn answered_for(
    tx: &mut Tx<'_>,
    officer: &Officer,
    class: ClassId,
) -> Result<Class, Problem> {
    let class = classes::open(tx, officer, class)?;
    let covered = officer.scope.covers(&class.announced.agency, class.announced.area);
    if covered { Ok(class) } else { Err(Problem::Forbidden) }
}

/// Gives the numbers of a unit and year one after the other.
pub(super) struct Press<'p> {
    house: &'p House,
    class: &'p Class,
    signing: &'p Signing,
    trade: Option<classes::Trade>,
    issued_on: Date,
    last: u32,
}

impl<'p> Press<'p> {
    /// Begins after the last number of the unit and year.
    pub fn ready(
        tx: &mut Tx<'_>,
        house: &'p House,
        class: &'p Class,
        signing: &'p Signing,
        issued_on: Date,
    ) -> Result<Self, Problem> {
        let about = &class.announced;
        let unit = rules::certificate_number::unit(&about.agency, about.area);
        let last = rows::last_sequence(tx, &unit, issued_on.year())?;
        let trade = classes::trades(tx)?.into_iter().find(|trade| trade.code == about.trade);
        Ok(Self { house, class, signing, trade, issued_on, last })
    }

    /// The next certificate.
    pub fn issue(&mut self, row: &MemberRow, name: &str) -> Result<Issued, Problem> {
        let (house, about) = (self.house, &self.class.announced);
        let key = key_of(house, row).ok_or(Problem::Refused(Code::Erased))?;
        let certificate = house.new_certificate(row.id.shard());
        self.last += 1;
        let number = CertificateNumber {
            sequence: self.last,
            agency: about.agency,
            area: about.area,
            year: self.issued_on.year(),
            code: house.seal.certificate_code(certificate),
        };
        let subject = Subject {
            house,
            class: about,
            trade: self.trade.as_ref(),
            signing: self.signing,
            issued_on: self.issued_on,
        };
        let printed: Printed = subject.printed(&number, name);
        let printed = Sealed(printed.seal(house, &key, certificate));
        Ok(Issued { certificate, member: row.id, keyed_by: row.keyed_by, number, printed })
    }
}

/// The rows of certificates.
pub fn replay(tx: &mut Tx<'_>, stamp: &Stamp, event: &CertificatesIssued) -> Result<(), Problem> {
    for one in &event.issued {
        rows::add(tx, stamp, event.class, one, None)?;
    }
    Ok(())
}

/// A record of somebody who finished, whoever registered them: a class is open to several agencies.
pub(super) fn finisher(tx: &mut Tx<'_>, member: MemberId) -> Result<MemberRow, Problem> {
    people::record(tx, &Officer::public().scope, member)?.ok_or(Problem::NotFound)
}
