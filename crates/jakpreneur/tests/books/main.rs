//! A member's books: entered, taken back, closed, opened again, seen only with consent, kept as a report.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod photo;
mod reported;
#[path = "../staff_world/mod.rs"]
mod staff_world;

#[path = "../screens/browser.rs"]
#[allow(dead_code, reason = "other tests need the rest of it")]
mod browser;

/// What the browser signs officers in with.
mod world {
    pub use super::staff_world::PASSWORD;
}

use axum::http::StatusCode;
use browser::Browser;
use jakpreneur::{
    House, Problem,
    books::{self, EntryForm, EntryMade, Opened},
    growth,
    journal::{Asking, Change, Done},
    people,
    staff::Officer,
    stages,
    verify::verify,
};
use rules::{
    BookEntryId, MemberId, Rupiah, StageKind,
    books::{CashFlow, Period, Position},
    growth::{Month, Source},
};
use staff_world::World;
use std::sync::Arc;
use testkit::{Fresh, on_both_engines};

const HOME: (&str, &str) = ("ppkukm", "31.73.05");
const NIK: &str = "3173051203850001";
const OTHER_NIK: &str = "3173055203860002";

/// A programme on 22 June 2022 with somebody who keeps books, and their neighbour.
struct Shop {
    world: World,
    member: MemberId,
    neighbour: MemberId,
}

impl Shop {
    fn of(fresh: &Fresh) -> Self {
        let world = World::open(fresh);
        let member = world.member(NIK, HOME.0, HOME.1);
        let neighbour = world.member(OTHER_NIK, HOME.0, HOME.1);
        Self { world, member, neighbour }
    }

    fn by(&self, member: MemberId) -> Asking {
        self.world.asking(&Arc::new(Officer::resident(member)))
    }

    fn act<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let asking = self.by(self.member);
        self.world.app.change_now(move |tx, house| act(tx, house, &asking))
    }

    fn enter(&self, on: &str, kind: &str, amount: &str) -> Result<Done<EntryMade>, Problem> {
        let form = form(on, kind, amount);
        self.act(move |tx, house, asking| books::enter(tx, house, asking, &form))
    }

    fn reverse(&self, entry: BookEntryId, why: &'static str) -> Result<Done<EntryMade>, Problem> {
        self.act(move |tx, house, asking| books::reverse(tx, house, asking, entry, why))
    }

    fn close(&self, raw: &str) -> Result<(), Problem> {
        let month = month(raw);
        self.act(move |tx, house, asking| books::close(tx, house, asking, month)).map(drop)
    }

    fn reopen(&self, raw: &str, why: &'static str) -> Result<(), Problem> {
        let month = month(raw);
        self.act(move |tx, house, asking| books::reopen(tx, house, asking, month, why)).map(drop)
    }

    fn report(&self, first: &str, last: &str) -> Result<(), Problem> {
        let months = (month(first), month(last));
        self.act(move |tx, house, asking| books::report(tx, house, asking, months)).map(drop)
    }

    fn opened(&self) -> Opened {
        let app = &self.world.app;
        app.db.look(|tx| Opened::own(tx, &app.house, self.member)).expect("opens")
    }

    /// The turnover told by the books, by month.
    fn turnover(&self) -> Vec<(String, Option<Rupiah>, Source)> {
        let app = &self.world.app;
        let series = app.db.look(|tx| {
            let row = people::own_record(tx, self.member)?.expect("is there");
            growth::series_of(tx, &app.house, &row)
        });
        let series = series.expect("looks");
        series.iter().map(|it| (it.month.to_string(), it.told.turnover, it.source)).collect()
    }

    fn is_verified(&self) {
        if let Err(differs) = verify(&self.world.app, &mut |_, _, _| {}) {
            panic!("{differs:?}");
        }
    }

    /// A browser that is signed in as the member.
    fn phone(&self) -> Browser {
        let mut counter = Browser::new(&self.world.app);
        counter.sign_in("petugas");
        counter.open(&format!("/warga/{}", self.member));
        let page = counter.send(&format!("/warga/{}/kode-masuk", self.member), &[]).text();
        let within = |before: &str| {
            let (_, rest) = page.split_once(before).expect("is on the page");
            rest.split_once('<').expect("ends").0.to_owned()
        };
        let (who, code) = (within("<span class=\"jp-code\">"), within("<p class=\"jp-figure\">"));
        let mut browser = Browser::new(&self.world.app);
        browser.open("/saya/masuk");
        browser.send("/saya/masuk", &[("who", &who), ("code", &code)]);
        browser
    }
}

