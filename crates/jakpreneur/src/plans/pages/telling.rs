//! What the page of a plan says, part by part.
use super::{
    plan::{Bar, Card, Known, VersionLine},
    said,
    table::{Row, Table},
};
use crate::{
    House,
    plans::{Both, Version},
    words::{self, Lang, fill, month},
};
use rules::{
    RegionCode,
    training::plan::{Clash, Shared},
};
use std::collections::BTreeMap;

/// How many clashes are told.
const CLASHES: usize = 20;

/// What the page says of a plan.
pub(super) struct Telling<'t> {
    pub house: &'t House,
    pub w: &'static words::Plans,
    pub lang: Lang,
    pub known: &'t Known,
}

impl Telling<'_> {
    pub fn about(&self, area: &str) -> String {
        let agency = self.known.plan.agency.to_string().to_uppercase();
        let version = format!("{} {}", self.w.version, self.known.shown.version);
        format!("{agency} · {area} · {} · {version}", self.known.plan.year)
    }

    fn total(&self) -> &Both {
        &self.known.figures.total
    }

    pub fn cards(&self) -> Vec<Card> {
        let (w, planned) = (self.w, self.total().planned);
        let target = self.known.shown.persons_target;
        let gap = self.known.figures.gap(target);
        let card = |label, number, note: String| Card { label, number, note };
        let attainment = gap.attainment().filter(|_| self.known.figures.whole);
        let of_target = attainment.map_or_else(
            || w.each_once.to_owned(),
            |percent| fill(w.of_target, &[("percent", &percent.to_string())]),
        );
        let sessions = fill(w.sessions_note, &[("n", &said(planned.sessions))]);
        let mut cards = vec![
            card(w.persons, said(planned.persons), of_target),
            card(w.seats, said(planned.seats), w.seats_note.to_owned()),
            card(w.classes, said(planned.classes), sessions),
        ];
        if self.known.figures.whole {
            cards.insert(0, card(w.target, said(target.into()), w.each_once.to_owned()));
        }
        if planned.budget.0 > 0 {
            cards.push(card(w.budget, planned.budget.to_string(), String::new()));
        }
        cards
    }

    pub fn gap(&self) -> String {
        let gap = self.known.figures.gap(self.known.shown.persons_target);
        match (gap.missing(), gap.beyond()) {
            (0, 0) => self.w.met.to_owned(),
            (0, n) => fill(self.w.beyond, &[("n", &said(n))]),
            (n, _) => fill(self.w.missing, &[("n", &said(n))]),
        }
    }

    pub fn any_held(&self) -> bool {
        self.total().held.classes + self.total().held.called_off > 0
    }

    pub fn held_cards(&self) -> Vec<Card> {
        let (w, held) = (self.w, self.total().held);
        let off = fill(w.called_off, &[("n", &said(held.called_off))]);
        let off = if held.called_off > 0 { off } else { String::new() };
        [
            (w.announced, held.classes, off),
            (w.announced_seats, held.seats, String::new()),
            (w.confirmed, held.confirmed, w.each_once.to_owned()),
            (w.present, held.present, w.each_once.to_owned()),
            (w.finished, held.finished, w.each_once.to_owned()),
            (w.attendances, held.attendances, String::new()),
        ]
        .map(|(label, n, note)| Card { label, number: said(n), note })
        .into()
    }

    pub fn clashes(&self) -> Vec<String> {
        let all = &self.known.figures.clashes;
        let more = all.len().saturating_sub(CLASHES);
        let more = (more > 0).then(|| fill(self.w.and_more, &[("n", &super::count(more))]));
        all.iter().take(CLASHES).map(|clash| self.clash(clash)).chain(more).collect()
    }

    fn clash(&self, clash: &Clash) -> String {
        let text = match clash.shared {
            Shared::Room => self.w.clash_room,
            Shared::Trainer => self.w.clash_trainer,
        };
        let lines: Vec<String> = clash.lines.iter().map(ToString::to_string).collect();
        let (day, n) = (words::day(clash.on, self.lang), super::count(clash.lines.len()));
        let places =
            [("day", &*day), ("name", &*clash.name), ("n", &*n), ("lines", &lines.join(", "))];
        fill(text, &places)
    }

    pub fn bars(&self) -> Vec<Bar> {
        let months = &self.known.figures.months;
        let most = months.values().map(|both| both.planned.seats).max().unwrap_or_default();
        let width = |n: u64| (n * 100).checked_div(most).unwrap_or_default();
        let bar = |(at, both): (&i8, &Both)| Bar {
            name: month(*at, self.lang),
            persons: said(both.planned.persons),
            seats: said(both.planned.seats),
            persons_width: width(both.planned.persons),
            seats_width: width(both.planned.seats),
        };
        months.iter().filter(|(_, both)| both.planned.lines > 0).map(bar).collect()
    }

    fn lines_of(&self, filter: &str) -> String {
        let (id, version) = (self.known.plan.id, self.known.shown.version);
        let version = (version != self.known.plan.version).then(|| format!("&versi={version}"));
        format!("/rencana/{id}/baris?{filter}{}", version.unwrap_or_default())
    }

    pub fn tables(&self) -> Vec<Table> {
        let (w, figures) = (self.w, &self.known.figures);
        let kind = |kind: &rules::training::ClassKind| {
            self.lang.pick(kind.label_id(), kind.label_en()).to_owned()
        };
        let area = |area: &RegionCode| self.house.region_name(*area);
        let trade = |code: &String| self.known.trades.label(code, self.lang).to_owned();
        let by_month = |at: &i8| Some(self.lines_of(&format!("bulan={at}")));
        let by_area = |area: &RegionCode| Some(self.lines_of(&format!("kecamatan={area}")));
        vec![
            self.table(
                ("tabel-bulan", w.by_month, w.month),
                self.rows(&figures.months, |at| month(*at, self.lang), by_month),
            ),
            self.table(
                ("tabel-kecamatan", w.by_area, w.kecamatan),
                self.rows(&figures.areas, area, by_area),
            ),
            self.table(
                ("tabel-bidang", w.by_trade, w.trade),
                self.rows(&figures.trades, trade, |_| None),
            ),
            self.table(
                ("tabel-jenis", w.by_kind, w.kind),
                self.rows(&figures.kinds, kind, |_| None),
            ),
        ]
    }

    fn rows<K>(
        &self,
        groups: &BTreeMap<K, Both>,
        name: impl Fn(&K) -> String,
        href: impl Fn(&K) -> Option<String>,
    ) -> Vec<Row> {
        let row = |(key, both): (&K, &Both)| Row::of(name(key), href(key), both, self.w.called_off);
        groups.iter().map(row).collect()
    }

    fn table(
        &self,
        (id, title, head): (&'static str, &'static str, &'static str),
        rows: Vec<Row>,
    ) -> Table {
        let total = Row::of(self.w.total.to_owned(), None, self.total(), self.w.called_off);
        Table { id, title, head, rows, total: Some(total) }
    }

    pub fn versions(&self) -> Vec<VersionLine> {
        let line = |(version, by): &(Version, String)| VersionLine {
            version: version.version,
            href: format!("/rencana/{}?versi={}", self.known.plan.id, version.version),
            target: said(version.persons_target.into()),
            recorded: format!(
                "{} {}",
                words::day(version.recorded_at.date(), self.lang),
                version.recorded_at.clock()
            ),
            by: if by == "system" { self.w.operator.to_owned() } else { by.clone() },
            reason: version.reason.clone().unwrap_or_else(|| self.w.first.to_owned()),
        };
        self.known.versions.iter().map(line).collect()
    }
}
