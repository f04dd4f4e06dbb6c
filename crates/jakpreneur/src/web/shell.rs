//! What stands around every page: header, menu, footer.
use super::{Visit, asset};
use crate::{
    App,
    words::{self, Lang},
};
use rules::{Act, Role};

/// The shell of one page; every template has one as `shell`.
pub struct Shell {
    /// The page's title.
    pub title: String,
    /// The language.
    pub lang: Lang,
    /// The shell's own texts.
    pub words: &'static words::Shell,
    /// Who is signed in, and as what, where.
    pub who: Option<(String, String)>,
    /// What forms must carry.
    pub csrf: String,
    /// The menu.
    pub menu: Vec<Entry>,
    /// The page's address, to come back to.
    pub address: String,
}

/// An entry of the menu.
pub struct Entry {
    /// Where it leads.
    pub path: &'static str,
    /// What it says.
    pub label: &'static str,
    /// Whether the page is there.
    pub here: bool,
}

impl Shell {
    pub(super) fn new(app: &App, visit: &Visit, title: String) -> Self {
        let words = words::Shell::of(visit.lang);
        let officer = visit.signed.as_ref().map(|signed| &signed.officer);
        let who = officer.map(|officer| {
            let role = visit.lang.pick(officer.role.label_id(), officer.role.label_en());
            let place = officer.scope.area().map(|area| app.house.region_name(area));
            let agency = officer.scope.agency().map(|agency| agency.to_string().to_uppercase());
            let parts = [Some(role.to_owned()), agency, place];
            (officer.name.clone(), parts.into_iter().flatten().collect::<Vec<_>>().join(", "))
        });
        Self {
            title,
            lang: visit.lang,
            words,
            who,
            csrf: visit.csrf(),
            menu: officer.map(|officer| menu(words, officer.role, &visit.path)).unwrap_or_default(),
            address: visit.address.clone(),
        }
    }

    /// A shell without anybody, for faults.
    pub(super) fn bare(lang: Lang, title: String) -> Self {
        Self {
            title,
            lang,
            words: words::Shell::of(lang),
            who: None,
            csrf: String::new(),
            menu: Vec::new(),
            address: "/".to_owned(),
        }
    }

    /// Where an asset is.
    pub fn asset(&self, name: &str) -> String {
        asset(name)
    }
}

fn menu(words: &words::Shell, role: Role, path: &str) -> Vec<Entry> {
    [
        (Act::RegisterMember, "/loket-kerja/daftar", words.nav_counter),
        (Act::SearchMembers, "/orang", words.nav_people),
        (Act::SearchMembers, "/kelompok", words.nav_groups),
        (Act::ReviewDuplicates, "/loket-kerja/ganda", words.nav_duplicates),
        (Act::SearchMembers, "/izin", words.nav_licences),
        (Act::SearchMembers, "/dukungan", words.nav_support),
        (Act::ReadCurations, "/kurasi", words.nav_curations),
        (Act::ManageSellers, "/bazar-kerja", words.nav_bazaars),
        (Act::ReadReferrals, "/rujukan", words.nav_referrals),
        (Act::ReadClasses, "/kelas-kerja", words.nav_classes),
        (Act::ReadFigures, "/dasbor", words.nav_dashboard),
        (Act::ReadFigures, "/angka/tahap", words.nav_figures),
        (Act::ReadFigures, "/target", words.nav_targets),
        (Act::ReadFigures, "/rilis", words.nav_releases),
        (Act::ReadFigures, "/rencana", words.nav_plans),
        (Act::ReadFigures, "/mitra", words.nav_partners),
        (Act::MarkAttendance, "/kelas-saya", words.nav_attendance),
        (Act::VisitMembers, "/dampingi", words.nav_mentoring),
        (Act::Import, "/impor", words.nav_imports),
        (Act::ManageUsers, "/akun", words.nav_accounts),
        (Act::ManageTokens, "/token", words.nav_tokens),
        (Act::ManageWebhooks, "/webhook", words.nav_webhooks),
    ]
    .into_iter()
    .filter(|(act, _, _)| role.may(*act))
    .map(|(_, place, label)| Entry { path: place, label, here: path.starts_with(place) })
    .collect()
}
