//! The records of everybody until 27 October 2021, at their true number. Only rows are written, as the acts
//! write them: through the acts 850,000 of them would take minutes in a build for tests.
use crate::common::day;
use db::sql;
use jakpreneur::{App, Problem, journal::Change};
use rules::{Agency, Date, MemberId, PersonId, RegionCode, ServiceId, Shard, StageKind};
use testkit::Fresh;

/// Persons registered by the last published day.
pub const PERSONS: u32 = 284_164;
/// The last published day.
pub const LAST: &str = "2021-10-27";

/// So many persons are registered between two days: the published totals, and what of them was told of
/// single years. Of the last of a span some come on its last day.
const SPANS: [(u32, &str, &str); 6] = [
    (10_000, "2018-10-01", "2018-12-31"),
    (80_000, "2019-01-01", "2019-12-31"),
    (88_000, "2020-01-01", "2020-10-31"),
    (22_000, "2020-11-01", "2020-12-15"),
    (26_280, "2020-12-16", "2021-03-02"),
    (57_884, "2021-03-03", LAST),
];
/// Of those of the first ten months of 2020 the agency for small business registered so many.
pub const OF_PPKUKM: u32 = 67_037;
const BEFORE_2020: u32 = 90_000;

/// Persons who reached each stage by the last published day.
const STAGES: [(StageKind, u32); 6] = [
    (StageKind::Training, 176_891),
    (StageKind::Mentoring, 157_498),
    (StageKind::Licensing, 148_374),
    (StageKind::Marketing, 44_456),
    (StageKind::FinancialReporting, 32_883),
    (StageKind::Capital, 6_159),
];
const OTHERS: [&str; 3] = ["nakertransgi", "kpkp", "sosial"];
/// One person in so many has a second record, at another agency: everybody counts once all the same.
const TWICE: u32 = 1_000;
/// The days from registration to a service.
const LATER: i64 = 20;
/// So many persons are written in one commit.
const AT_ONCE: u32 = 50_000;

sql!(
    MEMBER = "
    insert into member (shard, id, person_id, keyed_by, position, number, agency, office, area, track,
        business_type, channel, registered_on, identity, recorded_at, recorded_by)
    values ($1, $2, $3, $3, $4, $5, $6, $7, $8, 'starter', 'kuliner', 'import', $9, $10, $11, 'system')"
);
sql!(
    PERSONS_OF = "
    insert into person (shard, id, position) select shard, person_id, min(position) from member
    group by shard, person_id"
);
sql!(
    SERVICE = "
    insert into service (shard, id, member_id, position, stage, state, occurred_on, agency, recorded_at,
        recorded_by)
    values ($1, $2, $3, $4, $5, 'completed', $6, $7, $8, 'system')"
);

/// Writes everybody, and moves the journal's head behind them.
pub fn write(fresh: &Fresh, app: App) {
    let mut position = app.db.look(|tx| Ok::<_, Problem>(tx.chain()?.position)).expect("a head");
    let offices = offices(&app);
    for first in (0..PERSONS).step_by(usize::try_from(AT_ONCE).expect("small")) {
        let (offices, from) = (offices.clone(), position);
        let last = PERSONS.min(first + AT_ONCE);
        let written = app.change_now(move |tx, house| {
            let mut writing = Writing { tx, house, position: from, offices };
            (first..last).try_for_each(|person| writing.person(person))?;
            Ok::<_, Problem>(writing.position)
        });
        position = written.expect("writes");
    }
    app.change_now(|tx, _| Ok::<_, Problem>(tx.run(PERSONS_OF, ())?)).expect("writes");
    drop(app);
    let mut owner = db::owner(&fresh.address).expect("opens");
    owner(&format!("update journal_head set position = {position}")).expect("moves the head");
}

fn offices(app: &App) -> Vec<RegionCode> {
    let codes = app.house.regions.all().iter().map(|region| region.code);
    codes.filter(|code| code.level() == rules::Level::Kecamatan).collect()
}

struct Writing<'a, 'b> {
    tx: &'a mut Change<'b>,
    house: &'a jakpreneur::House,
    position: i64,
    offices: Vec<RegionCode>,
}

impl Writing<'_, '_> {
    fn person(&mut self, person: u32) -> Result<(), Problem> {
        // The rows of neighbours lie side by side.
        let shard = u16::try_from(u64::from(person) * u64::from(Shard::COUNT) / u64::from(PERSONS));
        let shard = shard.ok().and_then(Shard::new).expect("a shard");
        let (on, who) = (registered_on(person), self.house.new_person(shard));
        let member = self.member(who, person, agency(person), on)?;
        if person.is_multiple_of(TWICE) {
            self.member(who, person, "parekraf", on)?;
        }
        let later = on.saturating_add(jiff::Span::new().days(LATER)).min(day(LAST));
        for (stage, many) in STAGES {
            if is_chosen(person, many) {
                self.service(member, stage, later, agency(person))?;
            }
        }
        Ok(())
    }

    fn member(
        &mut self,
        who: PersonId,
        person: u32,
        agency: &str,
        on: Date,
    ) -> Result<MemberId, Problem> {
        self.position += 1;
        let (shard, member) = (who.shard(), self.house.new_member(who.shard()));
        let office = self.offices[person as usize % self.offices.len()];
        let number = format!("{}-{}", office, self.position);
        let none: &[u8] = &[];
        let (at, now) = (self.position, self.house.now());
        let of = Agency::parse(agency).expect("an agency");
        let row =
            (shard, member, who, at, number.as_str(), of.as_str(), office, office, on, none, now);
        self.tx.run(MEMBER, row)?;
        Ok(member)
    }

    fn service(
        &mut self,
        member: MemberId,
        stage: StageKind,
        on: Date,
        agency: &str,
    ) -> Result<(), Problem> {
        self.position += 1;
        let shard = member.shard();
        let id: ServiceId = self.house.new_service(shard);
        let row = (shard, id, member, self.position, stage.word(), on, agency, self.house.now());
        self.tx.run(SERVICE, row)?;
        Ok(())
    }
}

/// Exactly so many of all persons, evenly.
fn is_chosen(person: u32, many: u32) -> bool {
    let up_to = |person: u32| u64::from(person) * u64::from(many) / u64::from(PERSONS);
    up_to(person + 1) > up_to(person)
}

/// Evenly over the days of the span; the last one comes on the last day.
fn registered_on(person: u32) -> Date {
    let mut before = 0;
    for (many, from, to) in SPANS {
        if person < before + many {
            let (from, to) = (day(from), day(to));
            let days = from.until(to).map_or(0, |span| i64::from(span.get_days()));
            let nth = i64::from(person - before) * days / i64::from(many - 1);
            return from.saturating_add(jiff::Span::new().days(nth));
        }
        before += many;
    }
    day(LAST)
}

fn agency(person: u32) -> &'static str {
    if (BEFORE_2020..BEFORE_2020 + OF_PPKUKM).contains(&person) {
        return "ppkukm";
    }
    OTHERS[person as usize % OTHERS.len()]
}
