//! Facilitation waves: so many permits of a kind for an area, given in the order of asking, never more.
mod ask;
mod close;
mod leave;
mod open;
mod pages;
mod places;
mod result;
mod rows;
mod see;
mod whose;

pub use ask::{WaveJoined, ask, replay as replay_joined};
pub use close::{WaveClosed, close, replay as replay_closed};
pub use leave::{WaveLeft, leave, replay as replay_left};
pub use open::{WaveForm, WaveOpened, open, replay as replay_opened};
pub use pages::routes;
pub use result::{may_take, replay_result, replay_undone};
pub use rows::{Counts, WaveRow};
pub use see::{InWave, SeenWave, count, list, of_member, see};
pub use whose::of_nik;
