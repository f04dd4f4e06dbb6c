//! The lines of a plan as a program sends them.
use crate::{
    House,
    api::{problem::Wrong, strict::Documented},
    plans::{LineForm, Trades},
};
use rules::{
    RegionCode,
    training::{ClassKind, plan::PlannedClasses},
};
use serde::Deserialize;
use utoipa::ToSchema;

/// Classes of one kind and trade in a kecamatan and a month.
#[derive(Debug, Default, Deserialize, ToSchema)]
#[serde(deny_unknown_fields)]
pub struct PlanLineBody {
    /// For whom they are.
    #[schema(required, value_type = String, pattern = "^(basic|trade|workshop|agency)$", example = "basic")]
    kind: Option<String>,
    /// The code of what they are about.
    #[schema(required, value_type = String, example = "kuliner")]
    trade: Option<String>,
    /// The code of the kecamatan, within the plan's area.
    #[schema(required, value_type = String, example = "31.73.05")]
    area: Option<String>,
    /// The month, 1 to 12.
    #[schema(required, value_type = u8, minimum = 1, maximum = 12)]
    month: Option<u8>,
    /// How many classes, 1 to 1000.
    #[schema(required, value_type = u32, minimum = 1, maximum = 1000)]
    classes: Option<u32>,
    /// Seats of each class, 1 to 1000.
    #[schema(required, value_type = u32, minimum = 1, maximum = 1000)]
    seats: Option<u32>,
    /// Sessions of each class, 1 to 100.
    #[schema(required, value_type = u32, minimum = 1, maximum = 100)]
    sessions: Option<u32>,
    /// People they reach together whom no other line of the plan counts; at most all their seats.
    #[schema(required, value_type = u32, minimum = 0)]
    persons: Option<u32>,
    /// The line of the budget that pays for them, at most 200 characters.
    budget_line: Option<String>,
    /// What they may cost together, in whole rupiah.
    #[schema(minimum = 0)]
    budget: Option<u64>,
    /// The day the first of them begins, in the line's month.
    #[schema(format = Date)]
    first_on: Option<String>,
    /// The room, at most 200 characters.
    place: Option<String>,
    /// Who teaches, at most 200 characters.
    trainer: Option<String>,
}

impl PlanLineBody {
    fn form(&self) -> LineForm {
        let text = |text: &Option<String>| text.clone().unwrap_or_default();
        let whole = |n: Option<u32>| n.map(|n| n.to_string()).unwrap_or_default();
        LineForm {
            kind: text(&self.kind),
            trade: text(&self.trade),
            area: text(&self.area),
            month: self.month.map(|month| month.to_string()).unwrap_or_default(),
            classes: whole(self.classes),
            seats: whole(self.seats),
            sessions: whole(self.sessions),
            persons: whole(self.persons),
            budget_line: text(&self.budget_line),
            budget: self.budget.map(|budget| budget.to_string()).unwrap_or_default(),
            first_on: text(&self.first_on),
            place: text(&self.place),
            trainer: text(&self.trainer),
        }
    }

    fn not_as_documented(&self) -> Documented {
        let mut wrong = Documented::default();
        wrong.word("kind", self.kind.as_deref(), ClassKind::of_word);
        wrong.word("area", self.area.as_deref(), |code| RegionCode::parse(code).ok());
        wrong.date("first_on", self.first_on.as_deref());
        wrong
    }
}

/// The lines of the plan of an area and a year, or what is wrong with them: `lines[0].area`.
pub fn lines(
    bodies: &[PlanLineBody],
    house: &House,
    trades: &Trades,
    (around, year): (RegionCode, i16),
) -> Result<Vec<PlannedClasses>, Vec<Wrong>> {
    let (mut lines, mut all) = (Vec::new(), Vec::new());
    for (at, body) in bodies.iter().enumerate() {
        let mut wrong = body.not_as_documented().0;
        match body.form().understand(house, trades, around, year) {
            Ok(line) => lines.push(line),
            Err(more) => crate::api::strict::join(&mut wrong, more),
        }
        all.extend(wrong.into_iter().map(|error| {
            let field = format!("lines[{at}].{}", error.field);
            Wrong { field: field.into(), ..Wrong::from(error) }
        }));
    }
    if all.is_empty() { Ok(lines) } else { Err(all) }
}
