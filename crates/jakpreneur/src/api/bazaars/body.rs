//! Bazaars as programs read them.
use crate::bazaars::{BazaarRow, Standing};
use rules::{Date, bazaar::Holding};
use serde::Serialize;
use utoipa::ToSchema;
use uuid::Uuid;

/// A bazaar.
#[derive(Debug, Serialize, ToSchema)]
pub struct Bazaar {
    /// The bazaar.
    id: Uuid,
    /// What it is called.
    title: String,
    /// `on_site` or `online`.
    kind: &'static str,
    /// The code of the agency that holds it.
    agency: String,
    /// The code of its area.
    area: String,
    /// The place, or the address on the network.
    place: String,
    /// The first day of selling.
    #[schema(value_type = String, format = Date)]
    first_on: Date,
    /// The last.
    #[schema(value_type = String, format = Date)]
    last_on: Date,
    /// The last day to ask.
    #[schema(value_type = String, format = Date)]
    closes_on: Date,
    /// How many tents; 0 on the network.
    tents: u32,
    /// How many sellers share one.
    stands_a_tent: u16,
    /// `never` or `while_places_remain`.
    outsiders: &'static str,
    /// `attended`, `attended_and_told` or `attended_and_sold`: what makes taking part the marketing service.
    counts: &'static str,
    /// SHA-256 of the seed, told before anybody asks.
    commitment: String,
    /// The seed, once the stands are drawn.
    seed: Option<String>,
    /// The day they were drawn.
    #[schema(value_type = Option<String>, format = Date)]
    drawn_on: Option<Date>,
    /// Why it was called off, where it was.
    called_off: Option<String>,
}

impl From<BazaarRow> for Bazaar {
    fn from(row: BazaarRow) -> Self {
        let it = row.announced;
        Self {
            id: row.id.0,
            title: it.title,
            kind: it.kind.word(),
            agency: it.agency.to_string(),
            area: it.area.to_string(),
            place: it.place,
            first_on: it.first_on,
            last_on: it.last_on,
            closes_on: it.closes_on,
            tents: it.tents,
            stands_a_tent: it.stands_a_tent,
            outsiders: it.outsiders.word(),
            counts: it.ground.word(),
            commitment: row.commitment,
            seed: row.seed.map(rules::bazaar::Seed::published),
            drawn_on: row.drawn_on,
            called_off: row.called_off,
        }
    }
}

/// How an application stands. Nothing in it says whose it is.
#[derive(Debug, Serialize, ToSchema)]
pub struct BazaarStand {
    /// The application: its number in the draw.
    application: Uuid,
    /// Whether a member asked.
    is_member: bool,
    /// Its place in the draw, from 1; null before, and where it was given up before.
    rank: Option<u32>,
    /// The stands they had before, as counted for the draw.
    earlier_stands: u32,
    /// `stand`, `waiting`, `given_up`; null while nothing is drawn.
    state: Option<&'static str>,
}

impl From<Standing> for BazaarStand {
    fn from(it: Standing) -> Self {
        Self {
            application: it.row.id.0,
            is_member: it.row.member.is_some(),
            rank: it.row.rank,
            earlier_stands: it.row.earlier_stands,
            state: it.holding.map(word),
        }
    }
}

fn word(holding: Holding) -> &'static str {
    match holding {
        Holding::Stand => "stand",
        Holding::Waiting(_) => "waiting",
        Holding::GivenUp => "given_up",
    }
}
