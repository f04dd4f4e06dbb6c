//! Who may do what to whom: every act is really tried by every role, and the answers are a golden file.
#![expect(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    reason = "tests fail by panicking"
)]
mod staff_world;
mod tried;

use jakpreneur::{
    Code, House, Problem, groups,
    journal::Change,
    people::{self, Asked, CorrectionForm, Decision, Seen},
    reports::{self, Narrowing},
    residents,
    staff::{self, Cost, Officer},
    stages::{self, ServiceForm},
};
use rules::{Act, Agency, ClassId, GroupId, MemberId, RegionCode, Role, ServiceId};
use staff_world::{World, form, registration};
use std::{
    fmt::Write,
    sync::{Arc, mpsc},
};
use testkit::{Fresh, on_both_engines};

const HOME: (&str, &str) = ("ppkukm", "31.73.05");
const OTHER_AGENCY: (&str, &str) = ("ppapp", "31.73.05");
const OTHER_AREA: (&str, &str) = ("ppkukm", "31.74.01");

/// Where somebody is tried upon, and what there is.
struct Place {
    agency: &'static str,
    office: &'static str,
    nik: String,
    member: MemberId,
    /// A later record that looks like the member's.
    lookalike: MemberId,
    service: ServiceId,
    group: GroupId,
    /// A class that the member waits for or is in.
    class: ClassId,
    account: String,
}

type Try = fn(&World, &Arc<Officer>, &Place) -> Result<bool, Problem>;

/// What is tried for each act; an act that is not here does not compile.
fn tries(act: Act) -> Vec<(&'static str, Try)> {
    match act {
        Act::RegisterMember => vec![("register", register), ("check", check), ("group", group)],
        Act::CorrectMember => {
            vec![
                ("correct", correct),
                ("move away", moved),
                ("join a group", join),
                ("say inactive", tried::mentoring::overrule),
                ("end", tried::mentoring::end),
            ]
        }
        Act::OpenFile => vec![("open", open)],
        Act::SearchMembers => vec![("list", list), ("see a group", see_group)],
        Act::LookUpMember => vec![("by NIK", look_up)],
        Act::RecordService => {
            [vec![("record", record as Try)], tried::support::recording()].concat()
        }
        Act::VoidService => vec![
            ("another's", void),
            ("one's own", void_own),
            ("permit", tried::licences::void),
            ("support", tried::support::void),
        ],
        Act::ReviewDuplicates => vec![("decide", decide), ("undo", undo)],
        Act::ReadFigures => vec![("ask", ask), ("count support", tried::support::count)],
        Act::ManageUsers => vec![("add", add), ("disable", disable), ("reset", reset)],
        Act::ManageTokens => vec![("make", token), ("make one's own", own_token)],
        Act::ExportFigures => vec![("granted", |_, by, _| granted(by, Act::ExportFigures))],
        Act::ExportMembers => vec![("granted", |_, by, _| granted(by, Act::ExportMembers))],
        Act::Import => vec![("granted", |_, by, _| granted(by, Act::Import))],
        Act::ReadChanges => vec![("granted", |_, by, _| granted(by, Act::ReadChanges))],
        Act::ManageWebhooks => tried::webhooks::managing(),
        Act::ReadLog => vec![("granted", |_, by, _| granted(by, Act::ReadLog))],
        Act::ReadClasses => tried::classes::reading(),
        Act::PlanTraining => tried::plans::planning(),
        Act::ManageClasses => tried::classes::managing(),
        Act::ManagePlaces => tried::classes::placing(),
        Act::MarkAttendance => tried::attendance::marking(),
        Act::FinishClass => tried::attendance::finishing(),
        Act::IssueCertificates => tried::papers::certificates(),
        Act::GrantTools => tried::papers::tools(),
        Act::ManageLicences => tried::licences::managing(),
        Act::ManageProducts => tried::products::managing(),
        Act::ManageWaves => tried::licences::waves(),
        Act::SetTargets => tried::targets::setting(),
        Act::GiveSignInCode => vec![("give", give_code)],
        Act::Measure => tried::growth::measuring(),
        Act::ReadBooks => tried::books::reading(),
        Act::ReferMember => tried::capital::referring(),
        Act::ReadReferrals => tried::capital::reading(),
        Act::AnswerReferrals => tried::capital::answering(),
        Act::ManageBazaars => tried::bazaars::managing(),
        Act::ManageSellers => tried::bazaars::looking_after(),
        Act::ManageCurations => tried::curation::managing(),
        Act::VerifyEntries => tried::curation::verifying(),
        Act::ValidateEntries => tried::curation::validating(),
        Act::GradeEntries => tried::curation::grading(),
        Act::ReadCurations => tried::curation::reading(),
        Act::ManagePartners => tried::partners::managing(),
        Act::VisitMembers => tried::mentoring::visiting(),
        Act::AssignMentors => tried::mentoring::assigning(),
        Act::ReleaseReports => tried::releases::releasing(),
    }
}

