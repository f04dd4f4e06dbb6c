//! Pairs of records that look alike, side by side, each decided with one key.
use super::{DUPLICATES, decided::Decided};
use crate::{
    App, Code, House, Problem,
    people::{self, Decision, MemberRow, Pair},
    staff::Officer,
    web::{Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang, fill, message},
};
use askama::Template;
use axum::{
    extract::{RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use db::{Position, Tx};
use rules::{Act, MemberId};

/// So many pairs are shown, and those that are left of the last registration.
const PAGE: usize = 20;
/// One registration puts at most so many pairs on the list.
const OF_ONE: usize = 5;

/// The page.
#[derive(Template)]
#[template(path = "counter/duplicates.html")]
pub(super) struct DuplicatesPage {
    shell: Shell,
    w: &'static words::Counter,
    wrong: Mistakes,
    decided: Option<&'static str>,
    total: String,
    pairs: Vec<SideBySide>,
    /// Where the next page begins.
    next: Option<Position>,
    further: bool,
    done: Decided,
}

/// Two records, to be compared.
struct SideBySide {
    act_id: String,
    member: MemberId,
    other: MemberId,
    heading: String,
    number: String,
    /// The other's number; none where it is out of sight.
    other_number: Option<String>,
    lines: Vec<Line>,
}

/// One thing about both.
struct Line {
    what: &'static str,
    one: String,
    other: String,
    /// `Sama`, `Beda`, or that one of them is not known.
    verdict: &'static str,
}

const UNKNOWN: &str = "–";

/// Shows the pairs that wait, newest first.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<DuplicatesPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    Ok(Page::of(DuplicatesPage::look(&app, &visit, &asked).await?))
}

/// Shows the page again where undoing a decision was not explained.
pub(super) async fn again(
    app: &App,
    visit: &Visit,
    (field, code): (String, Option<Code>),
) -> Result<Response, Problem> {
    let mut page = DuplicatesPage::look(app, visit, &Fields::default()).await?;
    let said = code.map(|code| message(code, visit.lang)).unwrap_or_default();
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = Mistakes::saying(field, said);
    Ok(Page::wrong(page).into_response())
}

impl DuplicatesPage {
    async fn look(app: &App, visit: &Visit, asked: &Fields) -> Result<Self, Problem> {
        let officer = visit.officer()?;
        officer.may(Act::ReviewDuplicates)?;
        let (lang, before) = (visit.lang, asked.get("sebelum").parse().ok());
        let decided_before = asked.get("putusan_sebelum").parse().ok();
        let look = move |tx: &mut Tx<'_>, house: &House| {
            let total = people::undecided(tx, &officer.scope)?;
            let limit = i64::try_from(PAGE + OF_ONE + 1).unwrap_or_default();
            let (pairs, next) = whole(people::pairs(tx, &officer.scope, before, limit)?);
            let drawn = (1..).zip(pairs).map(|(n, pair)| draw(tx, house, &officer, lang, n, &pair));
            let pairs = drawn.collect::<Result<Vec<_>, _>>()?;
            let done = Decided::look(tx, house, &officer, lang, decided_before)?;
            Ok((total, next, pairs, done))
        };
        let (total, next, pairs, done) = app.look(look).await?;
        let w = words::Counter::of(lang);
        let decided = [
            ("same", w.decided_same),
            ("different", w.decided_different),
            ("undone", w.decided_undone),
        ];
        Ok(Self {
            shell: visit.shell(app, w.pairs),
            w,
            wrong: Mistakes::none(),
            decided: decided
                .into_iter()
                .find(|(word, _)| *word == asked.get("putusan"))
                .map(|it| it.1),
            total: fill(w.undecided, &[("n", &rules::number::thousands(total))]),
            pairs: pairs.into_iter().flatten().collect(),
            next,
            further: before.is_some() || decided_before.is_some(),
            done,
        })
    }
}

/// Decides one pair, and shows the next.
pub(super) async fn decide(State(app): State<App>, posted: Posted) -> Result<Redirect, Problem> {
    let asking = posted.asking(&app)?;
    let id = |field| posted.fields.get(field).parse().map(MemberId).map_err(|_| Problem::NotFound);
    let (member, other) = (id("member")?, id("other")?);
    let decision = [Decision::Same, Decision::Different]
        .into_iter()
        .find(|decision| decision.word() == posted.fields.get("verdict"))
        .ok_or(Problem::NotFound)?;
    app.change(move |tx, _| people::decide(tx, &asking, member, other, decision)).await?;
    Ok(Redirect::to(&format!("{DUPLICATES}?putusan={}", decision.word())))
}

