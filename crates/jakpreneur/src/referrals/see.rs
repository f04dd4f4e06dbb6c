//! A referral opened by the member, by an officer within scope, or by the bank it is addressed to.
use super::{Enclosed, ReferralRow, Shown, Side, StepRow, rows, shown, told, whose};
use crate::{
    House, Problem, books,
    files::{self, Media},
    licences,
    people::{self, MemberRow},
    staff::{Officer, log_read},
    words::Lang,
};
use db::Tx;
use rules::{Act, FileId, Instant, MemberId, ReferralId, capital::Shared};
use uuid::Uuid;

/// A step with what was said.
#[derive(Clone, Debug)]
pub struct SeenStep {
    /// The step.
    pub row: StepRow,
    /// The question, the reply or the reason in words; empty where nothing was said.
    pub said: String,
    /// Why it was taken back; empty where it was not.
    pub void_reason: String,
}

/// A file that goes with a referral.
#[derive(Clone, Debug)]
pub struct Document {
    /// The file.
    pub file: FileId,
    /// What permit it proves, in words.
    pub name: String,
    /// What kind of file.
    pub media: Media,
}

/// A referral as somebody sees it.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The referral.
    pub row: ReferralRow,
    /// From which side.
    pub side: Side,
    /// The record it is for; not for the bank.
    pub member: Option<MemberRow>,
    /// What the money is for.
    pub purpose: String,
    /// What the bank sees.
    pub shown: Vec<Shown>,
    /// The files that go with it.
    pub documents: Vec<Document>,
    /// What happened, in order.
    pub steps: Vec<SeenStep>,
    /// The person's other referrals; the bank sees none.
    pub others: Vec<ReferralRow>,
}

/// Opens a referral. That officers and banks open it is logged.
pub fn see(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (id, lang): (ReferralId, Lang),
    at: Instant,
) -> Result<Seen, Problem> {
    let (row, member, side) = whose::found(tx, officer, id)?;
    let mut shown = shown::shown(tx, house, (&row, &member), lang)?;
    let books = side != Side::Office || books::are_shown(tx, officer, member.id)?;
    shown.retain(|it| it.what != Shared::Statement || books);
    let others = match side {
        Side::Own => rows::of_own_person(tx, member.person)?,
        Side::Office => rows::of_person(tx, &officer.scope, member.person)?,
        Side::Bank => Vec::new(),
    };
    if side != Side::Own {
        log_read(tx, house.new_id(), at, officer, "referral.open", Some(member.id.0), 1)?;
    }
    let mut steps = Vec::new();
    for step in rows::steps(tx, id)? {
        // What was taken back was never meant for the bank's eyes again, nor is it lost to the office.
        let open = |sealed: &Option<Vec<u8>>| {
            sealed.as_deref().map(|it| told::open(house, &member, id, it)).unwrap_or_default()
        };
        let (said, void_reason) = (open(&step.said), open(&step.void_reason));
        steps.push(SeenStep { row: step, said, void_reason });
    }
    Ok(Seen {
        purpose: told::open(house, &member, id, &row.purpose),
        documents: documents(tx, house, &row, lang)?,
        others: others.into_iter().filter(|other| other.id != id).collect(),
        member: Some(member).filter(|_| side != Side::Bank),
        shown,
        steps,
        side,
        row,
    })
}

/// The files that go with a referral and whose permits stand.
fn documents(
    tx: &mut Tx<'_>,
    house: &House,
    row: &ReferralRow,
    lang: Lang,
) -> Result<Vec<Document>, Problem> {
    let enclosed = rows::documents(tx, row.id)?;
    let all = files_named(tx, house, row.member, lang)?;
    let is_enclosed = |it: &Document| enclosed.iter().any(|(_, file)| *file == it.file);
    Ok(all.into_iter().map(|(_, it)| it).filter(is_enclosed).collect())
}

/// The files of a member's permits that stand, with what they prove.
pub(super) fn files_named(
    tx: &mut Tx<'_>,
    house: &House,
    member: MemberId,
    lang: Lang,
) -> Result<Vec<(Enclosed, Document)>, Problem> {
    let mut named = Vec::new();
    for it in licences::of_member(tx, member)? {
        if it.voided_at_position.is_some() {
            continue;
        }
        let name = house.permits().kind_name(it.kind, lang);
        for proof in licences::evidence(tx, it.id)? {
            let Some(media) = Media::of_word(&proof.media) else { continue };
            let document = Document { file: proof.file, name: name.clone(), media };
            named.push((Enclosed { licence: it.id, file: proof.file }, document));
        }
    }
    Ok(named)
}

/// A file that goes with a referral. Giving it out is logged.
pub fn take_document(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (at, log): (Instant, Uuid),
    (id, file): (ReferralId, FileId),
) -> Result<(Media, Vec<u8>), Problem> {
    let (row, member, side) = whose::found(tx, officer, id)?;
    let all = documents(tx, house, &row, Lang::Id)?;
    let document = all.into_iter().find(|it| it.file == file).ok_or(Problem::NotFound)?;
    let key = told::key_of(house, &member)?;
    let bytes = files::open(tx, &key, file)?.ok_or(Problem::NotFound)?;
    if side != Side::Own {
        log_read(tx, log, at, officer, "referral.document", Some(member.id.0), 1)?;
    }
    Ok((document.media, bytes))
}

/// The referrals of a member, for themselves or for an officer within scope, the newest first.
pub fn own(
    tx: &mut Tx<'_>,
    officer: &Officer,
    member: MemberId,
) -> Result<Vec<ReferralRow>, Problem> {
    if let Some(own) = officer.resident {
        let row = people::own_record(tx, own)?.filter(|_| own == member);
        let row = row.ok_or(Problem::NotFound)?;
        return Ok(rows::of_own_person(tx, row.person)?);
    }
    officer.may(Act::ReferMember)?;
    let row = people::record(tx, &officer.scope, member)?.ok_or(Problem::NotFound)?;
    Ok(rows::of_person(tx, &officer.scope, row.person)?)
}
