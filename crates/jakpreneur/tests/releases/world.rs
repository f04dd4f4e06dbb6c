//! Reports to release, and a programme that goes on behind them.
use crate::common::{asking, form, register, serve, void};
use jakpreneur::{
    App, Problem,
    growth::{self, MeasureForm},
    journal::{Asking, Done},
    people::{self, CorrectionForm, Decision},
    releases::{self, Opened, ReleaseForm, ReportReleased},
    staff::Officer,
    targets::{self, Draft, Revision},
};
use rules::{
    MemberId, ServiceId, StageKind, TargetId,
    targets::{CountingRule, Indicator, Period},
};

/// The stages as at 1 June 2022.
pub fn stages() -> ReleaseForm {
    let mut form = ReleaseForm { kind: "stages".to_owned(), ..ReleaseForm::default() };
    form.question.as_at = Some("2022-06-01".to_owned());
    form
}

/// Every kind of report, of the same records.
pub fn every_kind() -> [ReleaseForm; 6] {
    let of = |kind: &str| ReleaseForm { kind: kind.to_owned(), ..stages() };
    let within = |period: &str, kind| ReleaseForm { period: Some(period.to_owned()), ..of(kind) };
    let (unit, training) = (within("2022-Q1", "unit"), within("2022", "training"));
    [of("stages"), of("targets"), of("agencies"), unit, training, of("growth")]
}

/// The same, restating an earlier release.
pub fn restating(number: &str, reason: &str) -> ReleaseForm {
    ReleaseForm { restates: number.to_owned(), reason: reason.to_owned(), ..stages() }
}

pub fn release(app: &App, form: &ReleaseForm) -> Result<Done<ReportReleased>, Problem> {
    release_as(app, asking(app), form)
}

pub fn release_as(
    app: &App,
    asking: Asking,
    form: &ReleaseForm,
) -> Result<Done<ReportReleased>, Problem> {
    let draft = releases::prepare(app, &asking.officer, form)?;
    app.change_now(move |tx, house| releases::release(tx, house, &asking, draft))
}

pub fn open(app: &App, officer: &Officer, done: &Done<ReportReleased>) -> Result<Opened, Problem> {
    app.db.look(|tx| releases::open(tx, officer, done.event.release))
}

/// The release as the operator sees it.
pub fn opened(app: &App, done: &Done<ReportReleased>) -> Opened {
    open(app, &app.operator(), done).expect("opens")
}

/// A programme that goes on: the same for the same seed.
pub struct Life {
    state: u64,
    registered: u32,
    members: Vec<MemberId>,
    services: Vec<ServiceId>,
    targets: Vec<(TargetId, i64)>,
}

impl Life {
    pub fn new(seed: u64) -> Self {
        let (members, services, targets) = (Vec::new(), Vec::new(), Vec::new());
        Self { state: seed, registered: 0, members, services, targets }
    }

    fn up_to(&mut self, most: usize) -> usize {
        self.state = self.state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
        usize::try_from(self.state >> 33).expect("small") % most.max(1)
    }

    fn any(&mut self) -> Option<MemberId> {
        let at = self.up_to(self.members.len());
        self.members.get(at).copied()
    }

    /// So many deeds at random; what the rules refuse is not done.
    pub fn goes_on(&mut self, app: &App, deeds: usize) {
        for _ in 0..deeds {
            match self.up_to(9) {
                0..3 => self.register(app),
                3 | 4 => self.serve(app),
                5 => self.void(app),
                6 => self.correct(app),
                7 => self.target(app),
                _ => self.link(app),
            }
        }
    }

    fn register(&mut self, app: &App) {
        self.registered += 1;
        let agency = ["ppkukm", "ppapp"][self.up_to(2)];
        let done = register(app, self.registered, agency, "2022-01-03").expect("registers");
        self.members.push(done.event.member);
    }

    fn serve(&mut self, app: &App) {
        let stage = StageKind::ALL[1 + self.up_to(6)];
        let Some(member) = self.any() else { return };
        if let Ok(done) = serve(app, member, stage, "2022-03-01") {
            self.services.push(done.event.service);
        }
    }

