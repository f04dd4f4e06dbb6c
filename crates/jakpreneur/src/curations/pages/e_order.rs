//! The e-order list: which products may enter, and what the others lack; as a page and as a file.
use crate::{
    App, Code, FieldError, House, Problem,
    curations::{self, Line, Sought},
    staff::log_read,
    web::{Choice, Fields, Page, Shell, Visit, attachment, jakarta},
    words::{Curation, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::Response,
};
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use rules::{marketing::e_order::Missing, number::thousands};
use std::io::Cursor;

/// So many are on a page.
const PAGE: usize = 50;

#[derive(Template)]
#[template(path = "curations/pages/e_order.html")]
pub(super) struct EOrderPage {
    shell: Shell,
    w: &'static Curation,
    choices: Vec<Choice>,
    which: String,
    total: String,
    lines: Vec<Said>,
    next: Option<String>,
}

struct Said {
    open: String,
    name: String,
    category: &'static str,
    number: String,
    kecamatan: String,
    grade: String,
    missing: String,
}

fn eligible(asked: &Fields) -> Option<bool> {
    match asked.get("boleh") {
        "ya" => Some(true),
        "tidak" => Some(false),
        _ => None,
    }
}

fn missing(it: &Line, lang: Lang) -> String {
    let w = Curation::of(lang);
    let said = |it: &Missing| match it {
        Missing::Curation => w.missing_curation,
        Missing::Halal => w.missing_halal,
    };
    it.missing.iter().map(said).collect::<Vec<_>>().join("; ")
}

/// Shows the list.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    RawQuery(query): RawQuery,
) -> Result<Page<EOrderPage>, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let (officer, lang) = (visit.officer()?, visit.lang);
    let sought = Sought {
        eligible: eligible(&asked),
        after: asked.get("setelah").parse().ok(),
        limit: PAGE,
    };
    let look = app.look(move |tx, house| curations::e_order(tx, house, &officer, &sought));
    let (total, lines, next) = look.await?;
    let (w, which) = (Curation::of(lang), asked.get("boleh").to_owned());
    let choices = [("", w.all_products), ("ya", w.eligible), ("tidak", w.not_eligible)];
    let said = |it: &Line| Said {
        open: format!("/warga/{}/produk/{}", it.member.id, it.product),
        name: it.name.clone(),
        category: lang.pick(it.category.label_id(), it.category.label_en()),
        number: it.member.number.clone(),
        kecamatan: app.house.region_name(it.member.office),
        grade: it.grade.clone().unwrap_or_default(),
        missing: missing(it, lang),
    };
    Ok(Page::of(EOrderPage {
        shell: visit.shell(&app, w.e_order),
        w,
        choices: choices.map(|(value, label)| Choice::of(value, label, &which)).into(),
        total: fill(w.entries_count, &[("n", &thousands(total))]),
        lines: lines.iter().map(said).collect(),
        next: next.map(|at| format!("/e-order?boleh={which}&setelah={at}")),
        which,
    }))
}

/// Hands the whole list out, and keeps who took how much away.
pub(super) async fn take(
    State(app): State<App>,
    visit: Visit,
    Path(format): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let format = match format.as_str() {
        "csv" => Format::Csv,
        "xlsx" => Format::Xlsx,
        _ => return Err(Problem::Invalid(vec![FieldError::new("format", Code::Word)])),
    };
    let (officer, at, lang) = (visit.officer()?, app.house.now(), visit.lang);
    let act = app.change(move |tx, house| {
        let lines = curations::all_of_e_order(tx, house, &officer, eligible(&asked))?;
        let many = i64::try_from(lines.len()).unwrap_or(i64::MAX);
        log_read(tx, house.new_id(), at, &officer, "e-order.export", None, many)?;
        let bytes = sheet(house, &lines, lang, format);
        let bytes = bytes.map_err(|why| Problem::Broken(format!("no file: {why}")))?;
        Ok(attachment(bytes, format, &format!("e-order-{}", at.date())))
    });
    act.await
}

fn sheet(house: &House, lines: &[Line], lang: Lang, format: Format) -> Result<Vec<u8>, Unwritable> {
    let w = Curation::of(lang);
    let columns = vec![
        Column::new(w.product, Kind::LongText),
        Column::new(w.category, Kind::Text),
        Column::new(w.price, Kind::Number),
        Column::new(w.member_number, Kind::Text),
        Column::new(w.kecamatan, Kind::Text),
        Column::new(w.grades, Kind::Text),
        Column::new(w.halal_until, Kind::Date),
        Column::new(w.eligible, Kind::Text),
        Column::new(w.why, Kind::LongText),
    ];
    let (name, made_at) = ("e-order".to_owned(), jakarta(house.now()));
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), format)?;
    for it in lines {
        let text = |text: &str| Value::Text(text.to_owned());
        out.row(&[
            text(&it.name),
            text(lang.pick(it.category.label_id(), it.category.label_en())),
            Value::Whole(it.price.0),
            text(&it.member.number),
            text(&house.region_name(it.member.office)),
            it.grade.as_deref().map_or(Value::Empty, text),
            it.halal_until.map_or(Value::Empty, Value::Date),
            text(if it.missing.is_empty() { w.yes } else { w.no }),
            text(&missing(it, lang)),
        ])?;
    }
    Ok(out.finish()?.into_inner())
}
