//! Bazaars as these pages say them.
use crate::{
    House, Problem,
    bazaars::{BazaarRow, Standing},
    words::{self, Bazaars, Lang, fill},
};
use rules::{Date, bazaar::Holding, number::thousands};

/// A bazaar in a list and at the head of its own page.
pub(super) struct Line {
    pub open: String,
    pub title: String,
    pub when: String,
    pub place: String,
    pub area: String,
    pub agency: String,
    pub stands: String,
    pub closes: String,
    pub state: String,
    pub colour: &'static str,
}

/// An application in the order of the draw.
pub(super) struct Stand {
    pub rank: String,
    pub number: String,
    pub who: &'static str,
    pub earlier: u32,
    pub state: String,
}

pub(super) fn id<T: std::str::FromStr>(text: &str) -> Result<T, Problem> {
    text.parse().map_err(|_| Problem::NotFound)
}

pub(super) fn line(house: &House, row: &BazaarRow, base: &str, today: Date, lang: Lang) -> Line {
    let (w, it) = (Bazaars::of(lang), &row.announced);
    let terms = it.terms();
    let day = |on| words::day(on, lang);
    let when = if it.first_on == it.last_on {
        day(it.first_on)
    } else {
        format!("{} – {}", day(it.first_on), day(it.last_on))
    };
    let stands =
        if terms.has_stands() { thousands(terms.stands().into()) } else { w.online.to_owned() };
    let (state, colour) = state(row, today, w);
    Line {
        open: format!("{base}/{}", row.id),
        title: it.title.clone(),
        when,
        place: it.place.clone(),
        area: house.region_name(it.area),
        agency: house.agency_name(&it.agency),
        stands,
        closes: day(it.closes_on),
        state,
        colour,
    }
}

fn state(row: &BazaarRow, today: Date, w: &Bazaars) -> (String, &'static str) {
    match &row.called_off {
        Some(why) => (fill(w.called_off, &[("why", why)]), "jp-tag--red"),
        None if row.seed.is_some() => (w.drawn.to_owned(), "jp-tag--green"),
        None if today <= row.announced.closes_on => (w.open.to_owned(), "jp-tag--green"),
        None => (w.closed.to_owned(), "jp-tag--amber"),
    }
}

/// How somebody stands.
pub(super) fn holding(holding: Option<Holding>, lang: Lang) -> String {
    let w = Bazaars::of(lang);
    match holding {
        None => w.asked.to_owned(),
        Some(Holding::Stand) => w.has_stand.to_owned(),
        Some(Holding::Waiting(n)) => fill(w.waits, &[("n", &thousands(n.into()))]),
        Some(Holding::GivenUp) => w.gave_up.to_owned(),
    }
}

pub(super) fn stand(it: &Standing, lang: Lang) -> Stand {
    let w = Bazaars::of(lang);
    Stand {
        rank: it.row.rank.map_or_else(|| "–".to_owned(), |rank| thousands(rank.into())),
        number: it.row.id.to_string(),
        who: if it.row.member.is_some() { w.member } else { w.outsider },
        earlier: it.row.earlier_stands,
        state: holding(it.holding, lang),
    }
}
