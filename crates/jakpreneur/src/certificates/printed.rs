//! What stands on a certificate, word for word as it was issued; later changes of anything do not change it.
use crate::{
    House,
    classes::{Announcement, Session, Trade},
    people::MemberRow,
    privacy::{PersonKey, Salt},
};
use rules::{CertificateId, CertificateNumber, Date, PersonId};
use serde::{Deserialize, Serialize};

use super::Signing;

/// A lesson (jam pelajaran, JP) of training, in minutes.
const LESSON: u32 = 45;

/// The fields of a certificate as printed, in Indonesian.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Printed {
    /// The number.
    pub number: String,
    /// Who finished.
    pub name: String,
    /// What the class is called.
    pub title: String,
    /// What it is about.
    pub trade: String,
    /// Who held it, the class's own agency first.
    pub organisers: Vec<String>,
    /// From which day to which.
    pub days: String,
    /// How many lessons.
    pub hours: String,
    /// Where it was held.
    pub place: String,
    /// Where and when it was issued.
    pub issued: String,
    /// Who signs.
    pub signer: String,
    /// As what.
    pub position: String,
}

/// What a certificate is about besides the person.
pub(super) struct Subject<'s> {
    pub house: &'s House,
    pub class: &'s Announcement,
    pub trade: Option<&'s Trade>,
    pub signing: &'s Signing,
    pub issued_on: Date,
}

impl Subject<'_> {
    /// The fields for one person.
    pub fn printed(&self, number: &CertificateNumber, name: &str) -> Printed {
        let class = self.class;
        let own = self.house.agency_name(&class.agency);
        let others = class.organisers.iter().map(|it| it.name.clone());
        let trade = self.trade.map_or_else(|| class.trade.clone(), |trade| trade.name.clone());
        Printed {
            number: number.to_string(),
            name: name.to_owned(),
            title: class.title.clone(),
            trade,
            organisers: std::iter::once(own).chain(others).collect(),
            days: days(class.first_on(), class.last_on()),
            hours: format!("{} jam pelajaran (JP)", lessons(&class.sessions)),
            place: place(self.house, class),
            issued: format!("Jakarta, {}", rules::date::words(self.issued_on)),
            signer: self.signing.signer.clone(),
            position: self.signing.position.clone(),
        }
    }
}

/// `10 sampai 13 Agustus 2020`, as short as it can be said.
pub(super) fn days(first: Date, last: Date) -> String {
    let whole = rules::date::words;
    if first == last {
        return whole(first);
    }
    let shortened = match (first.year() == last.year(), first.month() == last.month()) {
        (true, true) => first.day().to_string(),
        (true, false) => {
            let words = whole(first);
            words.rsplit_once(' ').map_or(words.clone(), |(day, _)| day.to_owned())
        }
        (false, _) => whole(first),
    };
    format!("{shortened} sampai {}", whole(last))
}

/// Whole lessons over all sessions.
fn lessons(sessions: &[Session]) -> u32 {
    let minutes = |it: &Session| u32::from(it.ends.minutes().saturating_sub(it.starts.minutes()));
    sessions.iter().map(minutes).sum::<u32>() / LESSON
}

/// The place with its kecamatan or city, unless it says so itself.
pub(super) fn place(house: &House, class: &Announcement) -> String {
    let region = house.region_name(class.area);
    let says = class.place.to_lowercase().contains(&region.to_lowercase());
    if says { class.place.clone() } else { format!("{}, {region}", class.place) }
}

impl Printed {
    /// Seals it under the person's key, bound to the certificate.
    pub fn seal(&self, house: &House, key: &PersonKey, certificate: CertificateId) -> Vec<u8> {
        let clear = zeroize::Zeroizing::new(serde_json::to_vec(self).unwrap_or_default());
        key.seal(house.bytes(), certificate.0.as_bytes(), &clear)
    }

    /// Opens it; none once the person's key is erased.
    pub fn open(
        house: &House,
        keyed_by: PersonId,
        salt: Option<&Salt>,
        certificate: CertificateId,
        sealed: &[u8],
    ) -> Option<Self> {
        let key = house.seal.person_key(keyed_by, salt?);
        let clear = key.open(certificate.0.as_bytes(), sealed)?;
        serde_json::from_slice(&clear).ok()
    }
}

/// The key of a person who is not erased.
pub(super) fn key_of(house: &House, row: &MemberRow) -> Option<PersonKey> {
    Some(house.seal.person_key(row.keyed_by, row.salt.as_ref()?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use rules::Date;

    #[test]
    fn days_are_said_as_short_as_they_can_be() {
        let day = |year, month, day| Date::constant(year, month, day);
        let from = day(2020, 8, 10);
        assert_eq!(days(from, from), "10 Agustus 2020");
        assert_eq!(days(from, day(2020, 8, 13)), "10 sampai 13 Agustus 2020");
        assert_eq!(days(from, day(2020, 9, 1)), "10 Agustus sampai 1 September 2020");
        assert_eq!(
            days(day(2019, 12, 30), day(2020, 1, 2)),
            "30 Desember 2019 sampai 2 Januari 2020"
        );
    }
}
