//! A class as it stands in the planning form: what is typed, what is meant by it, what is made from it.
use crate::{
    FieldError,
    classes::{
        Announcement, ClassForm, Organiser, OrganiserForm, Session, SessionForm, TrainerForm,
    },
    web::{Fields, Mistakes},
    words::{ClassPlan, Lang, fill, message},
};
use rules::{
    Date,
    training::{OrganiserKind, SessionMode, TimeOfDay},
};

/// The fields in the order of the page.
pub(super) const FIELDS: [&str; 12] = [
    "title",
    "kind",
    "trade",
    "agency",
    "area",
    "place",
    "capacity",
    "closes_on",
    "share",
    "notes",
    "from",
    "plan",
];
/// The fields of a session's row.
const OF_SESSION: [&str; 8] =
    ["s_number", "s_on", "s_starts", "s_ends", "s_mode", "s_topic", "s_place", "s_trainer"];
const OF_HOST: [&str; 3] = ["h_kind", "h_name", "h_agency"];
const OF_TRAINER: [&str; 2] = ["t_name", "t_account"];
/// No class has more days than fit on the page.
const MOST_DAYS: usize = 60;

/// What stands in the form.
#[derive(Clone, Debug)]
pub(super) struct Typed {
    /// What comes once.
    pub fields: Fields,
    /// A row a session, in the order of [`OF_SESSION`].
    pub sessions: Vec<[String; 8]>,
    /// A row a host.
    pub hosts: Vec<[String; 3]>,
    /// A row a trainer.
    pub trainers: Vec<[String; 2]>,
}

impl Typed {
    /// Reads a form that was sent.
    pub(super) fn of(fields: Fields) -> Self {
        let mut typed = Self {
            sessions: rows(&fields, OF_SESSION),
            hosts: rows(&fields, OF_HOST),
            trainers: rows(&fields, OF_TRAINER),
            fields,
        };
        if typed.trainers.is_empty() {
            typed.trainers.push(Default::default());
        }
        typed
    }

    /// A class as the form shows it, with the names of its trainers' accounts.
    pub(super) fn of_class(it: &Announcement, accounts: Vec<String>) -> Self {
        let (capacity, share) = (it.capacity.to_string(), it.share.percent().to_string());
        let (area, closes_on) = (it.area.to_string(), it.closes_on.to_string());
        let agency = it.agency.to_string();
        let mut sent = form_urlencoded::Serializer::new(String::new());
        sent.extend_pairs([
            ("title", it.title.as_str()),
            ("kind", it.kind.word()),
            ("trade", it.trade.as_str()),
            ("agency", &agency),
            ("area", &area),
            ("place", &it.place),
            ("capacity", &capacity),
            ("closes_on", &closes_on),
            ("share", &share),
            ("notes", &it.notes),
        ]);
        let mut typed = Self::of(Fields::parse(sent.finish().as_bytes()));
        typed.sessions = it.sessions.iter().map(session_row).collect();
        typed.hosts = it.organisers.iter().map(host_row).collect();
        let trainers = it.trainers.iter().zip(accounts);
        typed.trainers = trainers.map(|(it, account)| [it.name.clone(), account]).collect();
        typed
    }

    /// What is meant as a change of what was shown: hosts and trainers that are the same stay, also where
    /// the officer could not name them anew.
    pub(super) fn change_of(&self, shown: &Self) -> ClassForm {
        let form = self.form();
        ClassForm {
            organisers: form.organisers.filter(|_| self.hosts != shown.hosts),
            trainers: form.trainers.filter(|_| self.trainers != shown.trainers),
            ..form
        }
    }

    /// What is meant.
    pub(super) fn form(&self) -> ClassForm {
        let text = |field: &str| Some(self.fields.get(field).to_owned());
        let sessions = self.sessions.iter().filter(|row| !row[1].is_empty());
        let hosts = self.hosts.iter().filter(|row| !row[1].is_empty() || !row[2].is_empty());
        let trainers = self.trainers.iter().filter(|row| row.iter().any(|it| !it.is_empty()));
        ClassForm {
            kind: text("kind"),
            title: text("title"),
            trade: text("trade"),
            agency: text("agency"),
            area: text("area"),
            place: text("place"),
            capacity: text("capacity"),
            closes_on: text("closes_on"),
            share: text("share"),
            notes: text("notes"),
            plan: self.fields.some("plan"),
            organisers: Some(hosts.map(host).collect()),
            trainers: Some(trainers.map(trainer).collect()),
            sessions: Some(sessions.map(session).collect()),
            added: Vec::new(),
        }
    }

    /// Whether a session has a day.
    pub(super) fn has_sessions(&self) -> bool {
        self.sessions.iter().any(|row| !row[1].is_empty())
    }

    /// Adds the days of the timetable as sessions; says how many, none where the days make no sense.
    pub(super) fn make_sessions(&mut self) -> Option<usize> {
        let get = |field: &str| self.fields.get(field).to_owned();
        let first = rules::date::parse_officer(&get("from")).ok()?;
        let many: usize = get("days").parse().ok().filter(|n| (1..=MOST_DAYS).contains(n))?;
        let weekends = self.fields.yes("weekends");
        let held = |day: &Date| weekends || day.weekday().to_monday_zero_offset() < 5;
        let days = first.series(jiff::Span::new().days(1)).filter(held).take(many);
        let (starts, ends) = (get("all_starts"), get("all_ends"));
        let theory = SessionMode::Theory.word().to_owned();
        let made: Vec<[String; 8]> = days
            .map(|day| {
                let (starts, ends) = (starts.clone(), ends.clone());
                let [number, topic, place, trainer] = <[String; 4]>::default();
                [number, day.to_string(), starts, ends, theory.clone(), topic, place, trainer]
            })
            .collect();
        let count = made.len();
        self.sessions.retain(|row| !row[1].is_empty());
        self.sessions.extend(made);
        Some(count)
    }

