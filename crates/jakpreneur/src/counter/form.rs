//! The counter's form: what was typed, as a registration, and what there is to choose from.
use crate::{
    Code, FieldError, House, Problem,
    people::{Registration, RegistrationForm},
    staff::Officer,
    web::{Choice, Fields},
    words::{self, Lang},
};
use rules::{BusinessType, Channel, Level, Nik, Region, Sex, TargetGroup};

/// The fields in the order of the page.
pub(super) const FIELDS: [&str; 18] = [
    "nik",
    "name",
    "phone",
    "kelurahan",
    "business_type",
    "has_business",
    "birth_date",
    "sex",
    "consent",
    "agency",
    "guardian_consent",
    "address",
    "email",
    "registered_on",
    "channel",
    "office",
    "target_groups",
    "kecamatan",
];
/// Those that are folded away until somebody needs them.
pub(super) const FOLDED: [&str; 7] =
    ["guardian_consent", "address", "email", "registered_on", "channel", "office", "target_groups"];

/// Understands what was typed. The counter asks for trade, business and consent every time, so that
/// nobody is counted under an answer that was not given.
pub(super) fn understand(
    house: &House,
    officer: &Officer,
    typed: &Fields,
) -> Result<Registration, Problem> {
    let mut wrong = Vec::new();
    for field in ["business_type", "has_business"] {
        if typed.get(field).is_empty() {
            wrong.push(FieldError::new(field, Code::Word));
        }
    }
    if !typed.yes("consent") {
        wrong.push(FieldError::new("consent", Code::Consent));
    }
    match registration(house, typed).understand(house, officer) {
        Ok(registration) if wrong.is_empty() => Ok(registration),
        Ok(_) => Err(Problem::Invalid(wrong)),
        Err(Problem::Invalid(more)) => {
            wrong.extend(more);
            Err(Problem::Invalid(wrong))
        }
        Err(other) => Err(other),
    }
}

fn registration(house: &House, typed: &Fields) -> RegistrationForm {
    let text = |field: &str| typed.get(field).to_owned();
    RegistrationForm {
        nik: text("nik"),
        name: text("name"),
        birth_date: birth_date(house, typed),
        sex: text("sex"),
        phone: text("phone"),
        email: text("email"),
        kelurahan: text("kelurahan"),
        kecamatan: String::new(),
        address: text("address"),
        business_type: text("business_type"),
        has_business: Some(typed.get("has_business") == "true"),
        target_groups: typed.all("target_groups"),
        agency: text("agency"),
        office: text("office"),
        channel: text("channel"),
        registered_on: text("registered_on"),
        consent: typed.yes("consent"),
        guardian_consent: typed.yes("guardian_consent"),
    }
}

/// The script fills the birth date from the NIK; without it the form does, so that a minor's guardian
/// is asked for either way.
fn birth_date(house: &House, typed: &Fields) -> String {
    let from_nik = || {
        let nik = Nik::parse(typed.get("nik")).ok()?;
        nik.birth_date(house.today()).map(|born| born.to_string())
    };
    typed.some("birth_date").or_else(from_nik).unwrap_or_default()
}

/// What there is to choose from, with what is chosen.
pub(super) struct Offered {
    /// The trades, by the digits that choose them.
    pub trades: Vec<Choice>,
    pub has_business: Vec<Choice>,
    pub sexes: Vec<Choice>,
    pub channels: Vec<Choice>,
    pub offices: Vec<Choice>,
    pub agencies: Vec<Choice>,
    pub groups: Vec<Choice>,
    /// Names and codes of the kelurahan that are offered while typing.
    pub kelurahan: Vec<(String, String)>,
}

impl Offered {
    pub(super) fn of(house: &House, officer: &Officer, typed: &Fields, lang: Lang) -> Self {
        let w = words::Counter::of(lang);
        let sex = |it: Sex| lang.pick(it.label_id(), it.label_en());
        let trade = |it: BusinessType| lang.pick(it.label_id(), it.label_en());
        let way = |it: Channel| lang.pick(it.label_id(), it.label_en());
        let now = |field: &str| typed.get(field).to_owned();
        let channel = typed.some("channel").unwrap_or_else(|| Channel::Counter.word().to_owned());
        let offered = Channel::ALL.into_iter().filter(|way| *way != Channel::Import);
        Self {
            trades: TRADES.map(|it| Choice::of(it.word(), trade(it), &now("business_type"))).into(),
            has_business: [("false", w.not_yet), ("true", w.has)]
                .map(|(value, label)| Choice::of(value, label, &now("has_business")))
                .into(),
            sexes: Sex::ALL.map(|it| Choice::of(it.word(), sex(it), &now("sex"))).into(),
            channels: offered.map(|it| Choice::of(it.word(), way(it), &channel)).collect(),
            offices: offices(house, officer, &now("office"), w),
            agencies: agencies(house, officer, &now("agency")),
            groups: groups(&typed.all("target_groups"), lang),
            kelurahan: kelurahan(house, officer),
        }
    }
}

/// In the order of the digits that choose them.
const TRADES: [BusinessType; 5] = [
    BusinessType::Kuliner,
    BusinessType::Kerajinan,
    BusinessType::Fesyen,
    BusinessType::Jasa,
    BusinessType::Lainnya,
];

fn in_sight<'h>(
    house: &'h House,
    officer: &Officer,
    level: Level,
) -> impl Iterator<Item = &'h Region> {
    let area = officer.scope.area();
    let valid = house.regions.valid_on(house.today());
    valid.filter(move |region| {
        region.code.level() == level && area.is_none_or(|area| region.code.within(&area))
    })
}

fn offices(house: &House, officer: &Officer, now: &str, w: &'static words::Counter) -> Vec<Choice> {
    let mut offices: Vec<Choice> = in_sight(house, officer, Level::Kecamatan)
        .map(|region| Choice::of(region.code.to_string(), region.name.clone(), now))
        .collect();
    if offices.len() > 1 {
        offices.insert(0, Choice::of("", w.office_of_kelurahan, now));
    }
    offices
}

/// Only who is not of one agency chooses; where the programme's own is known, it stands first.
fn agencies(house: &House, officer: &Officer, now: &str) -> Vec<Choice> {
    if officer.scope.agency().is_some() {
        return Vec::new();
    }
    let mut agencies: Vec<Choice> = house
        .known_agencies()
        .into_iter()
        .map(|(code, name)| Choice::of(code.to_string(), name, now))
        .collect();
    agencies.sort_by_key(|choice| choice.value != "ppkukm");
    agencies
}

fn groups(now: &[String], lang: Lang) -> Vec<Choice> {
    let label = |it: TargetGroup| lang.pick(it.label_id(), it.label_en());
    let choice = |group: TargetGroup| Choice {
        value: group.word().to_owned(),
        label: label(group).to_owned(),
        chosen: now.iter().any(|sent| sent == group.word()),
    };
    TargetGroup::ALL.map(choice).into()
}

fn kelurahan(house: &House, officer: &Officer) -> Vec<(String, String)> {
    let offered = in_sight(house, officer, Level::Kelurahan);
    offered.map(|region| (region.name.clone(), region.code.to_string())).collect()
}
