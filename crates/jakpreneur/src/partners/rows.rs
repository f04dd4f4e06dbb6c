//! The rows behind partners.
use db::{Error, Position, Result, Tx, sql};
use rules::{
    Agency, AgreementId, Date, MemberId, PartnerId,
    marketing::Marketplace,
    partners::{Given, PartKind, PartnerKind},
};
use uuid::Uuid;

/// A partner as kept.
#[derive(Clone, Debug)]
pub struct PartnerRow {
    /// The partner.
    pub id: PartnerId,
    /// What kind of house it is.
    pub kind: PartnerKind,
    /// Its name.
    pub name: String,
    /// The marketplace it runs.
    pub marketplace: Option<Marketplace>,
    /// Where it was recorded in the journal.
    pub position: Position,
}

/// An agreement as signed.
#[derive(Clone, Debug)]
pub struct AgreementRow {
    /// The agreement.
    pub id: AgreementId,
    /// Its number.
    pub number: String,
    /// What it is called.
    pub title: String,
    /// The agency that signed.
    pub agency: Agency,
    /// The first day.
    pub starts_on: Date,
    /// The last.
    pub ends_on: Date,
    /// What is given.
    pub gives: Vec<Given>,
}

impl AgreementRow {
    /// Whether it is in force on a day.
    pub fn holds_on(&self, day: Date) -> bool {
        (self.starts_on..=self.ends_on).contains(&day)
    }
}

/// What a partner takes part in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartRow {
    /// In what.
    pub kind: PartKind,
    /// In which.
    pub subject: Uuid,
}

type Row = (PartnerId, String, String, Option<String>, Position);

fn row(row: Row) -> Result<PartnerRow> {
    let kind = PartnerKind::of_word(&row.1).ok_or(Error::Unreadable(1, row.1))?;
    let marketplace = row.3.as_deref().and_then(Marketplace::of_word);
    Ok(PartnerRow { id: row.0, kind, name: row.2, marketplace, position: row.4 })
}

sql!(PARTNER = "select id, kind, name, marketplace, position from partner where id = $1");
/// A partner; they are the programme's, and everybody's who reads figures.
pub(super) fn partner(tx: &mut Tx<'_>, id: PartnerId) -> Result<Option<PartnerRow>> {
    tx.maybe::<Row>(PARTNER, (id,))?.map(row).transpose()
}

sql!(
    PARTNERS = "select id, kind, name, marketplace, position from partner order by name, position"
);
/// Every partner, by name: there are dozens.
pub(super) fn partners(tx: &mut Tx<'_>) -> Result<Vec<PartnerRow>> {
    tx.all::<Row>(PARTNERS, ())?.into_iter().map(row).collect()
}

type Signed = (AgreementId, String, String, Agency, Date, Date, String);

sql!(
    AGREEMENTS = "
    select id, number, title, agency, starts_on, ends_on, gives from partner_agreement
    where partner_id = $1 order by starts_on desc, position desc"
);
/// The agreements with a partner, the latest first.
pub(super) fn agreements(tx: &mut Tx<'_>, partner: PartnerId) -> Result<Vec<AgreementRow>> {
    let of = |row: Signed| AgreementRow {
        id: row.0,
        number: row.1,
        title: row.2,
        agency: row.3,
        starts_on: row.4,
        ends_on: row.5,
        gives: row.6.split(' ').filter_map(Given::of_word).collect(),
    };
    Ok(tx.all::<Signed>(AGREEMENTS, (partner,))?.into_iter().map(of).collect())
}

sql!(
    PARTS = "
    select kind, subject_id from partner_part
    where partner_id = $1 and ended_at_position is null order by position desc"
);
/// What a partner takes part in, the latest first.
pub(super) fn parts(tx: &mut Tx<'_>, partner: PartnerId) -> Result<Vec<PartRow>> {
    let of = |(kind, subject): (String, Uuid)| {
        let kind = PartKind::of_word(&kind).ok_or(Error::Unreadable(0, kind))?;
        Ok(PartRow { kind, subject })
    };
    tx.all(PARTS, (partner,))?.into_iter().map(of).collect()
}

sql!(
    TAKES_PART = "
    select position from partner_part
    where partner_id = $1 and kind = $2 and subject_id = $3 and ended_at_position is null"
);
/// Whether a partner takes part in something.
pub(super) fn takes_part(
    tx: &mut Tx<'_>,
    partner: PartnerId,
    kind: PartKind,
    subject: Uuid,
) -> Result<bool> {
    let found: Option<(Position,)> = tx.maybe(TAKES_PART, (partner, kind.word(), subject))?;
    Ok(found.is_some())
}

sql!(VISITED = "select member_id from visit where id = $1");
/// Who was visited; whether the caller may see them is the next question.
pub(super) fn visited(tx: &mut Tx<'_>, visit: Uuid) -> Result<Option<MemberId>> {
    let found: Option<(MemberId,)> = tx.maybe(VISITED, (visit,))?;
    Ok(found.map(|(member,)| member))
}
