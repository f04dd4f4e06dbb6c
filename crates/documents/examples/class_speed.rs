//! How long the certificates of a class take: `cargo run --release --example class_speed`.

#![expect(clippy::print_stdout, clippy::disallowed_methods, reason = "an example that measures")]

#[path = "../tests/papers/samples.rs"]
mod samples;

use documents::print;

fn main() {
    let class = samples::class_of(100);
    for _ in 0..2 {
        let began = std::time::Instant::now();
        let bytes = print::certificates(&class, samples::AT).map_or(0, |pdf| pdf.len());
        println!("100 certificates, {bytes} bytes: {:.2} s", began.elapsed().as_secs_f64());
    }
}
