//! Inviting those whom a class is for: filters, how many they find, and the invitation itself.
use crate::{
    App, Code, FieldError, House, Problem,
    classes::{self, Class, Trade, pages::class},
    places::{self, Whom},
    reports::Words,
    staff::Officer,
    web::{Choice, Choices, Fields, Mistakes, Page, Posted, Shell, Visit, areas},
    words::{self, Lang, fill},
};
use askama::Template;
use axum::{
    extract::{Path, RawQuery, State},
    response::{IntoResponse, Redirect, Response},
};
use rules::{
    Act, BusinessType, ClassId, MemberId, StageKind, Track,
    number::thousands,
    training::{NotOffered, offered},
};
use std::sync::Arc;

/// The filters in the order of the page.
const FIELDS: [&str; 6] = ["area", "business_type", "track", "reached", "not_reached", "limit"];

/// The page.
#[derive(Template)]
#[template(path = "places/pages/invite.html")]
pub(super) struct InvitePage {
    shell: Shell,
    w: &'static words::Places,
    back: &'static str,
    wrong: Mistakes,
    id: ClassId,
    act_id: String,
    title: String,
    only_starters: bool,
    asked: Fields,
    areas: Vec<Choices>,
    business_types: Vec<Choice>,
    tracks: Vec<Choice>,
    reached: Vec<Choice>,
    not_reached: Vec<Choice>,
    /// How many are found, in words; none before anything is asked.
    found: String,
    /// What the button says; none where nobody is found.
    button: Option<String>,
}

/// Shows the filters with how many they find; at first those that fit the class.
pub(super) async fn show(
    State(app): State<App>,
    visit: Visit,
    Path(id): Path<String>,
    RawQuery(query): RawQuery,
) -> Result<Response, Problem> {
    let (id, officer) = (class(&id)?, visit.officer()?);
    officer.may(Act::ManagePlaces)?;
    let (class, trades) = open(&app, &officer, id).await?;
    let mut asked = Fields::parse(query.unwrap_or_default().as_bytes());
    fill_in(&mut asked, &class, &trades);
    let page = InvitePage::of(&app, &visit, &officer, &class, asked.clone());
    match found(&app, &officer, id, &asked).await {
        Ok(found) => Ok(Page::of(page.finding(found.len(), limit(&asked))).into_response()),
        Err(Problem::Invalid(wrong)) => {
            Ok(Page::wrong(page.with(&wrong, visit.lang)).into_response())
        }
        Err(other) => Err(other),
    }
}

async fn open(
    app: &App,
    officer: &Arc<Officer>,
    id: ClassId,
) -> Result<(Class, Vec<Trade>), Problem> {
    let officer = officer.clone();
    app.look(move |tx, _| Ok((classes::open(tx, &officer, id)?, classes::trades(tx)?))).await
}

/// Who lives where the class is held, works in its trade and was never trained; as many as there are seats.
fn fill_in(asked: &mut Fields, class: &Class, trades: &[Trade]) {
    let it = &class.announced;
    let of = trades.iter().find(|trade| trade.code == it.trade).map(|trade| trade.business_type);
    let of = of.filter(|of| *of != BusinessType::Lainnya).map(BusinessType::word);
    asked.fill("area", &it.area.to_string());
    asked.fill("business_type", of.unwrap_or_default());
    asked.fill("not_reached", StageKind::Training.word());
    asked.fill("limit", &it.capacity.to_string());
}

fn limit(asked: &Fields) -> usize {
    asked.get("limit").parse().unwrap_or(0)
}

/// Those whom the filters find.
async fn found(
    app: &App,
    officer: &Arc<Officer>,
    id: ClassId,
    asked: &Fields,
) -> Result<Vec<MemberId>, Problem> {
    let whom = whom(&app.house, asked).map_err(Problem::Invalid)?;
    let (looking, officer) = (app.clone(), officer.clone());
    app.blocking(move || places::candidates(&looking.db, &looking.house, &officer, id, &whom)).await
}

