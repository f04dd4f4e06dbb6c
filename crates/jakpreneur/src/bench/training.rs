//! The figures of a year of training: 43,000 persons in 1,500 classes with a hundred seats each.
use super::{
    Line, Size, Unit,
    places::{class, resident},
    scratch,
    served::broken,
    timed::{millis, percentile, timed, times},
};
use crate::{
    App, House, Problem,
    attendance::{self, By, Marking, Measure, Wanted},
    classes::{self, ClassForm},
    journal::{Asking, Change},
    people,
    places::{self, Wish},
};
use rules::{
    ActId, ClassId, Level, MemberId,
    training::{Mark, Way},
};
use std::{path::Path, time::Duration};

/// The plan of 2020: so many persons in so many classes.
const PERSONS: u64 = 43_000;
const CLASSES: u64 = 1_500;
/// So many of a class's seats are taken: 147,000 in all.
const TAKEN: usize = 98;
/// So often each question is asked.
const OFTEN: usize = 100;

/// Measures the first answer, which reads every place, and those after it.
pub(super) fn measure(size: Size, folder: &Path) -> Result<Vec<Line>, Problem> {
    let app = scratch::open(folder, "training.db")?;
    let persons = PERSONS.min(size.members);
    let members = registered(&app, persons)?;
    let classes = announced(&app, (persons * CLASSES / PERSONS).max(1))?;
    let first = classes.first().copied().ok_or_else(|| broken("there is no class"))?;
    for (turn, class) in classes.iter().enumerate() {
        let them = members.iter().cycle().skip(turn * TAKEN % members.len());
        attended(&app, *class, them.take(TAKEN.min(members.len())).copied().collect())?;
    }
    let line = |what: &str, took: Duration, target: f64| {
        let name = format!("training of {persons}: {what}");
        Line::new(name, millis(took), Unit::Milliseconds, target)
    };
    let (answered, read) = timed(|| sums(&app));
    answered?;
    let mut again = times(OFTEN, |_| sums(&app));
    let mut moved = Vec::new();
    for turn in 0..OFTEN {
        marked_again(&app, first, members.first().copied(), turn)?;
        let (answered, took) = timed(|| sums(&app));
        answered?;
        moved.push(took);
    }
    let mut lists = times(OFTEN, |_| page(&app));
    Ok(vec![
        Line::beside(
            format!("training of {persons}: figures, every place read"),
            millis(read),
            Unit::Milliseconds,
        ),
        line("figures, p95", percentile(&mut again, 95), 50.0),
        line("figures after a mark, p95", percentile(&mut moved, 95), 50.0),
        line("a page of who was present, p95", percentile(&mut lists, 95), 100.0),
    ])
}

fn sums(app: &App) -> Result<attendance::Sums, Problem> {
    let (officer, wanted) = (app.operator(), Wanted::default());
    app.db.look(|tx| attendance::sums(tx, &app.house, &officer, By::Kecamatan, &wanted))
}

fn page(app: &App) -> Result<attendance::Counted, Problem> {
    let (officer, wanted) = (app.operator(), Wanted::default());
    let asked = (Measure::Present, &wanted);
    app.db.look(|tx| attendance::who(tx, &app.house, &officer, asked, None, 50))
}

fn one_more(house: &House, asked: &Asking) -> Asking {
    Asking { act_id: ActId(house.new_id()), ..asked.clone() }
}

fn registered(app: &App, persons: u64) -> Result<Vec<MemberId>, Problem> {
    let asked = scratch::asking(app);
    let persons = u32::try_from(persons).map_err(broken)?;
    app.change_now(move |tx, house| {
        let register = |number: u32| {
            let new = resident(number).understand(house, &asked.officer)?;
            Ok(people::register(tx, house, &one_more(house, &asked), &new)?.event.member)
        };
        (0..persons).map(register).collect()
    })
}

/// Classes of today, in turn in every kecamatan.
fn announced(app: &App, many: u64) -> Result<Vec<ClassId>, Problem> {
    let today = app.house.today().to_string();
    let asked = scratch::asking(app);
    let many = usize::try_from(many).map_err(broken)?;
    app.change_now(move |tx, house| {
        let all = house.regions.all().iter().map(|region| region.code);
        let kecamatan = all.filter(|code| code.level() == Level::Kecamatan);
        let kecamatan: Vec<String> = kecamatan.map(|code| code.to_string()).collect();
        let announce = |number: usize| {
            let area = kecamatan.get(number % kecamatan.len().max(1)).cloned();
            let closes_on = Some(today.clone());
            let form = ClassForm { area, closes_on, ..class(number, &today) };
            Ok(classes::announce(tx, house, &one_more(house, &asked), &form)?.event.class)
        };
        (0..many).map(announce).collect()
    })
}

fn attended(app: &App, class: ClassId, them: Vec<MemberId>) -> Result<(), Problem> {
    let asked = scratch::asking(app);
    app.change_now(move |tx, house| {
        for member in &them {
            let asking = one_more(house, &asked);
            places::ask(tx, house, &asking, class, *member, &Wish::default())?;
        }
        let marks = them.iter().map(|member| (*member, Mark::Present)).collect();
        mark(tx, house, &one_more(house, &asked), class, marks, "")
    })
}

/// Says of somebody in turn that they were absent and present.
fn marked_again(
    app: &App,
    class: ClassId,
    member: Option<MemberId>,
    turn: usize,
) -> Result<(), Problem> {
    let asking = scratch::asking(app);
    let said = if turn.is_multiple_of(2) { Mark::Absent } else { Mark::Present };
    let marks = member.into_iter().map(|member| (member, said)).collect();
    app.change_now(move |tx, house| mark(tx, house, &asking, class, marks, "salah catat"))
}

fn mark(
    tx: &mut Change<'_>,
    house: &House,
    asking: &Asking,
    class: ClassId,
    marks: Vec<(MemberId, Mark)>,
    reason: &str,
) -> Result<(), Problem> {
    let reason = reason.to_owned();
    let marking = Marking { session: 1, way: Way::List, marks, reason };
    attendance::mark(tx, house, asking, class, &marking).map(drop)
}
