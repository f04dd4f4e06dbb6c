//! A child process with the most memory it held.
use crate::Problem;
use std::{
    path::PathBuf,
    process::{Child, Command, Stdio},
    thread,
    time::Duration,
};

/// Runs this programme with some words; answers the most megabytes it held.
pub(super) fn peak(words: &[&str], files: &[PathBuf]) -> Result<f64, Problem> {
    let own = std::env::current_exe().map_err(broken)?;
    let mut command = Command::new(own);
    command.args(words).args(files).stdout(Stdio::null()).stderr(Stdio::null());
    let mut child = command.spawn().map_err(broken)?;
    let mut most: f64 = 0.0;
    loop {
        most = most.max(held(&child));
        match child.try_wait().map_err(broken)? {
            Some(status) if status.success() => return Ok(most),
            Some(status) => return Err(broken(format!("{words:?} ended with {status}"))),
            None => thread::sleep(Duration::from_millis(10)),
        }
    }
}

/// The high-water mark of its resident memory; nothing once it ended.
fn held(child: &Child) -> f64 {
    says(&child.id().to_string(), "VmHWM:")
}

/// What some work gives, and the most megabytes this programme held during it beyond what it held before;
/// nothing where the system does not say.
pub(super) fn beyond<T>(work: impl FnOnce() -> T) -> (T, f64) {
    // A 5 makes the kernel forget the high-water mark so far.
    let forgot = std::fs::write("/proc/self/clear_refs", "5").is_ok();
    let before = says("self", "VmRSS:");
    let done = work();
    let most = if forgot { says("self", "VmHWM:") - before } else { 0.0 };
    (done, most)
}

/// A line of a process's state in megabytes.
fn says(process: &str, what: &str) -> f64 {
    let status = std::fs::read_to_string(format!("/proc/{process}/status"));
    let status = status.unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(what));
    let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse::<f64>().ok());
    kilobytes.unwrap_or(0.0) / 1024.0
}

fn broken(why: impl std::fmt::Display) -> Problem {
    Problem::Broken(format!("the benchmark: {why}"))
}
