//! How a class is put in words: its days and hours, its seats, for whom it is.
use crate::{
    House,
    classes::{Clash, Line, Session, Shared, Trade},
    words::{self, ClassWork, Classes, Lang, fill},
};
use rules::{
    Date, RegionCode,
    number::thousands,
    training::{ClassKind, ClassState, SessionMode, TimeOfDay},
};

/// What is needed to speak of classes.
pub(crate) struct Saying<'s> {
    /// Names of regions and agencies.
    pub house: &'s House,
    /// In which language.
    pub lang: Lang,
    /// The names of trades.
    pub trades: &'s [Trade],
}

/// A short text that stands out in a colour.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Tag {
    /// What it says.
    pub said: String,
    /// Its class in the stylesheet.
    pub class: &'static str,
}

/// A clash with another class, in words.
pub(crate) fn warning(clash: &Clash, lang: Lang) -> String {
    let w = ClassWork::of(lang);
    let date = words::day(clash.on, lang);
    let text = match clash.shared {
        Shared::Room => w.clash_room,
        Shared::Trainer => w.clash_trainer,
    };
    let text = fill(text, &[("date", &date), ("title", &clash.title)]);
    if clash.at_once { fill(w.clash_at_once, &[("text", &text)]) } else { text }
}

impl Saying<'_> {
    /// A trade's name.
    pub fn trade(&self, code: &str) -> String {
        let known = self.trades.iter().find(|trade| trade.code == code);
        known.map_or_else(
            || code.to_owned(),
            |trade| self.lang.pick(&trade.name, &trade.name_en).clone(),
        )
    }

    /// `Aula kecamatan, Kebon Jeruk`.
    pub fn place(&self, place: &str, area: RegionCode) -> String {
        format!("{place}, {}", self.house.region_name(area))
    }

    /// `09.00–12.00`.
    pub fn hours(&self, session: &Session) -> String {
        format!("{}–{}", self.time(session.starts), self.time(session.ends))
    }

    fn time(&self, time: TimeOfDay) -> String {
        let text = time.to_string();
        self.lang.pick(text.replace(':', "."), text.clone())
    }

    /// `Kamis, 27 Agustus 2020`.
    pub fn day(&self, day: Date) -> String {
        let (weekday, date) = (words::weekday(day, self.lang), words::day(day, self.lang));
        format!("{weekday}, {date}")
    }

    /// Theory or practice, and what it is about.
    pub fn content(&self, session: &Session) -> String {
        let w = Classes::of(self.lang);
        let mode = match session.mode {
            SessionMode::Theory => w.theory,
            SessionMode::Practice => w.practice,
        };
        if session.topic.is_empty() {
            mode.to_owned()
        } else {
            format!("{mode}: {}", session.topic)
        }
    }

    /// For whom a class of this kind is.
    pub fn audience(&self, kind: ClassKind) -> &'static str {
        let w = Classes::of(self.lang);
        match kind {
            ClassKind::Basic => w.for_starters,
            ClassKind::Trade => w.for_trade,
            ClassKind::Workshop => w.for_workshop,
            ClassKind::Agency => w.for_established,
        }
    }

    /// How far a class is.
    pub fn state(&self, state: ClassState) -> Tag {
        let said = self.lang.pick(state.label_id(), state.label_en()).to_owned();
        let class = match state {
            ClassState::Announced => "jp-tag--blue",
            ClassState::Finished => "jp-tag--green",
            ClassState::CalledOff => "jp-tag--red",
        };
        Tag { said, class }
    }

    /// How many seats are left, or why none can be asked for.
    pub fn seats(&self, line: &Line, today: Date) -> Tag {
        let w = Classes::of(self.lang);
        let counted = |text: &str, n: u32| fill(text, &[("n", &thousands(u64::from(n)))]);
        let left = line.capacity.saturating_sub(line.counts.confirmed);
        let tag = |said: String, class| Tag { said, class };
        match line.state {
            ClassState::CalledOff => tag(w.called_off.to_owned(), "jp-tag--red"),
            ClassState::Finished => tag(w.finished.to_owned(), ""),
            ClassState::Announced if today > line.closes_on => tag(w.closed.to_owned(), ""),
            ClassState::Announced if line.counts.waiting > 0 => {
                tag(counted(w.full_waiting, line.counts.waiting), "jp-tag--amber")
            }
            ClassState::Announced if left == 0 => tag(w.full.to_owned(), "jp-tag--amber"),
            ClassState::Announced => tag(counted(w.seats_left, left), "jp-tag--green"),
        }
    }
}
