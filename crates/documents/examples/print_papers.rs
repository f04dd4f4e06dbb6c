//! Prints one of each paper into a folder, to look at: `cargo run --example print_papers -- FOLDER`.

#![expect(clippy::unwrap_used, reason = "an example fails by panicking")]

#[path = "../tests/papers/samples.rs"]
mod samples;

fn main() {
    let folder = std::path::PathBuf::from(std::env::args().nth(1).unwrap_or_default());
    for (name, pdf) in samples::all() {
        std::fs::write(folder.join(format!("{name}.pdf")), pdf).unwrap();
    }
}
