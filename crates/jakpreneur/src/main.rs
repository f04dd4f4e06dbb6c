//! The one binary: everything it does is a command of `cli`.
use std::process::ExitCode;

/// A request is read by one thread and written by another; the C library's allocator makes them wait for each other.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> ExitCode {
    jakpreneur::cli::run()
}