/// Cuts a page after a registration's last pair, since the list goes on by registration.
fn whole(mut pairs: Vec<Pair>) -> (Vec<Pair>, Option<Position>) {
    let Some(last) = pairs.get(PAGE - 1).map(|pair| pair.position) else { return (pairs, None) };
    let all = pairs.len();
    pairs.retain(|pair| pair.position >= last);
    let next = (pairs.len() < all).then_some(last);
    (pairs, next)
}

fn draw(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    lang: Lang,
    n: usize,
    pair: &Pair,
) -> Result<Option<SideBySide>, Problem> {
    let w = words::Counter::of(lang);
    let Some(one) = people::record(tx, &officer.scope, pair.member)? else { return Ok(None) };
    let other = people::record(tx, &officer.scope, pair.other)?;
    let why = match pair.basis.as_str() {
        "phone" => w.why_phone,
        "nik" => w.why_nik,
        _ => w.why_name,
    };
    Ok(Some(SideBySide {
        act_id: house.new_id().to_string(),
        member: pair.member,
        other: pair.other,
        heading: fill(w.pair, &[("n", &n.to_string()), ("why", why)]),
        number: one.number.clone(),
        other_number: other.as_ref().map(|other| other.number.clone()),
        lines: other.map(|other| compare(house, w, lang, &one, &other)).unwrap_or_default(),
    }))
}

fn compare(
    house: &House,
    w: &'static words::Counter,
    lang: Lang,
    one: &MemberRow,
    other: &MemberRow,
) -> Vec<Line> {
    let (left, right) = (seen(house, lang, one), seen(house, lang, other));
    let what = [w.pair_name, w.nik, w.born_on, w.phone, w.kecamatan, w.agency, w.latest];
    let line = |(what, (one, other)): (_, (Seen, Seen))| {
        let equal = one.value.is_some() && one.value == other.value;
        let verdict = match (&one.value, &other.value) {
            (Some(_), Some(_)) if equal => w.equal,
            (Some(_), Some(_)) => w.differs,
            (None, _) | (_, None) => UNKNOWN,
        };
        Line { what, one: one.shown, other: other.shown, verdict }
    };
    what.into_iter().zip(left.into_iter().zip(right)).map(line).collect()
}

/// One value of a record: what it is, and how it is shown.
struct Seen {
    value: Option<String>,
    shown: String,
}

impl Seen {
    fn whole(value: Option<String>) -> Self {
        Self { shown: value.clone().unwrap_or_else(|| UNKNOWN.to_owned()), value }
    }

    /// Compared whole, shown masked: two masks may look the same.
    fn masked(value: Option<(&str, String)>) -> Self {
        let (value, shown) = value.map(|(value, mask)| (value.to_owned(), mask)).unzip();
        Self { value, shown: shown.unwrap_or_else(|| UNKNOWN.to_owned()) }
    }
}

/// What is shown of a record, in the order of the lines; NIK and phone masked.
fn seen(house: &House, lang: Lang, row: &MemberRow) -> [Seen; 7] {
    let known = row.identity(&house.seal);
    let known = known.as_ref();
    let phone = known.and_then(|known| known.phone.as_ref());
    let born = known.and_then(|known| known.birth_date);
    let latest = people::latest_stage(house, row.position);
    [
        Seen::whole(known.map(|known| known.name.as_str().to_owned())),
        Seen::masked(known.map(|known| (known.nik.digits(), known.nik.masked()))),
        Seen::whole(born.map(|born| words::day(born, lang))),
        Seen::masked(phone.map(|phone| (phone.digits(), phone.masked()))),
        Seen::whole(Some(house.region_name(row.office))),
        Seen::whole(Some(row.agency.to_string().to_uppercase())),
        Seen::whole(Some(lang.pick(latest.label_id(), latest.label_en()).to_owned())),
    ]
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn pair(position: Position) -> Pair {
        let id = MemberId(Uuid::nil());
        Pair { member: id, other: id, basis: "phone".to_owned(), position }
    }

    #[test]
    fn a_page_never_ends_within_a_registration() {
        let mut pairs: Vec<Pair> = (100..119).rev().map(|at| pair(at + 100)).collect();
        pairs.extend([pair(50), pair(50), pair(50), pair(49)]);
        let (shown, next) = whole(pairs);
        assert_eq!(shown.len(), 22, "all three pairs of the registration at 50");
        assert_eq!(next, Some(50));
    }

    #[test]
    fn a_short_list_has_no_next_page() {
        let (shown, next) = whole(vec![pair(2), pair(1)]);
        assert_eq!((shown.len(), next), (2, None));
    }
}