    /// What is wrong, each at the field where it stands.
    pub(super) fn mistakes(&self, wrong: &[FieldError], lang: Lang) -> Mistakes {
        let mut bad_rows = self.bad_rows().into_iter();
        let said = wrong.iter().map(|error| {
            let place = place(error.field, &mut bad_rows);
            let said = [("field", label(&place, lang)), ("said", message(error.code, lang))];
            let said = said.each_ref().map(|(name, text)| (*name, text.as_str()));
            (place, fill(ClassPlan::of(lang).at_field, &said))
        });
        let said: Vec<(String, String)> = said.collect();
        let sessions = (1..=self.sessions.len()).flat_map(|n| {
            ["s_on", "s_starts", "s_ends", "s_mode"].map(|field| format!("{field}-{n}"))
        });
        let order: Vec<String> = FIELDS.map(str::to_owned).into_iter().chain(sessions).collect();
        let order: Vec<&str> = order.iter().map(String::as_str).collect();
        Mistakes::said_at(said).in_order(&order)
    }

    /// The fields of sessions that cannot be read, one a row, as the act finds them.
    fn bad_rows(&self) -> Vec<String> {
        let rows = self.sessions.iter().enumerate().filter(|(_, row)| !row[1].is_empty());
        let bad = rows.filter_map(|(at, row)| {
            let field = unreadable(row)?;
            Some(format!("{field}-{}", at + 1))
        });
        bad.collect()
    }
}

/// Where on the page a mistake is shown.
fn place(field: &str, bad_rows: &mut impl Iterator<Item = String>) -> String {
    match field {
        "held_on" | "starts" | "ends" | "mode" => {
            bad_rows.next().unwrap_or_else(|| "s_on-1".to_owned())
        }
        "sessions" | "number" => "from".to_owned(),
        "organisers" => "h_name-1".to_owned(),
        "trainers" => "t_name-1".to_owned(),
        other => other.to_owned(),
    }
}

/// What a field is called on the page.
fn label(place: &str, lang: Lang) -> String {
    let w = ClassPlan::of(lang);
    let (field, row) = place.split_once('-').unwrap_or((place, ""));
    let of_row = |text: &str, label: &str| format!("{}, {label}", fill(text, &[("n", row)]));
    match field {
        "title" => w.title.to_owned(),
        "kind" => w.kind.to_owned(),
        "trade" => w.trade.to_owned(),
        "agency" => w.agency.to_owned(),
        "area" => w.area.to_owned(),
        "capacity" => w.capacity.to_owned(),
        "closes_on" => w.closes_on.to_owned(),
        "share" => w.share.to_owned(),
        "notes" => w.notes.to_owned(),
        "s_on" => of_row(w.session, w.day),
        "s_starts" => of_row(w.session, w.starts),
        "s_ends" => of_row(w.session, w.ends),
        "s_mode" => of_row(w.session, w.mode),
        "h_name" => w.hosts.to_owned(),
        "t_name" => w.trainers.to_owned(),
        "from" => w.sessions.to_owned(),
        _ => w.place.to_owned(),
    }
}

/// The first field of a session that cannot be read.
fn unreadable([_, on, starts, ends, mode, ..]: &[String; 8]) -> Option<&'static str> {
    let times = [starts, ends].map(|time| time.parse::<TimeOfDay>().ok());
    match (rules::date::parse_officer(on), times) {
        (Err(_), _) => Some("s_on"),
        (_, [None, _]) => Some("s_starts"),
        (_, [_, None]) => Some("s_ends"),
        (_, [Some(starts), Some(ends)]) if ends <= starts => Some("s_ends"),
        _ => SessionMode::parse_officer(mode).is_none().then_some("s_mode"),
    }
}

/// The fields that come once a row, row by row.
fn rows<const N: usize>(fields: &Fields, names: [&str; N]) -> Vec<[String; N]> {
    let columns = names.map(|name| fields.all(name));
    let longest = columns.iter().map(Vec::len).max().unwrap_or(0);
    let cell = |column: &Vec<String>, at: usize| {
        column.get(at).map(|text| text.trim().to_owned()).unwrap_or_default()
    };
    (0..longest).map(|at| std::array::from_fn(|n| cell(&columns[n], at))).collect()
}

fn session_row(it: &Session) -> [String; 8] {
    [
        it.number.to_string(),
        it.held_on.to_string(),
        it.starts.to_string(),
        it.ends.to_string(),
        it.mode.word().to_owned(),
        it.topic.clone(),
        it.place.clone(),
        it.trainer.clone(),
    ]
}

fn host_row(it: &Organiser) -> [String; 3] {
    let agency = it.agency.map(|agency| agency.to_string()).unwrap_or_default();
    [it.kind.word().to_owned(), it.name.clone(), agency]
}

fn session(row: &[String; 8]) -> SessionForm {
    let [number, held_on, starts, ends, mode, topic, place, trainer] = row.clone();
    let number = number.parse().ok();
    SessionForm { number, held_on, starts, ends, mode, place, trainer, topic }
}

fn host(row: &[String; 3]) -> OrganiserForm {
    let [kind, name, agency] = row.clone();
    let kind = if agency.is_empty() { kind } else { OrganiserKind::Agency.word().to_owned() };
    OrganiserForm { kind, name, agency }
}

fn trainer(row: &[String; 2]) -> TrainerForm {
    let [name, account] = row.clone();
    TrainerForm { name, account }
}