    fn void(&mut self, app: &App) {
        let at = self.up_to(self.services.len());
        if at < self.services.len() {
            void(app, self.services.swap_remove(at)).expect("takes back");
        }
    }

    /// So many months of businesses are told; what the rules refuse is not.
    pub fn measures(&mut self, app: &App, months: usize) {
        for _ in 0..months {
            let Some(member) = self.any() else { return };
            let form = MeasureForm {
                month: format!("2022-{:02}", 1 + self.up_to(4)),
                measured_on: "2022-05-02".to_owned(),
                turnover: (1_000_000 + 250_000 * self.up_to(12)).to_string(),
                workers: [self.up_to(4).to_string(), String::new(), String::new(), String::new()],
                source: "told".to_owned(),
                reason: "salah ketik".to_owned(),
                confirmed: true,
                ..MeasureForm::default()
            };
            let asking = asking(app);
            drop(
                app.change_now(move |tx, house| growth::measure(tx, house, &asking, member, &form)),
            );
        }
    }

    /// A target of the first quarter or of the year is set, or one of them is revised.
    fn target(&mut self, app: &App) {
        let persons = 10 + self.up_to(900);
        let at = self.up_to(2 * self.targets.len().max(1));
        if let Some((target, version)) = self.targets.get_mut(at) {
            let revision = Revision {
                version: *version,
                target: persons.to_string(),
                basis: format!("Perubahan {version}"),
                reason: "target direvisi".to_owned(),
            };
            let (asking, target) = (asking(app), *target);
            let done = app.change_now(move |tx, _| targets::revise(tx, &asking, target, &revision));
            *version = done.expect("revises").event.version;
            return;
        }
        let draft = Draft {
            indicator: Indicator::ALL[self.up_to(7)],
            agency: None,
            area: "31".parse().expect("a region"),
            period: [Period::Quarter(2022, 1), Period::Year(2022)][self.up_to(2)],
            rule: CountingRule::ALL[self.up_to(3)],
            target: persons as u64,
            basis: "Rencana 2022".to_owned(),
        };
        let asking = asking(app);
        // Refused where there is the same one already.
        if let Ok(done) = app.change_now(move |tx, house| targets::set(tx, house, &asking, &draft))
        {
            self.targets.push((done.event.target, 1));
        }
    }

    /// A move, or a day of registration that was wrong: later than the report's.
    fn correct(&mut self, app: &App) {
        let moves = self.up_to(2) == 0;
        let Some(member) = self.any() else { return };
        let said = |text: &str| Some(text.to_owned());
        let change = if moves {
            let moved_on = "2022-04-01".to_owned();
            CorrectionForm { kelurahan: said("Cilandak Barat"), moved_on, ..Default::default() }
        } else {
            CorrectionForm { registered_on: said("2022-06-10"), ..Default::default() }
        };
        let change = CorrectionForm { reason: "salah ketik".to_owned(), ..change };
        let asking = asking(app);
        // Refused where a service is older than the new day, or nothing is different.
        drop(app.change_now(move |tx, house| people::correct(tx, house, &asking, member, &change)));
    }

    /// Two records of one telephone are found to be one person.
    fn link(&mut self, app: &App) {
        self.registered += 2;
        let phone = format!("0812 5555 {:04}", self.registered);
        let mut pair = Vec::new();
        for number in [self.registered - 1, self.registered] {
            let mut form = form(number, "sosial", "2022-02-02");
            form.phone.clone_from(&phone);
            let asking = asking(app);
            let new = form.understand(&app.house, &asking.officer).expect("understood");
            let done = app.change_now(move |tx, house| people::register(tx, house, &asking, &new));
            pair.push(done.expect("registers").event.member);
        }
        self.members.extend(&pair);
        let asking = asking(app);
        app.change_now(move |tx, _| people::decide(tx, &asking, pair[1], pair[0], Decision::Same))
            .expect("decides");
    }
}
