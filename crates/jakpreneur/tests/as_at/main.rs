//! Any figure, as at any day, as known at any position, is what a simple model counts.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
#[path = "../common/mod.rs"]
mod common;
mod model;

use common::{ask, open};
use jakpreneur::{
    App, quality,
    reports::{Answer, By, Narrowing},
    verify::verify,
};
use model::{AGENCIES, AREAS, Asked, DAYS, Deed, FIRST, Model, deed, later};
use proptest::prelude::*;
use rules::Track;
use testkit::Fresh;

fn shown(app: &App, asked: Asked) -> Answer {
    let agency = asked.agency.and_then(|agency| rules::Agency::parse(AGENCIES[agency]).ok());
    let (as_at, known_at) = (Some(asked.as_at), Some(asked.known_at));
    let area = asked.area.map(|area| AREAS[area].0.parse().expect("a region"));
    let track = asked.established.map(|is| if is { Track::Established } else { Track::Starter });
    ask(app, &Narrowing { as_at, known_at, agency, area, track, ..Narrowing::default() })
}

/// Every figure of the model is the figure shown; answers what was shown.
fn agrees(app: &App, model: &Model, questions: &[Question]) {
    for (day, position, agency, area, established) in questions {
        let known_at = position.index(usize::try_from(model.position).expect("small") + 1);
        let known_at = i64::try_from(known_at).expect("small");
        let asked = Asked {
            as_at: later(FIRST, *day),
            known_at,
            agency: *agency,
            area: *area,
            established: *established,
        };
        let (persons, stages) = model.counts(asked);
        let answer = shown(app, asked);
        assert_eq!(answer.persons, persons, "{asked:?}");
        for row in &answer.rows {
            assert_eq!(
                (row.reached, row.open),
                stages[row.stage.index()],
                "{asked:?} {}",
                row.stage
            );
        }
        assert_eq!(answer.rows.iter().map(|row| row.at).sum::<u64>(), persons, "{asked:?}");
    }
}

/// The figures by every dimension as known at a position.
fn picture(app: &App, known_at: i64) -> Vec<Answer> {
    let by = [By::Agency, By::Month, By::Kelurahan];
    let ask = |day: i64| Narrowing {
        as_at: Some(later(FIRST, day)),
        known_at: Some(known_at),
        by: by.to_vec(),
        ..Narrowing::default()
    };
    [0, DAYS / 2, 2 * DAYS].map(|day| common::ask(app, &ask(day))).to_vec()
}

/// What looks wrong, as the board of quality tells it.
fn odd(app: &App) -> quality::Board {
    let (officer, wanted) = (app.operator(), quality::Wanted::default());
    let board = app.db.look(|tx| quality::ask(tx, &app.house, &officer, wanted));
    board.expect("looks")
}

type Question = (i64, prop::sample::Index, Option<usize>, Option<usize>, Option<bool>);

fn story() -> impl Strategy<Value = (Vec<Deed>, Vec<Question>)> {
    let question = (
        0_i64..2 * DAYS,
        any::<prop::sample::Index>(),
        prop::option::weighted(0.3, 0_usize..3),
        prop::option::of(0_usize..3),
        prop::option::weighted(0.2, any::<bool>()),
    );
    (prop::collection::vec(deed(), 40..110), prop::collection::vec(question, 40))
}

fn holds(fresh: &Fresh, deeds: &[Deed], questions: &[Question]) {
    let app = open(fresh);
    let mut model = Model::default();
    let (before, after) = deeds.split_at(deeds.len() / 2);
    for deed in before {
        model.does(&app, deed);
    }
    agrees(&app, &model, questions);
    // From here on the board of quality remembers.
    odd(&app);
    let halfway = model.position;
    let pictured = picture(&app, halfway);
    for deed in after {
        model.does(&app, deed);
    }
    agrees(&app, &model, questions);
    assert_eq!(picture(&app, halfway), pictured, "what was known then never changes");

    let again = open(fresh);
    assert_eq!(picture(&again, model.position), picture(&app, model.position));
    agrees(&again, &model, questions);
    assert_eq!(odd(&app), odd(&again), "what is remembered is what looking at everything gives");
    verify(&app, &mut |_, _, _| {}).expect("nothing differs");
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 8, max_shrink_iters: 60, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn figures_are_what_a_simple_model_counts_on_sqlite((deeds, questions) in story()) {
        holds(&Fresh::sqlite(), &deeds, &questions);
    }
}

proptest! {
    #![proptest_config(ProptestConfig {
        cases: 4, max_shrink_iters: 20, failure_persistence: None, ..ProptestConfig::default()
    })]

    #[test]
    fn figures_are_what_a_simple_model_counts_on_postgres((deeds, questions) in story()) {
        if let Some(fresh) = Fresh::postgres() {
            holds(&fresh, &deeds, &questions);
        }
    }
}
