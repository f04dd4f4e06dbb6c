//! Everything that is recorded of a member as one JSON file to take away (UU 27/2022 art. 13).
use super::{Own, Reading};
use crate::{
    House,
    people::{self, Fact, File, What},
};
use rules::TargetGroup;
use serde_json::{Value, json};

/// The file.
pub fn taken_out(house: &House, own: &Own) -> Value {
    json!({
        "made_at": house.now().rfc3339(),
        "records": own.files.iter().map(|file| record(house, file)).collect::<Vec<_>>(),
        "classes": own.classes.iter().map(|class| json!({
            "title": class.title,
            "first_on": class.first_on,
            "state": class.state.word(),
        })).collect::<Vec<_>>(),
        "read_by": own.readings.iter().map(reading).collect::<Vec<_>>(),
    })
}

fn record(house: &House, file: &File) -> Value {
    let (row, known) = (&file.row, file.identity.as_ref());
    let groups = known.map(|known| known.target_groups.as_slice()).unwrap_or_default();
    json!({
        "number": row.number,
        "agency": row.agency.to_string(),
        "office": row.office.to_string(),
        "area": row.area.to_string(),
        "registered_on": row.registered_on,
        "channel": row.channel.word(),
        "track": row.track.word(),
        "business_type": row.business_type.word(),
        "sex": row.sex.map(rules::Sex::word),
        "nik": known.map(|known| known.nik.digits()),
        "name": known.map(|known| known.name.as_str()),
        "birth_date": known.and_then(|known| known.birth_date),
        "phone": known.and_then(|known| known.phone.as_ref()).map(rules::Phone::digits),
        "email": known.and_then(|known| known.email.as_ref()).map(rules::Email::as_str),
        "address": known.and_then(|known| known.address.as_deref()),
        "target_groups": groups.iter().map(|group| TargetGroup::word(*group)).collect::<Vec<_>>(),
        "facts": people::timeline(house, file).iter().map(fact).collect::<Vec<_>>(),
    })
}

fn fact(fact: &Fact) -> Value {
    let (kind, about) = match &fact.what {
        What::Registered(office) => ("registered", json!({ "office": office.to_string() })),
        What::Corrected { moved_on, reason, .. } => {
            ("corrected", json!({ "moved_on": moved_on, "reason": reason }))
        }
        What::Curated(it) => (
            "curation",
            json!({
                "state": it.step.state.word(),
                "product": it.product,
                "grade": it.grade,
                "reason": it.reason,
            }),
        ),
        What::Service { stage, completed, agency, note, voided, .. } => (
            "service",
            json!({
                "stage": stage.word(),
                "completed": completed,
                "agency": agency.to_string(),
                "note": note,
                "taken_back_at": voided.as_ref().map(|(at, _, _)| at.rfc3339()),
                "taken_back_because": voided.as_ref().map(|(_, _, why)| why),
            }),
        ),
    };
    json!({
        "kind": kind,
        "occurred_on": fact.occurred_on,
        "recorded_at": fact.recorded_at.rfc3339(),
        "about": about,
    })
}

fn reading(reading: &Reading) -> Value {
    let (role, agency, area) = match &reading.seat {
        Some((role, agency, area)) => (Some(role.word()), *agency, *area),
        None => (None, None, None),
    };
    json!({
        "at": reading.at.rfc3339(),
        "what": reading.what,
        "role": role,
        "agency": agency.map(|agency| agency.to_string()),
        "area": area.map(|area| area.to_string()),
    })
}
