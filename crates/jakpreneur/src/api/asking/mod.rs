//! A request as the API understands it: who asks, under which key, with which body and parameters.
mod body;
mod caller;
mod key;
mod query;
mod record_id;

pub use body::Sent;
pub use caller::Caller;
pub use key::Key;
pub use query::Query;
pub use record_id::RecordId;

/// The largest body that is read; files of officers have a route of their own.
pub const LARGEST_BODY: usize = 64 * 1024;