fn month(raw: &str) -> Month {
    Month::parse_officer(raw).expect("a month")
}

fn form(on: &str, kind: &str, amount: &str) -> EntryForm {
    EntryForm {
        kind: kind.to_owned(),
        amount: amount.to_owned(),
        occurred_on: on.to_owned(),
        ..EntryForm::default()
    }
}

fn wrong<T: std::fmt::Debug>(answer: Result<T, Problem>) -> Vec<(&'static str, &'static str)> {
    match answer {
        Err(Problem::Invalid(fields)) => {
            fields.iter().map(|error| (error.field, error.code.slug())).collect()
        }
        Err(Problem::Refused(code)) => vec![("", code.slug())],
        Err(Problem::NotFound) => vec![("", "not-found")],
        Err(Problem::Forbidden) => vec![("", "forbidden")],
        Err(Problem::KeyReused) => vec![("", "key-reused")],
        other => panic!("{other:?}"),
    }
}

on_both_engines!(books_are_kept_closed_and_reported_and_every_row_follows, |fresh| {
    let shop = Shop::of(&fresh);
    for (on, kind, amount) in [
        ("2022-01-03", "owner_in", "Rp2.000.000"),
        ("2022-01-10", "stock_bought", "500.000"),
        ("2022-01-20", "sale", "900.000"),
        ("2022-01-31", "stock_used", "400.000"),
        ("2022-02-07", "sold_on_credit", "300.000"),
        ("2022-02-09", "sale", "50.000"),
    ] {
        shop.enter(on, kind, amount).expect("enters");
    }
    let slip = shop.enter("2022-02-09", "sale", "5.000.000").expect("enters");
    shop.reverse(slip.event.entry, "salah ketik").expect("takes back");
    shop.close("2022-01").expect("closes");
    shop.close("2022-02").expect("closes");
    let told = |raw: &str, rupiah| (raw.to_owned(), Some(Rupiah(rupiah)), Source::Books);
    assert_eq!(shop.turnover(), [told("2022-01", 900_000), told("2022-02", 350_000)]);
    let books = shop.opened().books;
    let period = Period::months(month("2022-01"), month("2022-02")).expect("a period");
    let flow = CashFlow::of(&books, period);
    assert_eq!((flow.closing, flow.balances()), (Rupiah(2_450_000), true));
    let position = Position::of(&books, period.to());
    assert_eq!((position.total_assets(), position.balances()), (Rupiah(2_850_000), true));
    shop.report("2022-01", "2022-02").expect("is kept");
    assert_eq!(wrong(shop.report("2022-01", "2022-02")), [("", "unchanged")]);
    let services = shop.world.app.db.look(|tx| stages::services_of(tx, shop.member));
    let services = services.expect("looks");
    let reports = services.iter().filter(|it| it.stage == StageKind::FinancialReporting);
    assert_eq!(reports.count(), 1, "the stage is reached by the report");
    shop.is_verified();
});

