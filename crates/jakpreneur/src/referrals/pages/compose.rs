//! Making a referral: the form, the answers to be checked, sending; and the member's referrals.
use super::{
    saying::{self, Line, line},
    whose::Door,
};
use crate::{
    App, Code, Problem,
    referrals::{self, ReferralForm, see::files_named},
    web::{Choice, Choices, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{Capital, message},
};
use askama::Template;
use axum::response::{IntoResponse, Redirect, Response};
use rules::capital::Shared;

/// The fields in the order of the page.
const FIELDS: [&str; 7] =
    ["bank", "product", "amount", "purpose", "shared", "documents", "consent"];

/// The referrals of a member.
#[derive(Template)]
#[template(path = "referrals/pages/list.html")]
pub(super) struct MinePage {
    shell: Shell,
    w: &'static Capital,
    base: String,
    own: bool,
    back: String,
    lines: Vec<Line>,
}

/// The form.
#[derive(Template)]
#[template(path = "referrals/pages/new.html")]
pub(super) struct NewPage {
    shell: Shell,
    w: &'static Capital,
    wrong: Mistakes,
    base: String,
    own: bool,
    banks: Vec<Choice>,
    products: Vec<Choices>,
    shared: Vec<Choice>,
    documents: Vec<Choice>,
    typed: Fields,
}

/// The answers, to be checked before they are sent.
#[derive(Template)]
#[template(path = "referrals/pages/check.html")]
pub(super) struct CheckPage {
    shell: Shell,
    w: &'static Capital,
    wrong: Mistakes,
    base: String,
    own: bool,
    bank: String,
    product: String,
    amount: String,
    purpose: String,
    shared: Vec<&'static str>,
    documents: Vec<String>,
    advice: String,
    outside: bool,
    again: Vec<(&'static str, String)>,
    act_id: String,
}

/// The referrals of a member.
pub(super) async fn mine(app: &App, visit: &Visit, door: Door) -> Result<Page<MinePage>, Problem> {
    let (asker, member) = (door.officer.clone(), door.member);
    let look =
        app.look(move |tx, _| Ok((referrals::banks(tx)?, referrals::own(tx, &asker, member)?)));
    let ((banks, rows), lang) = (look.await?, visit.lang);
    let today = app.house.today();
    let said = |row: &referrals::ReferralRow| {
        line(row, &banks, today, (door.one(row.id), String::new()), lang)
    };
    let w = Capital::of(lang);
    Ok(Page::of(MinePage {
        shell: visit.shell(app, if door.own { w.own_title } else { w.title }),
        w,
        back: if door.own { "/saya".to_owned() } else { format!("/warga/{}", door.member) },
        base: door.base.clone(),
        own: door.own,
        lines: rows.iter().map(said).collect(),
    }))
}

/// The form, as far as it was filled in.
pub(super) async fn form(
    app: &App,
    visit: &Visit,
    door: &Door,
    typed: Fields,
) -> Result<NewPage, Problem> {
    let (asker, member, lang) = (door.officer.clone(), door.member, visit.lang);
    let look = app.look(move |tx, house| {
        // Whoever may not see the member's referrals makes none either.
        referrals::own(tx, &asker, member)?;
        Ok((referrals::banks(tx)?, files_named(tx, house, member, lang)?))
    });
    let (banks, files) = look.await?;
    let (w, today) = (Capital::of(lang), app.house.today());
    let partners = banks.banks.iter().filter(|(bank, ..)| banks.is_partner(*bank, today));
    let (chosen, product) = (typed.get("bank"), typed.get("product"));
    let mut offered: Vec<Choice> = Vec::new();
    for it in banks.products.iter().filter(|it| it.is_offered_on(today)) {
        let code = it.product.to_string();
        // Several banks have a product of one code: it is chosen once, beside the bank.
        if offered.iter().all(|choice| choice.value != code) {
            offered.push(Choice::of(code, it.name.clone(), product));
        }
    }
    let ticked = typed.all("shared");
    let tick = |it: Shared| Choice {
        value: it.word().to_owned(),
        label: lang.pick(it.label_id(), it.label_en()).to_owned(),
        chosen: ticked.iter().any(|word| word == it.word()),
    };
    let enclosed = typed.all("documents");
    Ok(NewPage {
        shell: visit.shell(app, w.own_title),
        w,
        wrong: Mistakes::none(),
        base: door.base.clone(),
        own: door.own,
        banks: partners
            .map(|(bank, name, ..)| Choice::of(bank.to_string(), name.clone(), chosen))
            .collect(),
        products: vec![Choices { label: String::new(), choices: offered }],
        shared: Shared::ALL.map(tick).into(),
        documents: files
            .into_iter()
            .map(|(it, document)| Choice {
                value: it.file.to_string(),
                label: document.name,
                chosen: enclosed.iter().any(|file| *file == it.file.to_string()),
            })
            .collect(),
        typed,
    })
}

fn typed(fields: &Fields, consent: bool) -> ReferralForm {
    let text = |field: &str| fields.get(field).to_owned();
    ReferralForm {
        bank: text("bank"),
        product: text("product"),
        amount: text("amount"),
        purpose: text("purpose"),
        shared: fields.all("shared"),
        documents: fields.all("documents"),
        consent,
    }
}

async fn again(
    app: &App,
    posted: Posted,
    door: &Door,
    problem: Problem,
) -> Result<Response, Problem> {
    let lang = posted.visit.lang;
    let wrong = if let Problem::Invalid(wrong) = problem {
        Mistakes::of(&wrong, lang).in_order(&FIELDS)
    } else if let Problem::Refused(code) = problem {
        Mistakes::saying("amount", message(code, lang))
    } else {
        return Err(problem);
    };
    let mut page = form(app, &posted.visit, door, posted.fields).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    page.wrong = wrong;
    Ok(Page::wrong(page).into_response())
}

/// The answers to be checked, or the form with what is wrong.
pub(super) async fn checked(app: &App, posted: Posted, door: Door) -> Result<Response, Problem> {
    let asking = posted.asked_by(app, door.officer.clone());
    let form = typed(&posted.fields, true);
    let (asked, member) = (form.clone(), door.member);
    let look = app.look(move |tx, _| referrals::would_send(tx, &asking, member, &asked)).await;
    match look {
        Ok(found) => {
            let page = CheckPage::of(app, &posted, &door, &form, found).await?;
            Ok(Page::of(page).into_response())
        }
        Err(problem) => again(app, posted, &door, problem).await,
    }
}

impl CheckPage {
    async fn of(
        app: &App,
        posted: &Posted,
        door: &Door,
        form: &ReferralForm,
        (banks, new): (referrals::Banks, referrals::form::Understood),
    ) -> Result<Self, Problem> {
        let (lang, today, member) = (posted.visit.lang, app.house.today(), door.member);
        let files = app.look(move |tx, house| files_named(tx, house, member, lang)).await?;
        let files = files.into_iter().filter(|(it, _)| new.documents.contains(it));
        let product = banks.product(new.bank, new.product, today);
        let mut again = vec![
            ("bank", form.bank.clone()),
            ("product", form.product.clone()),
            ("amount", form.amount.clone()),
            ("purpose", form.purpose.clone()),
        ];
        again.extend(form.shared.iter().map(|word| ("shared", word.clone())));
        again.extend(form.documents.iter().map(|file| ("documents", file.clone())));
        let w = Capital::of(lang);
        Ok(Self {
            shell: posted.visit.shell(app, w.check_title),
            w,
            wrong: Mistakes::none(),
            base: door.base.clone(),
            own: door.own,
            bank: banks.name(new.bank),
            product: banks.product_name(new.bank, new.product),
            amount: new.amount.to_string(),
            purpose: new.purpose,
            shared: new.shared.iter().map(|it| lang.pick(it.label_id(), it.label_en())).collect(),
            documents: files.map(|(_, document)| document.name).collect(),
            advice: saying::advised(&banks, new.amount, today, lang),
            outside: product.is_some_and(|product| !product.fits(new.amount)),
            again,
            act_id: app.house.new_id().to_string(),
        })
    }
}

/// Sends it, or shows again what is wrong.
pub(super) async fn sent(app: &App, posted: Posted, door: Door) -> Result<Response, Problem> {
    let asking = posted.asked_by(app, door.officer.clone());
    let form = typed(&posted.fields, posted.fields.yes("consent"));
    let (member, asked, of) = (door.member, asking.clone(), form.clone());
    let act = app.change(move |tx, house| referrals::send(tx, house, &asking, member, &form));
    match act.await {
        Ok(done) => {
            let to = format!("{}?terkirim=1", door.one(done.event.referral));
            Ok(Redirect::to(&to).into_response())
        }
        Err(Problem::Invalid(wrong))
            if wrong.iter().all(|it| it.field == "consent" && it.code == Code::Consent) =>
        {
            let ticked = ReferralForm { consent: true, ..of };
            let look = ticked.clone();
            let found =
                app.look(move |tx, _| referrals::would_send(tx, &asked, member, &look)).await?;
            let mut page = CheckPage::of(app, &posted, &door, &ticked, found).await?;
            page.shell.title.insert_str(0, page.shell.words.error_prefix);
            page.wrong = Mistakes::of(&wrong, posted.visit.lang);
            Ok(Page::wrong(page).into_response())
        }
        Err(problem) => again(app, posted, &door, problem).await,
    }
}