fn granted(by: &Arc<Officer>, act: Act) -> Result<bool, Problem> {
    by.may(act).map(|()| true)
}

/// Does an act and takes it back, so that the next finds the same world.
fn tried<T>(
    world: &World,
    act: impl FnOnce(&mut Change<'_>, &House) -> Result<T, Problem> + Send + 'static,
) -> Result<bool, Problem> {
    let (tell, told) = mpsc::channel();
    let taken_back = world.app.change_now(move |tx, house| {
        tell.send(act(tx, house).map(|_| true)).expect("hears");
        Err::<(), _>(Problem::Broken("only tried".to_owned()))
    });
    assert!(matches!(taken_back, Err(Problem::Broken(_))));
    told.recv().expect("was tried")
}

fn register(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let typed = registration("3173051203850009", at.agency, at.office);
    let new = typed.understand(&world.app.house, &world.app.operator())?;
    let asking = world.asking(by);
    tried(world, move |tx, house| people::register(tx, house, &asking, &new))
}

fn check(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let seen = Seen { nik: at.nik.clone(), ..Seen::default() };
    let found = world.app.db.look(|tx| people::check(tx, &world.app.house, by, &seen))?;
    Ok(found.registered.iter().any(|found| found.member == Some(at.member)))
}

fn group(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, agency, office) = (world.asking(by), agency(at), office(at));
    tried(world, move |tx, house| groups::form(tx, house, &asking, "Kelompok", agency, office))
}

fn corrected(
    world: &World,
    by: &Arc<Officer>,
    at: &Place,
    form: CorrectionForm,
) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    let form = CorrectionForm { reason: "salah ketik".to_owned(), ..form };
    tried(world, move |tx, house| people::correct(tx, house, &asking, member, &form))
}

fn correct(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let name = Some("Nama Lain".to_owned());
    corrected(world, by, at, CorrectionForm { name, ..CorrectionForm::default() })
}

fn moved(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (office, moved_on) = (Some("31.75.01".to_owned()), "2022-02-01".to_owned());
    corrected(world, by, at, CorrectionForm { office, moved_on, ..CorrectionForm::default() })
}

fn see_group(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let app = &world.app;
    app.db.look(|tx| groups::see(tx, &app.house, by, at.group)).map(|seen| seen.row.id == at.group)
}

fn undo(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, deciding) = (world.asking(by), world.asking(&world.app.operator()));
    let (newer, older) = (at.lookalike, at.member);
    tried(world, move |tx, house| {
        people::decide(tx, &deciding, newer, older, Decision::Same)?;
        people::undo(tx, house, &asking, newer, older, "dua orang")
    })
}

fn join(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, group, member) = (world.asking(by), at.group, at.member);
    tried(world, move |tx, _| groups::join(tx, &asking, group, member))
}

fn open(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (by, member, id) = (by.clone(), at.member, world.app.house.new_id());
    tried(world, move |tx, house| people::open_file(tx, house, &by, house.now(), id, member))
}

fn list(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let asked = Asked { limit: 200, ..Asked::default() };
    let found = people::list(&world.app.db, &world.app.house, by, &asked)?;
    Ok(found.items.iter().any(|line| line.row.id == at.member))
}

fn look_up(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let found = world.app.db.look(|tx| people::by_nik(tx, &world.app.house, by, &at.nik))?;
    Ok(found.iter().any(|line| line.row.id == at.member))
}

fn training() -> ServiceForm {
    ServiceForm { stage: "training".to_owned(), ..ServiceForm::default() }
}

fn record(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| stages::record(tx, house, &asking, member, &training(), None))
}

fn void(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, service) = (world.asking(by), at.service);
    tried(world, move |tx, house| stages::void(tx, house, &asking, service, "salah orang"))
}

fn void_own(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (first, then, member) = (world.asking(by), world.asking(by), at.member);
    tried(world, move |tx, house| {
        let done = stages::record(tx, house, &first, member, &training(), None)?;
        stages::void(tx, house, &then, done.event.service, "salah orang")
    })
}

fn decide(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, newer, older) = (world.asking(by), at.lookalike, at.member);
    tried(world, move |tx, _| people::decide(tx, &asking, newer, older, Decision::Same))
}

fn ask(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (agency, area) = (Some(agency(at)), Some(office(at)));
    let narrowing = Narrowing { agency, area, ..Narrowing::default() };
    Ok(reports::ask(&world.app.db, &world.app.house, by, &narrowing)?.persons > 0)
}

fn add(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let new = form("orang.baru", "mentor", at.agency, at.office).understand(&world.app.house)?;
    let hash = cheap(world);
    let asking = world.asking(by);
    tried(world, move |tx, house| staff::add(tx, house, &asking, &new, &hash))
}

fn disable(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, name) = (world.asking(by), at.account.clone());
    tried(world, move |tx, house| staff::disable(tx, house, &asking, &name))
}

