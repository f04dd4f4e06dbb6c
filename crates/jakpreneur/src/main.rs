//! The one binary: everything it does is a command of `cli`.
use std::process::ExitCode;

fn main() -> ExitCode {
    jakpreneur::cli::run()
}