on_both_engines!(what_is_closed_stays_and_opens_again_with_a_reason, |fresh| {
    let shop = Shop::of(&fresh);
    let sale = shop.enter("2022-03-05", "sale", "100000").expect("enters").event.entry;
    assert_eq!(wrong(shop.close("2022-06")), [("", "month-not-over")]);
    assert_eq!(wrong(shop.close("2022-04")), [("", "earlier-month-open")]);
    assert_eq!(wrong(shop.report("2022-03", "2022-03")), [("", "period-open")]);
    shop.close("2022-03").expect("closes");
    assert_eq!(wrong(shop.enter("2022-03-31", "sale", "1")), [("occurred_on", "month-closed")]);
    shop.reverse(sale, "bukan penjualan").expect("takes back today");
    let back = shop.opened().kept.last().expect("is there").entry.on;
    assert_eq!(back.to_string(), "2022-06-22", "the closed month stays as it was");
    assert_eq!(wrong(shop.reverse(sale, "lagi")), [("", "already-reversed")]);
    assert_eq!(wrong(shop.reopen("2022-03", " ")), [("reason", "reason")]);
    assert_eq!(wrong(shop.reopen("2022-02", "lupa")), [("", "not-last-closed")]);
    shop.reopen("2022-03", "ada nota tertinggal").expect("opens again");
    shop.enter("2022-03-31", "sale", "50000").expect("enters");
    shop.close("2022-03").expect("closes");
    let told = ("2022-03".to_owned(), Some(Rupiah(150_000)), Source::Books);
    assert_eq!(shop.turnover(), [told], "closing again corrects what was told");
    shop.is_verified();
});

on_both_engines!(what_cannot_be_entered_is_refused_at_its_field, |fresh| {
    let shop = Shop::of(&fresh);
    for (on, kind, amount, said) in [
        ("2022-06-23", "sale", "1", ("occurred_on", "in-future")),
        ("kemarin", "sale", "1", ("occurred_on", "date")),
        ("", "sale", "0", ("amount", "amount-not-positive")),
        ("", "sale", "", ("amount", "empty")),
        ("", "sale", "banyak", ("amount", "number")),
        ("", "sale", "1000000000001", ("amount", "amount-too-large")),
        ("", "", "1", ("kind", "empty")),
        ("", "mencuri", "1", ("kind", "word")),
    ] {
        assert_eq!(wrong(shop.enter(on, kind, amount)), [said]);
    }
    assert!(shop.opened().kept.is_empty());
});

on_both_engines!(the_same_request_is_entered_once, |fresh| {
    let shop = Shop::of(&fresh);
    let asking = Asking { asked: Some([7; 32]), ..shop.by(shop.member) };
    let again = |asking: Asking| {
        let form = form("2022-06-01", "sale", "70000");
        shop.world.app.change_now(move |tx, house| books::enter(tx, house, &asking, &form))
    };
    let first = again(asking.clone()).expect("enters");
    let second = again(asking.clone()).expect("is known");
    assert!(second.before && second.event == first.event);
    let other = Asking { asked: Some([8; 32]), ..asking };
    assert_eq!(wrong(again(other)), [("", "key-reused")]);
    assert_eq!(shop.opened().kept.len(), 1);
});

on_both_engines!(nobody_else_enters_and_nobody_else_sees_without_consent, |fresh| {
    let shop = Shop::of(&fresh);
    let sale = shop.enter("2022-06-01", "sale", "70000").expect("enters").event.entry;
    let mentor = shop.world.officer("pendamping", "mentor", HOME.0, HOME.1);
    let far = shop.world.officer("jauh", "mentor", HOME.0, "31.74.01");
    let app = &shop.world.app;
    let as_officer = shop.world.asking(&mentor);
    let form = form("2022-06-01", "sale", "1");
    let entered = app.change_now(move |tx, house| books::enter(tx, house, &as_officer, &form));
    assert_eq!(wrong(entered), [("", "forbidden")], "an officer keeps nobody's books");
    let neighbour = shop.by(shop.neighbour);
    let taken = app.change_now(move |tx, house| books::reverse(tx, house, &neighbour, sale, "iri"));
    assert_eq!(wrong(taken), [("", "no-such-entry")]);
    let sees = |officer: &Arc<Officer>| {
        let (officer, member, at) = (officer.clone(), shop.member, app.house.now());
        app.change_now(move |tx, house| books::seen_by(tx, house, &officer, member, at))
            .map(|(_, opened)| opened.kept.len())
    };
    assert_eq!(wrong(sees(&mentor)), [("", "not-found")]);
    shop.act(|tx, _, asking| books::consent(tx, asking)).expect("consents");
    assert_eq!(sees(&mentor).expect("sees"), 1);
    assert_eq!(wrong(sees(&far)), [("", "not-found")], "consent reaches no further than scope");
    shop.act(|tx, _, asking| books::revoke(tx, asking)).expect("revokes");
    assert_eq!(wrong(sees(&mentor)), [("", "not-found")], "at once");
    let twice = shop.act(|tx, _, asking| books::revoke(tx, asking));
    assert_eq!(wrong(twice), [("", "unchanged")]);
    shop.is_verified();
});

