//! The minutes of a finished class.
use super::{class, letterhead};
use crate::{
    Code, House, Problem,
    certificates::{printed, rows},
    classes::{self, Class},
    staff::Officer,
};
use db::Tx;
use documents::print::Minutes;
use rules::{Act, ClassId, number::thousands, training::ClassState};

/// Signed by hand.
const TO_SIGN: &str = "( ................................................ )";

/// The minutes, for whoever may finish the class. Numbers are persons, not attendances.
pub fn minutes(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    id: ClassId,
) -> Result<Minutes, Problem> {
    officer.may(Act::FinishClass)?;
    let class = classes::open(tx, officer, id)?;
    if class.state != ClassState::Finished {
        return Err(Problem::Refused(Code::ClassNotFinished));
    }
    let (about, last) = (&class.announced, class.announced.last_on());
    let share = about.share.percent();
    Ok(Minutes {
        letterhead: letterhead(house, &about.agency, about.area),
        day: rules::spelled::date(last),
        title: about.title.clone(),
        trade: class::trade(tx, about)?,
        place: printed::place(house, about),
        days: printed::days(about.first_on(), last),
        sessions: about.sessions.len().to_string(),
        organisers: class::organisers(house, about),
        trainers: class::trainers(about),
        numbers: numbers(tx, &class)?,
        rule: format!(
            "Peserta menyelesaikan pelatihan bila hadir paling sedikit {share}% dari sesi."
        ),
        written: format!("Jakarta, {}", rules::date::words(last)),
        signer: (TO_SIGN.to_owned(), house.agency_name(&about.agency)),
    })
}

fn numbers(tx: &mut Tx<'_>, class: &Class) -> Result<Vec<(String, String)>, Problem> {
    let counts = classes::counts(tx, class.id)?;
    let present = rows::present(tx, class.id)?;
    let finished = u64::try_from(rows::finishers(tx, class.id)?.len()).unwrap_or_default();
    let numbers = [
        ("Diundang", u64::from(counts.invited)),
        ("Terdaftar", u64::from(counts.registered)),
        ("Di antaranya datang tanpa mendaftar", u64::from(counts.walk_ins)),
        ("Hadir paling sedikit satu sesi", present),
        ("Menyelesaikan", finished),
    ];
    Ok(numbers.map(|(label, number)| (label.to_owned(), thousands(number))).into())
}
