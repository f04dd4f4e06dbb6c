//! When something done for a member's market is the marketing service.
pub mod bazaar;
