//! What every page needs: the shell around it, the form that came back, the face of a problem.
mod address;
mod assets;
mod choices;
mod download;
mod draw;
mod evidence;
mod fields;
mod headers;
mod local;
mod mistakes;
mod page;
mod shell;
mod upload;
mod visit;

pub use address::PublicAddress;
pub use assets::asset;
pub use choices::{Choice, Choices, areas};
pub use download::{attachment, jakarta};
pub use draw::draw;
pub use evidence::{given_out, made_ready, take_file};
pub use fields::{Fields, Posted};
pub use headers::secured;
pub use local::local;
pub use mistakes::{Mistake, Mistakes};
pub use page::Page;
pub use shell::Shell;
pub use upload::{LARGEST_UPLOAD, Upload, take_upload, take_upload_of};
pub use visit::Visit;

use crate::App;
use axum::{Router, middleware, routing::get};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

/// Every route of the product.
pub fn router(app: App) -> Router {
    let pages = Router::new()
        .route("/aset/{name}", get(assets::serve))
        .merge(crate::public::routes())
        .merge(crate::reports::pages::routes())
        .merge(crate::staff::pages::routes())
        .merge(crate::counter::routes())
        .merge(crate::people::routes())
        .merge(crate::classes::pages::routes())
        .merge(crate::places::pages::routes())
        .merge(crate::groups::pages::routes())
        .merge(crate::plans::pages::routes())
        .merge(crate::imports::pages::routes())
        .merge(crate::attendance::routes())
        .merge(crate::certificates::routes())
        .merge(crate::tools::routes())
        .merge(crate::licences::routes())
        .merge(crate::waves::routes())
        .merge(crate::webhooks::routes())
        .merge(crate::support::routes())
        .merge(crate::referrals::routes())
        .merge(crate::curations::routes())
        .merge(crate::partners::routes())
        .merge(crate::targets::pages::routes())
        .merge(crate::releases::pages::routes())
        .merge(crate::dashboard::routes())
        .merge(crate::open_data::pages::routes())
        .merge(crate::quality::routes())
        .merge(crate::residents::routes())
        .merge(crate::books::routes())
        .merge(crate::products::routes())
        .merge(crate::bazaars::routes())
        .merge(crate::catalogue::routes())
        .merge(crate::growth::routes())
        .merge(crate::assessments::pages::routes())
        .merge(crate::mentoring::pages::routes())
        .merge(crate::activity::pages::routes())
        .fallback(|| async { crate::Problem::NotFound });
    let pages = pages
        .layer(CatchPanicLayer::custom(draw::panicked))
        .layer(middleware::from_fn(draw))
        .layer(CompressionLayer::new())
        .layer(middleware::from_fn(secured));
    crate::api::beside(app.clone(), pages.with_state(app))
}
