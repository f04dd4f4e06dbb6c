//! What makes an answer stand on its own when it lies on a desk: whose records, as at when, counted how.
use super::Answer;
use crate::House;
use rules::{RegionCode, Scheme, StageKind};

/// A label and what it says, line by line, in Indonesian.
pub fn facts(house: &House, answer: &Answer) -> Vec<(&'static str, String)> {
    let scope = &answer.scope;
    let region = |code: &String| {
        RegionCode::parse(code).map_or_else(|_| code.clone(), |code| house.region_name(code))
    };
    let agency = |code: &String| {
        rules::Agency::parse(code)
            .map_or_else(|_| code.clone(), |agency| house.agency_name(&agency))
    };
    let area = scope.area.as_ref().or(scope.seen_area.as_ref());
    let mut facts = vec![
        ("Wilayah", area.map_or_else(|| "Provinsi DKI Jakarta".to_owned(), region)),
        ("Keadaan per", rules::date::words(answer.as_at)),
        ("Diketahui per", known_at(answer.known_at)),
        ("Urutan tahap", order(answer.scheme)),
    ];
    let agency = scope.agency.as_ref().or(scope.seen_agency.as_ref()).map(agency);
    facts.extend(agency.map(|name| ("OPD", name)));
    facts.extend(registered(answer).map(|days| ("Terdaftar", days)));
    let narrowed = [
        ("Jenis kelamin", &scope.sex),
        ("Jalur", &scope.track),
        ("Jenis usaha", &scope.business_type),
        ("Saluran", &scope.channel),
    ];
    for (label, value) in narrowed {
        facts.extend(value.clone().map(|value| (label, value)));
    }
    facts
}

fn known_at(position: i64) -> String {
    format!(
        "posisi jurnal {}",
        rules::number::thousands(u64::try_from(position).unwrap_or_default())
    )
}

fn order(scheme: Scheme) -> String {
    let of = |stage| scheme.code(stage);
    format!(
        "{} ({} pelatihan, {} pendampingan)",
        scheme.label_id(),
        of(StageKind::Training),
        of(StageKind::Mentoring)
    )
}

fn registered(answer: &Answer) -> Option<String> {
    let (from, to) = (answer.scope.registered_from, answer.scope.registered_to);
    match (from.map(rules::date::words), to.map(rules::date::words)) {
        (None, None) => None,
        (Some(from), None) => Some(format!("sejak {from}")),
        (None, Some(to)) => Some(format!("sampai {to}")),
        (Some(from), Some(to)) => Some(format!("{from} sampai {to}")),
    }
}

/// What a reader must know to read the figures right.
pub const NOTES: [&str; 2] = [
    "Setiap orang dihitung satu kali, juga bila tercatat di dua OPD.",
    "Persen dihitung dari jumlah orang yang terdaftar.",
];

/// What the paper is called.
pub fn title(answer: &Answer) -> String {
    format!("Capaian tahap per {}", rules::date::words(answer.as_at))
}
