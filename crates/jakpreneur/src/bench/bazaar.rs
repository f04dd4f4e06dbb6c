//! One day of a bazaar: ten thousand ask for 1,950 stands, which are drawn and stored in one act.
use super::{Line, Size, Unit, resident, scratch, served::broken, timed::timed};
use crate::{
    App, Problem,
    bazaars::{self, BazaarForm},
    journal::Asking,
    people,
};
use jiff::ToSpan;
use rules::{ActId, BazaarId, bazaar::Holding};
use std::path::Path;

/// So many ask.
const SELLERS: u32 = 10_000;
/// So many are asked for in one commit.
const AT_ONCE: u32 = 1_000;
/// Two sellers share each.
const TENTS: u32 = 975;
/// Seconds for drawing and storing, at most.
const TARGET: f64 = 2.0;

/// Measures the draw; that it is fair and repeatable is looked at first.
pub(super) fn measure(_size: Size, folder: &Path) -> Result<Vec<Line>, Problem> {
    let app = scratch::open(folder, "bazaar.db")?;
    let id = announced(&app)?;
    let (asked, took) = timed(|| (0..SELLERS / AT_ONCE).try_for_each(|turn| ask(&app, id, turn)));
    asked?;
    let mut lines = vec![Line::beside(
        "bazaar: ten thousand registered and asking",
        took.as_secs_f64(),
        Unit::Seconds,
    )];
    let asking = Asking { at: tomorrow(&app)?, ..scratch::asking(&app) };
    let (drawn, took) =
        timed(|| app.change_now(move |tx, house| bazaars::draw(tx, house, &asking, id)));
    let drawn = drawn?;
    lines.push(Line::new(
        "bazaar: 1,950 stands drawn among 10,000 and stored",
        took.as_secs_f64(),
        Unit::Seconds,
        TARGET,
    ));
    let (standings, took) = timed(|| {
        app.db.look(|tx| {
            let row = bazaars::bazaar(tx, id)?.ok_or(Problem::NotFound)?;
            bazaars::public(tx, &row)
        })
    });
    let standings = standings?;
    let with = standings.iter().filter(|it| it.holding == Some(Holding::Stand)).count();
    let again: Vec<_> = standings.iter().map(|it| it.row.id).collect();
    let kept: Vec<_> = drawn.event.order.iter().map(|(application, _)| *application).collect();
    if with != 2 * TENTS as usize || again != kept {
        return Err(broken(format!("{with} stands, or another order than was drawn")));
    }
    lines.push(Line::beside("bazaar: computed again", took.as_secs_f64(), Unit::Seconds));
    Ok(lines)
}

fn tomorrow(app: &App) -> Result<rules::Instant, Problem> {
    let after = app.house.now().0.checked_add(24 * 3600 * 1_000_000);
    after.map(rules::Instant).ok_or_else(|| broken("no tomorrow"))
}

fn announced(app: &App) -> Result<BazaarId, Problem> {
    let (today, asking) = (app.house.today(), scratch::asking(app));
    let form = BazaarForm {
        title: "Bazar kota".to_owned(),
        agency: "ppkukm".to_owned(),
        area: "31.73".to_owned(),
        place: "Lapangan".to_owned(),
        first_on: today.saturating_add(2.days()).to_string(),
        closes_on: today.to_string(),
        tents: TENTS.to_string(),
        ..BazaarForm::default()
    };
    let done = app.change_now(move |tx, house| bazaars::announce(tx, house, &asking, &form))?;
    Ok(done.event.bazaar)
}

fn ask(app: &App, id: BazaarId, turn: u32) -> Result<(), Problem> {
    let asked = scratch::asking(app);
    app.change_now(move |tx, house| {
        for number in turn * AT_ONCE..(turn + 1) * AT_ONCE {
            let new = resident::form(u64::from(number)).understand(house, &asked.officer)?;
            let asking = || Asking { act_id: ActId(house.new_id()), ..asked.clone() };
            let member = people::register(tx, house, &asking(), &new)?.event.member;
            bazaars::ask(tx, house, &asking(), id, member)?;
        }
        Ok(())
    })
}