fn reset(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, name, hash) = (world.asking(by), at.account.clone(), cheap(world));
    tried(world, move |tx, house| staff::reset(tx, house, &asking, &name, &hash))
}

fn token(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, name) = (world.asking(by), at.account.clone());
    tried(world, move |tx, house| staff::make_token(tx, house, &asking, &name, ""))
}

fn own_token(world: &World, by: &Arc<Officer>, _: &Place) -> Result<bool, Problem> {
    let (asking, name) = (world.asking(by), by.name.clone());
    tried(world, move |tx, house| staff::make_token(tx, house, &asking, &name, ""))
}

fn cheap(world: &World) -> staff::Hashed {
    let password = staff::Password::parse(staff_world::PASSWORD, "").expect("good enough");
    password.hash(Cost { memory: 64, passes: 1 }, world.app.house.bytes()).expect("hashes")
}

fn give_code(world: &World, by: &Arc<Officer>, at: &Place) -> Result<bool, Problem> {
    let (asking, member) = (world.asking(by), at.member);
    tried(world, move |tx, house| residents::give_code(tx, house, &asking, member))
}

fn agency(at: &Place) -> Agency {
    Agency::parse(at.agency).expect("an agency")
}

fn office(at: &Place) -> RegionCode {
    at.office.parse().expect("a region")
}

/// A member, a look-alike, a service, a group and an account of one agency and kecamatan.
fn place(world: &World, n: u8, (agency, office): (&'static str, &'static str)) -> Place {
    let nik = format!("31730512038500{n}1");
    let member = world.member(&nik, agency, office);
    let lookalike = world.member(&format!("31730512038500{n}2"), agency, office);
    let account = format!("orang.{n}");
    world.officer(&account, "mentor", agency, office);
    let (first, then) = (world.asking(&world.app.operator()), world.asking(&world.app.operator()));
    let (code, at) = (Agency::parse(agency).unwrap(), office.parse().unwrap());
    let (service, group) = world
        .app
        .change_now(move |tx, house| {
            let done = stages::record(tx, house, &first, member, &training(), None)?;
            let group = groups::form(tx, house, &then, "Kelompok Contoh", code, at)?;
            Ok::<_, Problem>((done.event.service, group.event.group))
        })
        .expect("makes a place");
    let mut place = Place {
        agency,
        office,
        nik,
        member,
        lookalike,
        service,
        group,
        account,
        class: ClassId(testkit::id()),
    };
    place.class = tried::classes::taken(world, &place);
    place
}

fn mark(answer: &Result<bool, Problem>) -> char {
    match answer {
        Ok(true) => '✔',
        Ok(false) | Err(Problem::NotFound) => '∅',
        Err(Problem::Forbidden) => '✘',
        Err(Problem::Invalid(fields)) if fields[0].code == Code::OutsideScope => '⊘',
        Err(other) => panic!("{other:?}"),
    }
}

fn table(fresh: &Fresh) -> String {
    let world = World::open(fresh);
    let places =
        [place(&world, 1, HOME), place(&world, 2, OTHER_AGENCY), place(&world, 3, OTHER_AREA)];
    let grants = Role::ALL.map(|role| {
        let (agency, area) = match role.reach() {
            rules::Reach::Everything => ("", ""),
            rules::Reach::City => (HOME.0, "31.73"),
            rules::Reach::Kecamatan => HOME,
            rules::Reach::Agency => (HOME.0, ""),
        };
        (role.word(), role, agency, area)
    });
    let narrowed = [
        ("administrator of 31.73.05", Role::Administrator, HOME.0, HOME.1),
        ("auditor of ppkukm", Role::Auditor, HOME.0, ""),
    ];
    let mut text = String::from(
        "Each role is tried upon its own kecamatan, another agency there, and another city.\n\
         ✔ done or seen   ✘ forbidden   ∅ not found, not seen   ⊘ refused as outside scope\n\
         One mark: the role is granted the act; what it does is not tried here.\n",
    );
    for (n, (word, role, agency, area)) in grants.into_iter().chain(narrowed).enumerate() {
        let officer = world.officer(&format!("mencoba.{n}"), role.word(), agency, area);
        let grant = [agency, area].join(" ");
        writeln!(text, "\n{word} [{}]", grant.trim()).unwrap();
        for act in Act::ALL {
            for (way, attempt) in tries(act) {
                let marks = places.each_ref().map(|at| mark(&attempt(&world, &officer, at)));
                let [own, agency, area] = marks;
                let everywhere = own == agency && own == area && way == "granted";
                let marks =
                    if everywhere { own.to_string() } else { format!("{own} {agency} {area}") };
                writeln!(text, "  {:<20}{way:<16}{marks}", act.word()).unwrap();
            }
        }
    }
    text
}

on_both_engines!(who_may_do_what_to_whom_is_this, |fresh| {
    let table = table(&fresh);
    insta::with_settings!({ prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!("permissions", table);
    });
});
