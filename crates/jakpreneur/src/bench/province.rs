//! The whole province: written, started with, listed, searched, taken out, brought in, verified.
use super::{
    Line, Size, Unit, memory, scratch,
    timed::{millis, per_second, percentile, timed, times},
};
use crate::{
    App, Problem,
    demo::{self, Demo},
    people::{self, Asked},
    reports::{self, By, Format, Narrowing},
    stages,
    verify::verify,
};
use figures::Measure;
use std::{
    fs::File,
    path::{Path, PathBuf},
};

/// Measures all of it.
pub(super) fn measure(size: Size, folder: &Path) -> Result<Vec<Line>, Problem> {
    let app = scratch::open(folder, "province.db")?;
    let demo = Demo { members: size.members, ..Demo::default() };
    let (told, took) = timed(|| demo::tell(&app, demo, &mut |_, _, _| {}));
    let told = told?;
    let named = |what: &str| format!("province of {}: {what}", size.members);
    let acts = told.members + told.services;
    let mut lines =
        vec![Line::new(named("writing, acts"), per_second(acts, took), Unit::PerSecond, 10_000.0)];
    drop(app);
    let (app, took) = timed(|| first_figure(folder));
    let app = app?;
    lines.push(Line::new(
        named("start to the first figure"),
        took.as_secs_f64(),
        Unit::Seconds,
        2.0,
    ));
    let (names, took) = timed(|| app.load_names());
    names?;
    lines.push(Line::new(
        named("all names searchable after"),
        took.as_secs_f64(),
        Unit::Seconds,
        5.0,
    ));
    lines.extend(lists(&app, &named)?);
    lines.extend(files(&app, folder, &named)?);
    let (verified, took) = timed(|| verify(&app, &mut |_, _, _| {}));
    let entries = verified.map_err(|not| Problem::Broken(not.to_string()))?.entries;
    lines.push(Line::new(
        named("verify, entries"),
        per_second(entries, took),
        Unit::PerSecond,
        20_000.0,
    ));
    Ok(lines)
}

fn first_figure(folder: &Path) -> Result<App, Problem> {
    let app = scratch::open(folder, "province.db")?;
    let by = Narrowing { by: vec![By::Kecamatan], ..Narrowing::default() };
    reports::ask(&app.db, &app.house, &app.operator(), &by)?;
    Ok(app)
}

fn lists(app: &App, named: &impl Fn(&str) -> String) -> Result<Vec<Line>, Problem> {
    let officer = app.operator();
    let page = |asked: &Asked| people::list(&app.db, &app.house, &officer, asked);
    let by_stage = |turn: usize| Asked {
        measure: Some(Measure::Reached(u8::try_from(1 + turn % 6).unwrap_or(1))),
        limit: 50,
        ..Asked::default()
    };
    let words = ["siti", "rahma", "budi san", "yanti", "nur", "simanjuntak", "dewi les", "ab"];
    let by_name = |turn: usize| Asked {
        q: words.get(turn % words.len()).map(|word| (*word).to_owned()),
        limit: 50,
        ..Asked::default()
    };
    page(&by_stage(0))?;
    let mut stages = times(200, |turn| page(&by_stage(turn)));
    let mut names = times(200, |turn| page(&by_name(turn)));
    let mut lines = Vec::new();
    for (what, times) in [("list by stage", &mut stages), ("name search", &mut names)] {
        for (hundredth, target) in [(50, 10.0), (95, 20.0)] {
            let took = millis(percentile(times, hundredth));
            let name = named(&format!("{what}, p{hundredth}"));
            lines.push(Line::new(name, took, Unit::Milliseconds, target));
        }
    }
    let three =
        Narrowing { by: vec![By::Kecamatan, By::Agency, By::Month], ..Narrowing::default() };
    let mut asks = times(50, |_| reports::ask(&app.db, &app.house, &officer, &three));
    let took = millis(percentile(&mut asks, 50));
    lines.push(Line::new(named("figures of 3 dimensions, p50"), took, Unit::Milliseconds, 50.0));
    Ok(lines)
}

/// Everything out as files and into another programme again.
fn files(app: &App, folder: &Path, named: &impl Fn(&str) -> String) -> Result<Vec<Line>, Problem> {
    let officer = app.operator();
    let mut lines = Vec::new();
    let services = folder.join("services.csv");
    let (_, given) = stages::export(app, &officer, "mengukur", Format::Csv, made(&services)?)?;
    for (format, ending) in [(Format::Csv, "csv"), (Format::Xlsx, "xlsx")] {
        let members = folder.join(format!("members.{ending}"));
        let (out, took) =
            timed(|| people::export(app, &officer, "mengukur", format, made(&members)?));
        let (_, rows) = out?;
        let rate = per_second(rows, took);
        lines.push(Line::beside(
            named(&format!("export of members, {ending}")),
            rate,
            Unit::PerSecond,
        ));
        lines.extend(import(folder, "members", &members, ending, rows, named)?);
    }
    lines.extend(import(folder, "services", &services, "csv", given, named)?);
    Ok(lines)
}

/// In a child process, for its memory.
fn import(
    folder: &Path,
    kind: &str,
    file: &Path,
    ending: &str,
    rows: u64,
    named: &impl Fn(&str) -> String,
) -> Result<Vec<Line>, Problem> {
    let database = format!("sqlite:{}", folder.join(format!("import-{ending}.db")).display());
    let words = ["import", kind, "--database", &database];
    let (peak, took) = timed(|| memory::peak(&words, &[file.to_owned()]));
    let name = |what: &str| named(&format!("import of {kind}, {ending}{what}"));
    Ok(vec![
        Line::new(name(""), per_second(rows, took), Unit::PerSecond, 10_000.0),
        Line::new(name(", most memory"), peak?, Unit::Megabytes, 500.0),
    ])
}

fn made(file: &PathBuf) -> Result<File, Problem> {
    File::options()
        .read(true)
        .write(true)
        .create_new(true)
        .open(file)
        .map_err(|error| Problem::Broken(format!("{}: {error}", file.display())))
}
