//! Whether a member still takes part, and what an officer may say to it.
use crate::{
    App, FieldError, Problem,
    activity::{self, Standing},
    people,
    staff::log_read,
    web::{Choice, Fields, Mistakes, Page, Shell, Visit},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::extract::{Path, RawQuery, State};
use rules::{
    Act, Date, MemberId,
    activity::{Activity, DomicileCheck, EndReason},
};

/// The fields in the order of the page.
const FIELDS: [&str; 9] = [
    "result",
    "checked_on",
    "note",
    "activity",
    "holds_from",
    "reason",
    "end_reason",
    "ended_on",
    "resume_reason",
];

#[derive(Template)]
#[template(path = "activity/pages/show.html")]
pub(super) struct ActivityPage {
    shell: Shell,
    w: &'static words::Activities,
    wrong: Mistakes,
    notice: Option<&'static str>,
    member: MemberId,
    said: String,
    computed: String,
    facts: Vec<(&'static str, String)>,
    suggested: Option<String>,
    may_check: bool,
    may_decide: bool,
    has_ended: bool,
    results: Vec<Choice>,
    activities: Vec<Choice>,
    reasons: Vec<Choice>,
    typed: Fields,
    ids: [String; 3],
}

/// Shows how a member stands; that it was opened is logged.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(member): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Page<ActivityPage>, Problem> {
    let member = member.parse().map_err(|_| Problem::NotFound)?;
    let asked = Fields::parse(query.unwrap_or_default().as_bytes());
    let mut page = ActivityPage::of(&app, &visit, member, Fields::default()).await?;
    page.notice = asked.some("tersimpan").map(|_| page.w.saved);
    Ok(Page::of(page))
}

impl ActivityPage {
    pub(super) async fn of(
        app: &App,
        visit: &Visit,
        member: MemberId,
        typed: Fields,
    ) -> Result<Self, Problem> {
        let (officer, at, today) = (visit.officer()?, app.house.now(), app.house.today());
        let asker = officer.clone();
        let read = app.change(move |tx, house| {
            let standing = activity::standing(tx, house, &asker, member, today)?;
            let row = people::record(tx, &asker.scope, member)?.ok_or(Problem::NotFound)?;
            log_read(tx, house.new_id(), at, &asker, "activity.member", Some(member.0), 1)?;
            let known = row.identity(&house.seal);
            let name = known.map_or_else(|| row.number.clone(), |it| it.name.as_str().to_owned());
            Ok((name, standing))
        });
        let (name, standing) = read.await?;
        let (w, lang) = (words::Activities::of(visit.lang), visit.lang);
        let suggests = standing.domicile.as_ref().and_then(|kept| kept.result.suggests());
        let suggested = suggests.filter(|_| standing.ended.is_none()).map(|reason| {
            fill(w.suggested, &[("reason", lang.pick(reason.label_id(), reason.label_en()))])
        });
        let (result, activity, reason) =
            (typed.get("result"), typed.get("activity"), typed.get("end_reason"));
        Ok(Self {
            shell: visit.shell(app, fill(w.of_member, &[("name", &name)])),
            w,
            wrong: Mistakes::none(),
            notice: None,
            member,
            said: said(w, lang, &standing),
            computed: fill(w.computed, &[("n", &standing.after.get().to_string())]),
            facts: facts(w, lang, &standing),
            suggested,
            may_check: officer.role.may(Act::VisitMembers),
            may_decide: officer.role.may(Act::CorrectMember),
            has_ended: standing.ended.is_some(),
            results: results(lang, result),
            activities: activities(lang, activity),
            reasons: reasons(w, lang, reason),
            ids: [(); 3].map(|()| app.house.new_id().to_string()),
            typed,
        })
    }

    /// The page with what is wrong in it.
    pub(super) fn with(mut self, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
        self
    }
}

fn said(w: &words::Activities, lang: Lang, standing: &Standing) -> String {
    let activity = lang.pick(standing.activity.label_id(), standing.activity.label_en());
    let Some(ended) = standing.ended.filter(|_| standing.activity == Activity::Ended) else {
        return activity.to_owned();
    };
    let reason = lang.pick(ended.reason.label_id(), ended.reason.label_en());
    fill(w.ended_said, &[("reason", reason), ("date", &words::day(ended.on, lang))])
}

fn facts(w: &words::Activities, lang: Lang, standing: &Standing) -> Vec<(&'static str, String)> {
    let day = |on: Date| words::day(on, lang);
    let seen = standing.last_seen.map_or_else(|| w.never.to_owned(), day);
    let checked = standing.domicile.as_ref().map_or_else(
        || {
            lang.pick(DomicileCheck::Unchecked.label_id(), DomicileCheck::Unchecked.label_en())
                .to_owned()
        },
        |kept| {
            let result = lang.pick(kept.result.label_id(), kept.result.label_en());
            let note = kept.note.as_deref().map(|note| format!(". {note}")).unwrap_or_default();
            format!("{result}, {}{note}", day(kept.on))
        },
    );
    let mut facts = vec![(w.last_seen, seen), (w.domicile, checked)];
    if let Some(word) = &standing.overruled {
        let activity = if word.is_active { Activity::Active } else { Activity::Inactive };
        let activity = lang.pick(activity.label_id(), activity.label_en());
        facts.push((w.overruled, format!("{activity}, {}. {}", day(word.on), word.reason)));
    }
    facts
}

fn results(lang: Lang, chosen: &str) -> Vec<Choice> {
    let choice =
        |it: DomicileCheck| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), chosen);
    DomicileCheck::ALL.map(choice).into()
}

fn activities(lang: Lang, chosen: &str) -> Vec<Choice> {
    let choice =
        |it: Activity| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), chosen);
    [Activity::Active, Activity::Inactive].map(choice).into()
}

fn reasons(w: &words::Activities, lang: Lang, chosen: &str) -> Vec<Choice> {
    let choice =
        |it: EndReason| Choice::of(it.word(), lang.pick(it.label_id(), it.label_en()), chosen);
    let none = [Choice::of("", w.choose, chosen)];
    none.into_iter().chain(EndReason::ALL.map(choice)).collect()
}
