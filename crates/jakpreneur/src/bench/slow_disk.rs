//! Registrations again, in a child process whose disk is slow: a shim before the C library waits.
use super::{Line, Size};
use crate::Problem;
use std::{path::Path, process::Command};

const SHIM: &str = include_str!("fsync_shim.c");

/// Measures in a child process.
pub(super) fn measure(size: Size, folder: &Path) -> Result<Vec<Line>, Problem> {
    let (source, shim) = (folder.join("fsync_shim.c"), folder.join("fsync_shim.so"));
    std::fs::write(&source, SHIM).map_err(broken)?;
    let compiled = Command::new("cc")
        .args(["-O2", "-shared", "-fPIC", "-o"])
        .args([&shim, &source])
        .status()
        .map_err(|error| broken(format!("cc: {error}")))?;
    if !compiled.success() {
        return Err(broken("the shim does not compile"));
    }
    let out = folder.join("slow.json");
    let own = std::env::current_exe().map_err(broken)?;
    let seconds = size.seconds.to_string();
    let child = Command::new(own)
        .args(["bench", "--only", "registration", "--seconds", &seconds, "--folder"])
        .arg(folder)
        .arg("--json")
        .arg(&out)
        .env("LD_PRELOAD", &shim)
        .output()
        .map_err(broken)?;
    if !child.status.success() {
        return Err(broken(String::from_utf8_lossy(&child.stderr)));
    }
    let lines = std::fs::read_to_string(&out).map_err(broken)?;
    let lines: Vec<Line> = serde_json::from_str(&lines).map_err(broken)?;
    let slow = |line: Line| Line { name: format!("2 ms disk, {}", line.name), ..line };
    Ok(lines.into_iter().map(slow).collect())
}

fn broken(why: impl std::fmt::Display) -> Problem {
    Problem::Broken(format!("the benchmark of a slow disk: {why}"))
}
