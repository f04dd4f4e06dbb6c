//! The report of training for a period, line by line, as it is frozen: the five numbers of the classes that
//! began in it, always apart and always persons (BR-18). Where somebody stands to a class is known as it
//! holds now, so that the frozen list alone tells what it was.
use super::{
    Line,
    grouping::Grouping,
    lines::{Behind, List},
};
use crate::{
    House, Problem,
    attendance::{self, By, Measure, Numbers, Wanted},
    classes::{self, pages::Saying},
    reports::Narrowing,
    staff::Officer,
    words::Lang,
};
use db::Tx;
use rules::{number::thousands, targets::Period};

/// A line a number, and behind the whole those of each group.
pub(super) fn lines(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    (asked, period, by): (&Narrowing, Period, Option<Grouping>),
) -> Result<Vec<Behind>, Problem> {
    let wanted = Wanted {
        from: Some(period.first()),
        to: asked.as_at,
        agency: asked.agency,
        area: asked.area,
        ..Wanted::default()
    };
    let by = by.and_then(Grouping::of_training);
    let sums = attendance::sums(tx, house, officer, by.unwrap_or(By::Kecamatan), &wanted)?;
    let mut lines = Vec::new();
    add(tx, house, officer, &mut lines, (&wanted, &sums.all), None)?;
    let Some(by) = by else { return Ok(lines) };
    let trades = classes::trades(tx)?;
    let saying = Saying { house, lang: Lang::Id, trades: &trades };
    for (code, numbers) in &sums.groups {
        let wanted = Wanted { group: Some((by, code.clone())), ..wanted.clone() };
        let label = attendance::group_named(&saying, by, code);
        add(tx, house, officer, &mut lines, (&wanted, numbers), Some((code, &label)))?;
    }
    Ok(lines)
}

/// The five lines of a group, or of the whole.
fn add(
    tx: &mut Tx<'_>,
    house: &House,
    officer: &Officer,
    lines: &mut Vec<Behind>,
    (wanted, numbers): (&Wanted, &Numbers),
    group: Option<(&str, &str)>,
) -> Result<(), Problem> {
    for measure in Measure::ALL {
        let people = attendance::counted_in(tx, house, officer, (measure, wanted))?;
        let own = line(lines.len() as u64 + 1, measure, numbers);
        let line = match group {
            None => own,
            Some((code, label)) => Line {
                indicator: format!("{label}: {}", own.indicator),
                key: format!("{code}/{}", own.key),
                ..own
            },
        };
        lines.push(Behind { line, list: List::Trained(people.into_values().collect()) });
    }
    Ok(())
}

fn line(number: u64, measure: Measure, of: &Numbers) -> Line {
    let (persons, seats) = of.of(measure);
    let (seats, classes) = (thousands(seats), thousands(of.classes));
    let remark = match measure {
        Measure::Present => {
            format!("{seats} tempat di {classes} kelas; {} kehadiran", thousands(of.attendances))
        }
        Measure::Invited | Measure::Registered | Measure::Finished | Measure::WalkIns => {
            format!("{seats} tempat di {classes} kelas")
        }
    };
    Line {
        actual: persons,
        at: None,
        attainment_hundredths: None,
        indicator: attendance::measure_label(measure, Lang::Id).to_owned(),
        key: measure.word().to_owned(),
        number,
        open: None,
        remark,
        share_hundredths: None,
        target: None,
        unit: "orang".to_owned(),
    }
}