fn whom(house: &House, asked: &Fields) -> Result<Whom, Vec<FieldError>> {
    let words = Words {
        area: asked.some("area"),
        business_type: asked.some("business_type"),
        track: asked.some("track"),
        ..Words::default()
    };
    let narrowing = words.understand(house)?;
    if limit(asked) == 0 || limit(asked) > 1000 {
        return Err(vec![FieldError::new("limit", Code::Number)]);
    }
    let (reached, not_reached) = (stage(asked, "reached")?, stage(asked, "not_reached")?);
    Ok(Whom { narrowing, reached, not_reached, limit: limit(asked) })
}

fn stage(asked: &Fields, field: &'static str) -> Result<Option<StageKind>, Vec<FieldError>> {
    let Some(word) = asked.some(field) else { return Ok(None) };
    let stage = StageKind::of_word(&word);
    stage.map(Some).ok_or_else(|| vec![FieldError::new(field, Code::Stage)])
}

/// Invites those whom the filters find now.
pub(super) async fn send(
    State(app): State<App>,
    Path(id): Path<String>,
    posted: Posted,
) -> Result<Response, Problem> {
    let (id, officer, asking) = (class(&id)?, posted.visit.officer()?, posted.asking(&app)?);
    let found = found(&app, &officer, id, &posted.fields).await?;
    let done = app.change(move |tx, house| places::invite(tx, house, &asking, id, &found, ""));
    let event = done.await?.event;
    let (invited, left_out) = (event.members.len(), event.left_out.len());
    let next = format!("/kelas-kerja/{id}?keadaan=invited&diundang={invited}&dilewati={left_out}");
    Ok(Redirect::to(&next).into_response())
}

impl InvitePage {
    fn of(app: &App, visit: &Visit, officer: &Officer, class: &Class, asked: Fields) -> Self {
        let (lang, house) = (visit.lang, &app.house);
        let w = words::Places::of(lang);
        let now = |field: &str| asked.get(field).to_owned();
        let starters = offered(class.announced.kind, Track::Established);
        let types =
            BusinessType::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
        let tracks = Track::ALL.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en())));
        Self {
            shell: visit.shell(app, w.invite),
            w,
            back: words::ClassWork::of(lang).to_class,
            wrong: Mistakes::none(),
            id: class.id,
            act_id: house.new_id().to_string(),
            title: class.announced.title.clone(),
            only_starters: matches!(starters, Err(NotOffered::EstablishedInBasicClass)),
            areas: areas(house, officer.scope.area(), Some(w.all_areas), &now("area")),
            business_types: with_all(w.all_types, &types, &now("business_type")),
            tracks: with_all(w.all_tracks, &tracks, &now("track")),
            reached: with_all(w.any_stage, &stages(lang), &now("reached")),
            not_reached: with_all(w.any_stage, &stages(lang), &now("not_reached")),
            asked,
            found: String::new(),
            button: None,
        }
    }

    fn finding(mut self, many: usize, limit: usize) -> Self {
        let n = thousands(u64::try_from(many).unwrap_or(u64::MAX));
        let text = match many {
            0 => self.w.found_none,
            _ if many == limit => self.w.found_most,
            _ => self.w.found,
        };
        self.found = fill(text, &[("n", &n)]);
        self.button = (many > 0).then(|| fill(self.w.invite_button, &[("n", &n)]));
        self
    }

    fn with(mut self, wrong: &[FieldError], lang: Lang) -> Self {
        self.shell.title.insert_str(0, self.shell.words.error_prefix);
        self.wrong = Mistakes::of(wrong, lang).in_order(&FIELDS);
        self
    }

    /// The filters as they were asked, for the form that invites.
    fn kept(&self) -> [(&'static str, &str); 6] {
        FIELDS.map(|field| (field, self.asked.get(field)))
    }
}

fn stages(lang: Lang) -> Vec<(&'static str, &'static str)> {
    let stages = StageKind::ALL.into_iter().filter(|stage| *stage != StageKind::Registration);
    stages.map(|it| (it.word(), lang.pick(it.label_id(), it.label_en()))).collect()
}

fn with_all(all: &str, words: &[(&str, &str)], now: &str) -> Vec<Choice> {
    let pairs = [("", all)].into_iter().chain(words.iter().copied());
    Choices::of(pairs, now).choices
}
