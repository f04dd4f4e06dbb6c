//! Services of the seven stages: recorded, taken back, never overwritten.
mod export;
mod record;
mod rows;
mod standing;
mod void;

pub use export::export;
pub use record::{
    Recordable, Remarks, ServiceForm, ServiceRecorded, State, enter, news, record, replay,
};
pub use rows::{ServiceRow, same_service, services_of};
pub use standing::Standing;
pub use void::{ServiceVoided, replay as replay_void, void};
