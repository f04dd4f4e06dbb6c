//! The page that corrects a record: everything as it is now, to be changed with a reason.
use super::file::{Opened, member};
use crate::{
    App, Code, FieldError, House, Problem,
    people::{self, CorrectionForm, File},
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Lang},
};
use askama::Template;
use axum::{
    extract::{Path, State},
    http::StatusCode,
    response::{IntoResponse, Redirect, Response},
};
use rules::{Act, BusinessType, Level, MemberId, Sex, TargetGroup, Track};

/// The fields in the order of the page.
const FIELDS: [&str; 15] = [
    "nik",
    "name",
    "birth_date",
    "sex",
    "phone",
    "email",
    "address",
    "registered_on",
    "business_type",
    "has_business",
    "target_groups",
    "kelurahan",
    "office",
    "moved_on",
    "reason",
];

/// The page.
#[derive(Template)]
#[template(path = "people/pages/correct.html")]
pub(super) struct CorrectPage {
    shell: Shell,
    w: &'static words::Corrections,
    /// The fields are called as at the counter.
    c: &'static words::Counter,
    wrong: Mistakes,
    id: MemberId,
    act_id: String,
    number: String,
    typed: Fields,
    choices: Offered,
}

/// What there is to choose from, with what is chosen.
struct Offered {
    sexes: Vec<Choice>,
    trades: Vec<Choice>,
    has_business: Vec<Choice>,
    groups: Vec<Choice>,
    offices: Vec<Choice>,
    kelurahan: Vec<(String, String)>,
}

/// Shows the record as it is; opening it is logged like opening the file.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
) -> Result<Page<CorrectPage>, Problem> {
    let id = member(&id)?;
    visit.officer()?.may(Act::CorrectMember)?;
    // All digits of the NIK are in the form, which is logged for itself (BR-40).
    let opened = Opened::open(&app, &visit, id, true).await?;
    let typed = as_it_is(&app.house, opened.file())?;
    Ok(Page::of(CorrectPage::new(&app, &visit, opened.file(), typed, &[])))
}

/// Corrects the record, and shows the file; who has not changed it rightly gets the form again.
pub(super) async fn save(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, asking, form) = (member(&id)?, posted.asking(&app)?, form(&posted.fields));
    let officer = asking.officer.clone();
    let done = app.change(move |tx, house| {
        let done = people::correct(tx, house, &asking, id, &form)?;
        let still = people::is_within(tx, &officer.scope, id)?;
        Ok((done, still))
    });
    let (status, wrong) = match done.await {
        Ok((_, true)) => return Ok(Redirect::to(&format!("/warga/{id}?diubah=1")).into_response()),
        Ok((_, false)) => return Ok(Redirect::to("/orang?pindah=1").into_response()),
        Err(Problem::Invalid(wrong)) => (StatusCode::UNPROCESSABLE_ENTITY, wrong),
        Err(Problem::Refused(code @ Code::Unchanged)) => {
            (StatusCode::UNPROCESSABLE_ENTITY, vec![FieldError::new("nik", code)])
        }
        Err(Problem::NikRegistered(_)) => {
            (StatusCode::CONFLICT, vec![FieldError::new("nik", Code::NikRegistered)])
        }
        Err(other) => return Err(other),
    };
    let opened = Opened::open(&app, &posted.visit, id, false).await?;
    let page = CorrectPage::new(&app, &posted.visit, opened.file(), posted.fields, &wrong);
    Ok(Page::with(status, page).into_response())
}

fn form(typed: &Fields) -> CorrectionForm {
    let text = |field: &str| Some(typed.get(field).to_owned());
    CorrectionForm {
        nik: text("nik"),
        name: text("name"),
        birth_date: text("birth_date"),
        sex: text("sex"),
        phone: text("phone"),
        email: text("email"),
        address: text("address"),
        target_groups: Some(typed.all("target_groups")),
        kelurahan: text("kelurahan"),
        office: text("office"),
        has_business: Some(typed.get("has_business") == "true"),
        business_type: text("business_type"),
        registered_on: text("registered_on"),
        moved_on: typed.get("moved_on").to_owned(),
        reason: typed.get("reason").to_owned(),
    }
}

