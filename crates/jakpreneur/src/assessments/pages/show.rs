//! What a member's business needs: the six groups now and before, what would help next, and the questions.
use super::said::{AdviceLine, GroupLine, advice, groups};
use crate::{
    App, FieldError, Problem,
    assessments::{self, AssessmentForm, Needs},
    people,
    staff::log_read,
    web::{Choice, Fields, Mistakes, Page, Posted, Shell, Visit},
    words::{self, Assessments, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, MemberId,
    assessment::{Answer, Group, QUESTIONS, Question, Sheet},
};

#[derive(Template)]
#[template(path = "assessments/pages/show.html")]
pub(super) struct NeedsPage {
    shell: Shell,
    w: &'static Assessments,
    wrong: Mistakes,
    notice: Option<&'static str>,
    member: MemberId,
    newest: Option<String>,
    before: Option<String>,
    groups: Vec<GroupLine>,
    advice: Vec<AdviceLine>,
    may_assess: bool,
    asked: Vec<Asked>,
    assessed_on: String,
    act_id: String,
}

/// The questions of one group.
struct Asked {
    name: &'static str,
    questions: Vec<Answerable>,
}

/// A question with what can be answered.
struct Answerable {
    code: &'static str,
    label: &'static str,
    answers: Vec<Choice>,
}

/// Shows what a member's business needs; that it was opened is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<NeedsPage>, Problem> {
    let mut page = NeedsPage::of(&app, &visit, id(&member)?, None).await?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    page.notice = asked.some("tersimpan").map(|_| page.w.saved);
    Ok(Page::of(page))
}

fn id(text: &str) -> Result<MemberId, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

impl NeedsPage {
    async fn of(
        app: &App,
        visit: &Visit,
        id: MemberId,
        typed: Option<&Fields>,
    ) -> Result<Self, Problem> {
        let (officer, at) = (visit.officer()?, app.house.now());
        let asker = officer.clone();
        let read = app.change(move |tx, house| {
            asker.may(Act::OpenFile)?;
            let row = people::record(tx, &asker.scope, id)?.ok_or(Problem::NotFound)?;
            log_read(tx, house.new_id(), at, &asker, "assessment.member", Some(id.0), 1)?;
            let known = row.identity(&house.seal);
            let name = known.map_or_else(|| row.number.clone(), |it| it.name.as_str().to_owned());
            Ok((name, assessments::needs_of(tx, house, &row)?))
        });
        let (name, needs) = read.await?;
        let (w, lang) = (Assessments::of(visit.lang), visit.lang);
        let day = |at: usize| needs.assessments.get(at).map(|it| words::day(it.assessed_on, lang));
        let today = app.house.today().to_string();
        Ok(Self {
            shell: visit.shell(app, fill(w.of_member, &[("name", &name)])),
            w,
            wrong: Mistakes::none(),
            notice: None,
            member: id,
            newest: day(0),
            before: day(1),
            groups: groups(&needs, lang),
            advice: advice(&needs, lang),
            may_assess: officer.role.may(Act::Measure),
            asked: questions(&needs, typed, lang),
            assessed_on: typed.and_then(|typed| typed.some("assessed_on")).unwrap_or(today),
            act_id: app.house.new_id().to_string(),
        })
    }
}

/// The questions with what was typed, else with the answers of the last time.
fn questions(needs: &Needs, typed: Option<&Fields>, lang: Lang) -> Vec<Asked> {
    let nothing = Sheet::default();
    let last = needs.newest().map_or(&nothing, |newest| &newest.sheet);
    let answerable = |it: &'static Question| {
        let last = last.answer(it.code).word();
        let chosen = typed.map_or(last, |typed| typed.get(it.code));
        let choice = |answer: Answer| {
            Choice::of(answer.word(), lang.pick(answer.label_id(), answer.label_en()), chosen)
        };
        let label = lang.pick(it.label_id, it.label_en);
        Answerable { code: it.code, label, answers: Answer::ALL.map(choice).into() }
    };
    let of_group = |group: Group| Asked {
        name: lang.pick(group.label_id(), group.label_en()),
        questions: QUESTIONS.iter().filter(|it| it.group == group).map(answerable).collect(),
    };
    Group::ALL.map(of_group).into()
}

/// Keeps the answers.
pub(super) async fn assess(
    State(app): State<App>,
    Path(member): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (member, asking) = (id(&member)?, posted.asking(&app)?);
    let form = form(&posted.fields);
    let act = app.change(move |tx, house| assessments::assess(tx, house, &asking, member, &form));
    match act.await {
        Ok(_) => {
            Ok(Redirect::to(&format!("/warga/{member}/kebutuhan?tersimpan=1")).into_response())
        }
        Err(Problem::Invalid(wrong)) => again(&app, &posted, member, &wrong).await,
        Err(other) => Err(other),
    }
}

fn form(typed: &Fields) -> AssessmentForm {
    let answered =
        QUESTIONS.iter().filter_map(|it| Some((it.code.to_owned(), typed.some(it.code)?)));
    AssessmentForm { assessed_on: typed.get("assessed_on").to_owned(), answers: answered.collect() }
}

async fn again(
    app: &App,
    posted: &Posted,
    member: MemberId,
    wrong: &[FieldError],
) -> Result<Response, Problem> {
    let mut page = NeedsPage::of(app, &posted.visit, member, Some(&posted.fields)).await?;
    page.shell.title.insert_str(0, page.shell.words.error_prefix);
    // The first question stands for all of them.
    let here = |error: &FieldError| match error.field {
        "answers" => FieldError::new(QUESTIONS[0].code, error.code),
        _ => error.clone(),
    };
    let wrong: Vec<FieldError> = wrong.iter().map(here).collect();
    page.wrong = Mistakes::of(&wrong, posted.visit.lang);
    Ok(Page::wrong(page).into_response())
}
