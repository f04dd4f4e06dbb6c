//! A target and what became of it, in words.
use super::{Inside, Line, Target};
use crate::{
    House,
    words::{self, Lang, fill},
};
use rules::{
    number::thousands,
    targets::{Outlook, Pace, Unknowable},
};

/// `Orang terdaftar`.
pub fn indicator(target: &Target, lang: Lang) -> &'static str {
    lang.pick(target.indicator.label_id(), target.indicator.label_en())
}

/// `PPAPP`, or all agencies.
pub fn agency(target: &Target, lang: Lang) -> String {
    let all = words::Targets::of(lang).all_agencies;
    target.agency.map_or_else(|| all.to_owned(), |agency| agency.to_string().to_uppercase())
}

/// `Jakarta Barat`.
pub fn area(house: &House, target: &Target) -> String {
    house.region_name(target.area)
}

/// `Triwulan IV 2020`.
pub fn period(target: &Target, lang: Lang) -> String {
    lang.pick(target.period.label_id(), target.period.label_en())
}

/// The counting rule with its wording and what it counts.
pub fn rule(target: &Target, lang: Lang) -> String {
    let rule = target.rule;
    let name = lang.pick(rule.label_id(), rule.label_en());
    let about = lang.pick(rule.about_id(), rule.about_en());
    let version = rule.version().to_string();
    let places = [("rule", name), ("n", version.as_str()), ("about", about)];
    fill(words::Targets::of(lang).rule_line, &places)
}

/// `71,26%`, or n/a without a target.
pub fn attainment(line: &Line, lang: Lang) -> String {
    let none = words::Targets::of(lang).not_available;
    line.percent().map_or_else(|| none.to_owned(), |percent| format!("{percent}%"))
}

/// `kurang 3.483 dari target`; nothing without a target.
pub fn gap(line: &Line, lang: Lang) -> String {
    let w = words::Targets::of(lang);
    let n = thousands(line.gap.unsigned_abs());
    match line.gap.signum() {
        _ if line.target == 0 => w.no_target.to_owned(),
        -1 => fill(w.short, &[("n", &n)]),
        1 => fill(w.over, &[("n", &n)]),
        _ => w.exact.to_owned(),
    }
}

/// When it was reached, or would be, or why nobody can say.
pub fn outlook(line: &Line, lang: Lang) -> String {
    let w = words::Targets::of(lang);
    match line.realised.outlook {
        Outlook::Reached(day) => fill(w.reached, &[("date", &words::day(day, lang))]),
        Outlook::Estimate(pace) => estimate(pace, lang),
        Outlook::Unknowable(why) => why_not(why, w).to_owned(),
    }
}

fn estimate(pace: Pace, lang: Lang) -> String {
    let w = words::Targets::of(lang);
    let text = if pace.after_period { w.estimate_after } else { w.estimate };
    let month = format!("{} {}", words::month(pace.month.month(), lang), pace.month.year());
    let (gained, days) = (thousands(pace.gained), pace.days.to_string());
    fill(text, &[("month", &month), ("n", &gained), ("days", &days)])
}

fn why_not(why: Unknowable, w: &'static words::Targets) -> &'static str {
    match why {
        Unknowable::NoTarget => w.no_target,
        Unknowable::NotBegun => w.not_begun,
        Unknowable::Over => w.over_period,
        Unknowable::TooShort => w.too_short,
        Unknowable::Standstill => w.standstill,
        Unknowable::TooFar => w.too_far,
    }
}

/// What the targets inside sum to, a sentence each.
pub fn inside(line: &Line, lang: Lang) -> Vec<String> {
    let w = words::Targets::of(lang);
    let said = |text: &str, inside: Inside| {
        let (n, sum) = (thousands(inside.count), thousands(inside.sum));
        let what = fill(text, &[("n", &n), ("sum", &sum)]);
        let compared = match inside.gap.signum() {
            1 => w.inside_more,
            -1 => w.inside_less,
            _ => w.inside_same,
        };
        fill(compared, &[("what", &what), ("n", &thousands(inside.gap.unsigned_abs()))])
    };
    let by_area = line.inside_by_area.map(|inside| said(w.inside_area, inside));
    let by_agency = line.inside_by_agency.map(|inside| said(w.inside_agency, inside));
    by_area.into_iter().chain(by_agency).collect()
}