on_both_engines!(a_member_keeps_books_on_a_phone_and_takes_statements_away, |fresh| {
    let shop = Shop::of(&fresh);
    shop.world.officer("petugas", "registration_officer", HOME.0, HOME.1);
    let mut phone = shop.phone();
    assert!(phone.open("/saya").contains("href=\"/saya/laporan\""));
    assert!(phone.open("/saya/laporan").contains("Belum ada catatan"));
    phone.open("/saya/laporan/catat/money_in");
    let sale = [("amount", "125.000"), ("kind", "sale"), ("purse", "cash")];
    let on = ("occurred_on", "2022-05-02");
    let sent: Vec<_> = sale.iter().copied().chain([on, ("note", "10 bungkus <keripik>")]).collect();
    let answer = phone.send("/saya/laporan/catat/money_in", &sent);
    assert_eq!(answer.header("location"), "/saya/laporan?tersimpan=1", "{}", answer.text());
    let page = phone.open("/saya/laporan?tersimpan=1");
    assert!(page.contains("Tersimpan") && page.contains("+Rp125.000"), "{page}");
    assert!(page.contains("&#60;keripik&#62;"), "what was noted is text");
    phone.open("/saya/laporan/catat/money_out");
    let answer = phone.send("/saya/laporan/catat/money_out", &[("amount", "sedikit")]);
    assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(answer.text().contains("value=\"sedikit\""), "what was typed comes back");
    phone.open("/saya/laporan");
    let closed = phone.send("/saya/laporan/tutup", &[("month", "2022-05")]);
    assert_eq!(closed.status, StatusCode::SEE_OTHER, "{}", closed.text());
    let statements = phone.open("/saya/laporan/keuangan?dari=2022-05&sampai=2022-05");
    for said in ["Laporan posisi keuangan per 31 Mei 2022", "1.1 Kas", "125.000", "Saldo laba"] {
        assert!(statements.contains(said), "{said}: {statements}");
    }
    let kept = phone.send("/saya/laporan/keuangan", &[("dari", "2022-05"), ("sampai", "2022-05")]);
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.text());
    let pdf = phone.get("/saya/laporan/keuangan.pdf?dari=2022-05&sampai=2022-05");
    assert!(pdf.bytes.starts_with(b"%PDF-"));
    let xlsx = phone.get("/saya/laporan/keuangan.xlsx?dari=2022-05&sampai=2022-05");
    assert!(xlsx.bytes.starts_with(b"PK"));
    let journal = phone.open("/saya/laporan/jurnal.txt");
    assert!(journal.contains("    Aset:1.1 Kas  IDR 125000\n"), "{journal}");
    let path = format!("/warga/{}/pembukuan?dari=2022-05&sampai=2022-05", shop.member);
    let mut officer = Browser::new(&shop.world.app);
    officer.sign_in("petugas");
    assert_eq!(officer.get(&path).status, StatusCode::NOT_FOUND);
    phone.open("/saya/laporan");
    phone.send("/saya/laporan/izin", &[]);
    assert!(officer.open(&path).contains("125.000"));
    assert!(phone.open("/saya/data").contains("Buku usaha Anda dibuka"), "the member is told");
    phone.open("/saya/laporan");
    phone.send("/saya/laporan/izin/cabut", &[]);
    assert_eq!(officer.get(&path).status, StatusCode::NOT_FOUND, "at once");
    let stranger = Browser::new(&shop.world.app).get("/saya/laporan");
    assert_eq!(stranger.status, StatusCode::SEE_OTHER);
    assert!(stranger.header("location").starts_with("/saya/masuk"));
});
