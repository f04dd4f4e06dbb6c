//! How a wave, and somebody in it, is told in a word and a colour.
use crate::{
    House,
    waves::{SeenWave, WaveRow},
    words::{self, Lang, fill},
};
use rules::{
    licensing::{WavePlaceState, WaveStanding},
    number::thousands,
};

/// How a wave stands today.
pub(super) fn of_wave(house: &House, lang: Lang, seen: &SeenWave) -> (&'static str, &'static str) {
    let standing = seen.standing_on(house.today());
    let colour = match standing {
        WaveStanding::Upcoming => "jp-tag--blue",
        WaveStanding::Open => "jp-tag--green",
        WaveStanding::Full => "jp-tag--amber",
        WaveStanding::Over => "jp-tag--red",
    };
    (lang.pick(standing.label_id(), standing.label_en()), colour)
}

/// How somebody stands to a wave.
pub(super) fn of_place(lang: Lang, state: WavePlaceState) -> (&'static str, &'static str) {
    let colour = match state {
        WavePlaceState::Enrolled => "jp-tag--blue",
        WavePlaceState::Waiting => "jp-tag--amber",
        WavePlaceState::Issued => "jp-tag--green",
        WavePlaceState::Refused | WavePlaceState::Left => "jp-tag--red",
    };
    (lang.pick(state.label_id(), state.label_en()), colour)
}

/// `12 dari 50 terisi · 3 menunggu`.
pub(super) fn taken(lang: Lang, seen: &SeenWave) -> String {
    let w = words::Waves::of(lang);
    let [taken, quota, waiting] =
        [seen.counts.taken(), seen.row.terms.quota, seen.counts.waiting].map(u64::from);
    let [taken, quota, waiting] = [taken, quota, waiting].map(thousands);
    let places = fill(w.taken, &[("n", &taken), ("of", &quota)]);
    format!("{places} · {}", fill(w.waiting, &[("n", &waiting)]))
}

/// The days of asking: `1 Maret 2022 – 31 Maret 2022`.
pub(super) fn days(lang: Lang, row: &WaveRow) -> String {
    let day = |on| words::day(on, lang);
    format!("{} – {}", day(row.terms.opens_on), day(row.ended_on.unwrap_or(row.terms.closes_on)))
}
