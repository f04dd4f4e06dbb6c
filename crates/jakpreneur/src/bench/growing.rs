//! How businesses grow: 358 mentors with 630 members each, 24 months told of every one. They are counted at
//! start and asked for. Only rows are written, as the acts write them, because their entries in the journal
//! would take an hour and are not what is measured.
use super::{
    Line, Size, Unit, memory, scratch,
    timed::{millis, percentile, timed, times},
};
use crate::{
    App, Problem,
    demo::{self, Demo},
    growth::{
        Told,
        figures::{self, Asked, By, Definition, Measure},
    },
    privacy::Salt,
};
use db::{Position, sql};
use rules::{
    Date, MemberId, PersonId, Rupiah, UserId,
    growth::{Month, Outcome, Workers},
};
use std::path::Path;

const CASELOAD: usize = 630;
const MENTORS: usize = 358;
const MONTHS: u16 = 24;
/// So many members have their months written in one commit.
const AT_ONCE: usize = 2_000;

/// Measures all of it.
pub(super) fn measure(size: Size, folder: &Path) -> Result<Vec<Line>, Problem> {
    let app = scratch::open(folder, "growth.db")?;
    let demo = Demo { members: size.members, ..Demo::default() };
    demo::tell(&app, demo, &mut |_, _, _| {})?;
    let (written, took) = timed(|| written(&app));
    let months = written?;
    let named = |what: &str| format!("growth of {months} months: {what}");
    let rate = super::timed::per_second(months, took);
    let mut lines = vec![Line::beside(named("rows written, sealed"), rate, Unit::PerSecond)];
    drop(app);
    let app = scratch::open(folder, "growth.db")?;
    let ((counted, took), most) = memory::beyond(|| timed(|| app.load_growth()));
    counted?;
    lines.push(Line::beside(named("counted after the start"), took.as_secs_f64(), Unit::Seconds));
    lines.push(Line::beside(named("most memory while counting"), most, Unit::Megabytes));
    let held = app.house.board().growing.growth.memory_bytes() >> 20;
    let held = f64::from(u32::try_from(held).unwrap_or(u32::MAX));
    lines.push(Line::beside(named("memory of the counts"), held, Unit::Megabytes));
    lines.extend(questions(&app, &named)?);
    Ok(lines)
}

sql!(
    MEMBERS = "
    select m.id, m.keyed_by, p.salt from member m
    join person p on p.shard = m.shard and p.id = m.keyed_by order by m.position"
);
type MemberRow = (MemberId, PersonId, Option<Vec<u8>>);
sql!(
    TELL = "
    insert into measurement (shard, member_id, month, position, measured_on, source, baseline, told,
        recorded_by)
    values ($1, $2, $3, $4, $5, 'told', $6, $7, 'system')"
);
sql!(
    GIVE = "
    insert into mentor_assignment (shard, member_id, position, mentor_id, from_on)
    values ($1, $2, $3, $4, $5)"
);

/// Gives every member to a mentor and tells all months; answers how many.
fn written(app: &App) -> Result<u64, Problem> {
    let mut members: Vec<MemberRow> = app.db.look(|tx| tx.all(MEMBERS, ()))?;
    members.truncate(MENTORS * CASELOAD);
    let mut position = app.db.look(|tx| Ok::<_, Problem>(tx.chain()?.position))?;
    let mut told = 0;
    for (turn, some) in members.chunks(AT_ONCE).enumerate() {
        let (some, from) = (some.to_vec(), position);
        let first = turn * AT_ONCE;
        position = app.change_now(move |tx, house| {
            let mut position = from;
            for (at, (member, keyed_by, salt)) in some.into_iter().enumerate() {
                let salt: Option<Salt> = salt.and_then(|salt| salt.try_into().ok());
                let Some(salt) = salt else { continue };
                let key = house.seal.person_key(keyed_by, &salt);
                let mentor = UserId(uuid::Uuid::from_u128(((first + at) / CASELOAD) as u128 + 1));
                position += 1;
                let given = (member.shard(), member, position, mentor, day(first_month())?);
                tx.run(GIVE, given)?;
                for month in 0..MONTHS {
                    position += 1;
                    let month = first_month().after(month);
                    let clear = a_month(first + at, month, position);
                    let row = (
                        member.shard(),
                        member,
                        i16::try_from(month.0).unwrap_or(i16::MAX),
                        position,
                        day(month)?,
                        i16::from(month == first_month()),
                        clear.seal(house, &key, member),
                    );
                    tx.run(TELL, row)?;
                }
            }
            Ok(position)
        })?;
        told += u64::from(MONTHS)
            * u64::try_from(members.len().min(first + AT_ONCE) - first).unwrap_or_default();
    }
    Ok(told)
}