/// The form as the record is now.
fn as_it_is(house: &House, file: &File) -> Result<Fields, Problem> {
    let (row, known) = (&file.row, file.identity.as_ref().ok_or(Problem::Refused(Code::Erased))?);
    let or_empty = |text: Option<&str>| text.unwrap_or_default().to_owned();
    let whole_kecamatan = row.area.level() == Level::Kecamatan;
    let area = if whole_kecamatan { row.area.to_string() } else { house.region_name(row.area) };
    let mut fields = vec![
        ("nik", known.nik.digits().to_owned()),
        ("name", known.name.as_str().to_owned()),
        ("birth_date", known.birth_date.map(|on| on.to_string()).unwrap_or_default()),
        ("sex", or_empty(row.sex.map(Sex::word))),
        ("phone", or_empty(known.phone.as_ref().map(rules::Phone::digits))),
        ("email", or_empty(known.email.as_ref().map(rules::Email::as_str))),
        ("address", or_empty(known.address.as_deref())),
        ("registered_on", row.registered_on.to_string()),
        ("business_type", row.business_type.word().to_owned()),
        ("has_business", (row.track == Track::Established).to_string()),
        ("kelurahan", area),
        ("office", row.office.to_string()),
    ];
    fields.extend(known.target_groups.iter().map(|it| ("target_groups", it.word().to_owned())));
    Ok(fields.into_iter().collect())
}

impl CorrectPage {
    fn new(app: &App, visit: &Visit, file: &File, typed: Fields, wrong: &[FieldError]) -> Self {
        let (lang, w) = (visit.lang, words::Corrections::of(visit.lang));
        let wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
        let mut shell = visit.shell(app, w.title);
        if wrong.any() {
            shell.title.insert_str(0, shell.words.error_prefix);
        }
        Self {
            shell,
            w,
            c: words::Counter::of(lang),
            wrong,
            id: file.row.id,
            act_id: app.house.new_id().to_string(),
            number: file.row.number.clone(),
            choices: Offered::of(&app.house, lang, &typed),
            typed,
        }
    }
}

impl Offered {
    fn of(house: &House, lang: Lang, typed: &Fields) -> Self {
        let c = words::Counter::of(lang);
        let label = |id, en| lang.pick(id, en);
        let now = |field: &str| typed.get(field).to_owned();
        let regions = |level| {
            house.regions.valid_on(house.today()).filter(move |it| it.code.level() == level)
        };
        let groups = typed.all("target_groups");
        let group = |it: TargetGroup| Choice {
            value: it.word().to_owned(),
            label: label(it.label_id(), it.label_en()).to_owned(),
            chosen: groups.iter().any(|sent| sent == it.word()),
        };
        let office = now("office");
        Self {
            sexes: Sex::ALL
                .map(|it| Choice::of(it.word(), label(it.label_id(), it.label_en()), &now("sex")))
                .into(),
            trades: BusinessType::ALL
                .map(|it| {
                    let label = label(it.label_id(), it.label_en());
                    Choice::of(it.word(), label, &now("business_type"))
                })
                .into(),
            has_business: [("false", c.not_yet), ("true", c.has)]
                .map(|(value, label)| Choice::of(value, label, &now("has_business")))
                .into(),
            groups: TargetGroup::ALL.map(group).into(),
            offices: regions(Level::Kecamatan)
                .map(|it| Choice::of(it.code.to_string(), it.name.clone(), &office))
                .collect(),
            kelurahan: regions(Level::Kelurahan)
                .map(|it| (it.name.clone(), it.code.to_string()))
                .collect(),
        }
    }
}