/// Every programme of the benchmark is older than this.
fn first_month() -> Month {
    Month(2024 * 12)
}

fn day(month: Month) -> Result<Date, Problem> {
    month.first_day().ok_or_else(|| Problem::Broken("a month beyond the calendar".to_owned()))
}

/// Turnover every month, assets and workers every sixth. A year of it lies about the limit of micro
/// businesses, so that some rise and some fall by size class too.
fn a_month(member: usize, month: Month, position: Position) -> Told {
    let spread = (position.unsigned_abs() ^ 0x9E37).wrapping_mul(0x9E37_79B9_7F4A_7C15) >> 32;
    let amount = 1_000_000 + i64::try_from(spread % 330_000_000).unwrap_or_default();
    let sixth = (usize::from(month.0) + member).is_multiple_of(6) || month == first_month();
    let men_paid = u32::try_from(spread % 9).unwrap_or_default();
    Told::new(
        Some(Rupiah(amount)),
        sixth.then_some(Rupiah(amount * 5)),
        sixth.then_some(Workers { men_paid, ..Workers::default() }),
        String::new(),
    )
}

/// As at the end of the last month told.
fn questions(app: &App, named: &impl Fn(&str) -> String) -> Result<Vec<Line>, Problem> {
    let officer = app.operator();
    let as_at = day(first_month().after(MONTHS))?.yesterday().ok();
    let by = |by: By, definition| Asked { as_at, by: vec![by], definition, ..Asked::default() };
    let mut lines = Vec::new();
    for (what, asked, target) in [
        ("by kecamatan", by(By::Kecamatan, Definition::Programme), Some(50.0)),
        ("by kecamatan, size classes", by(By::Kecamatan, Definition::Class), Some(50.0)),
        ("by mentor", by(By::Mentor, Definition::Programme), None),
        ("by cohort", by(By::Year, Definition::Programme), None),
    ] {
        let answer = figures::ask(&app.db, &app.house, &officer, &asked)?;
        if answer.total.rose == 0 {
            return Err(Problem::Broken(format!("nobody rose {what}: nothing was measured")));
        }
        let mut asks = times(30, |_| figures::ask(&app.db, &app.house, &officer, &asked));
        for hundredth in [50, 95] {
            let took = millis(percentile(&mut asks, hundredth));
            let name = named(&format!("{what}, p{hundredth}"));
            lines.push(match target {
                Some(target) => Line::new(name, took, Unit::Milliseconds, target),
                None => Line::beside(name, took, Unit::Milliseconds),
            });
        }
    }
    let mentor = Some(UserId(uuid::Uuid::from_u128(1)));
    let own = Asked { as_at, mentor, ..Asked::default() };
    let rose = (&own, Measure::Outcome(Outcome::Rose));
    let mut lists = times(30, |_| figures::list(&app.db, &app.house, &officer, rose, None, 50));
    let took = millis(percentile(&mut lists, 50));
    lines.push(Line::new(named("a mentor's list, p50"), took, Unit::Milliseconds, 20.0));
    Ok(lines)
}
