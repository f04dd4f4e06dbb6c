//! Products: kept, shown by consent alone, sold at marketplaces, which is the marketing service; the catalogue.
#![expect(clippy::expect_used, clippy::panic, reason = "tests fail by panicking")]
mod staff_world;

#[path = "screens/browser.rs"]
#[allow(dead_code, reason = "other tests need the rest of it")]
mod browser;

/// What the browser signs officers in with.
mod world {
    pub use super::staff_world::PASSWORD;
}

use axum::{
    body::Body,
    http::{Request, StatusCode},
};
use browser::Browser;
use jakpreneur::{
    Code, House, Problem,
    files::CleanPicture,
    journal::{Asking, Change},
    licences::{self, LicenceForm},
    products::{self, Consent, ListingForm, ListingTold, ProductForm},
    reports::{self, Narrowing},
    staff::Officer,
    verify::verify,
};
use rules::{ListingId, MemberId, ProductId, StageKind, marketing::Refused};
use staff_world::World;
use std::sync::Arc;
use testkit::{Fresh, on_both_engines};

const HOME: (&str, &str) = ("ppkukm", "31.73.05");
const NIK: &str = "3173051203850001";
const OTHER_NIK: &str = "3173055203860002";

/// A programme on 22 June 2022 with somebody who makes crisps, their neighbour, and a mentor of the kecamatan.
struct Stall {
    world: World,
    member: MemberId,
    neighbour: MemberId,
    mentor: Arc<Officer>,
}

impl Stall {
    fn of(fresh: &Fresh) -> Self {
        let world = World::open(fresh);
        let member = world.member(NIK, HOME.0, HOME.1);
        let neighbour = world.member(OTHER_NIK, HOME.0, HOME.1);
        let mentor = world.officer("pendamping", "mentor", HOME.0, HOME.1);
        Self { world, member, neighbour, mentor }
    }

    fn act<T: Send + 'static>(
        &self,
        by: &Arc<Officer>,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> Result<T, Problem> {
        let asking = self.world.asking(by);
        self.world.app.change_now(move |tx, house| act(tx, house, &asking))
    }

    fn own(&self) -> Arc<Officer> {
        Arc::new(Officer::resident(self.member))
    }

    fn add(&self, name: &str) -> ProductId {
        let (member, form) = (self.member, crisps(name));
        let done = self.act(&self.own(), move |tx, house, asking| {
            products::add(tx, house, asking, member, &form)
        });
        done.expect("is kept").event.product
    }

    fn publish(&self, product: ProductId, consent: Consent) -> Result<(), Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            products::publish(tx, house, asking, product, &consent)
        };
        self.act(&self.own(), act).map(drop)
    }

    fn list_at(
        &self,
        by: &Arc<Officer>,
        product: ProductId,
        address: &str,
    ) -> Result<ListingTold, Problem> {
        let form = ListingForm {
            marketplace: "shopee".to_owned(),
            address: address.to_owned(),
            listed_on: String::new(),
        };
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            products::list_at(tx, house, asking, product, &form)
        };
        self.act(by, act).map(|done| done.event)
    }

    fn check(&self, by: &Arc<Officer>, listing: ListingId, there: bool) -> Result<(), Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            products::check(tx, house, asking, listing, there)
        };
        self.act(by, act).map(drop)
    }

    fn void(&self, listing: ListingId) -> Result<(), Problem> {
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            products::void(tx, house, asking, listing, "lapak orang lain")
        };
        self.act(&self.world.app.operator(), act).map(drop)
    }

    /// How many persons reached marketing.
    fn marketed(&self) -> u64 {
        let app = &self.world.app;
        let asked = reports::ask(&app.db, &app.house, &app.operator(), &Narrowing::default());
        let rows = asked.expect("answers").rows;
        let row = rows.iter().find(|row| row.stage == StageKind::Marketing);
        row.expect("has a row").reached
    }

    fn is_verified(&self) {
        if let Err(differs) = verify(&self.world.app, &mut |_, _, _| {}) {
            panic!("{differs:?}");
        }
    }
}

fn crisps(name: &str) -> ProductForm {
    ProductForm {
        name: name.to_owned(),
        text: "Keripik singkong renyah, 200 gram".to_owned(),
        category: "Makanan".to_owned(),
        price: "Rp15.000".to_owned(),
    }
}

fn agreed() -> Consent {
    Consent { given: true, by: "whatsapp".to_owned(), at: "0812-3456-7890".to_owned() }
}

fn code<T: std::fmt::Debug>(answer: Result<T, Problem>) -> &'static str {
    match answer {
        Err(Problem::Refused(code)) => code.slug(),
        Err(Problem::Invalid(wrong)) => wrong.first().map_or("", |it| it.code.slug()),
        Err(Problem::NotFound) => "not-found",
        Err(Problem::Forbidden) => "forbidden",
        other => panic!("{other:?}"),
    }
}

on_both_engines!(
    listings_that_an_officer_saw_raise_the_marketing_figure_and_voiding_lowers_it,
    |fresh| {
        let stall = Stall::of(&fresh);
        let product = stall.add("Keripik balado");
        assert_eq!(stall.marketed(), 0);
        let told = stall.list_at(&stall.own(), product, "https://shopee.co.id/a").expect("told");
        assert_eq!(
            (told.service, stall.marketed()),
            (None, 0),
            "what a seller tells counts not yet"
        );
        stall.check(&stall.mentor, told.listing, true).expect("is seen");
        assert_eq!(stall.marketed(), 1);
        let seen = stall.list_at(&stall.mentor, product, "https://shopee.co.id/b").expect("told");
        assert!(seen.service.is_some());
        assert_eq!(stall.marketed(), 1, "a person counts once");
        stall.void(told.listing).expect("is taken back");
        assert_eq!(stall.marketed(), 1, "the other listing stands");
        stall.void(seen.listing).expect("is taken back");
        assert_eq!(stall.marketed(), 0);
        assert_eq!(code(stall.void(seen.listing)), "already-voided");
        stall.is_verified();
    }
);

on_both_engines!(a_listing_that_is_gone_was_a_service_and_is_looked_at_no_more, |fresh| {
    let stall = Stall::of(&fresh);
    let product = stall.add("Keripik balado");
    let told = stall.list_at(&stall.mentor, product, "shopee.co.id/a").expect("told");
    let again = stall.list_at(&stall.mentor, product, "https://shopee.co.id/a");
    assert_eq!(code(again), "listing-there");
    assert_eq!(code(stall.check(&stall.own(), told.listing, true)), "forbidden");
    stall.check(&stall.own(), told.listing, false).expect("its seller knows it is gone");
    assert_eq!(stall.marketed(), 1);
    assert_eq!(code(stall.check(&stall.mentor, told.listing, true)), "listing-gone");
    let elsewhere = stall.list_at(&stall.mentor, product, "https://tokopedia.com/a");
    assert_eq!(code(elsewhere), "listing-elsewhere");
    stall.is_verified();
});

on_both_engines!(only_the_member_and_officers_within_scope_touch_a_product, |fresh| {
    let stall = Stall::of(&fresh);
    let product = stall.add("Keripik balado");
    let change = |by: &Arc<Officer>| {
        let form = crisps("Keripik manis");
        code(stall.act(by, move |tx, house, asking| {
            products::change(tx, house, asking, product, &form)
                .and(Err::<(), _>(Problem::Refused(Code::Products(Refused::Published))))
        }))
    };
    assert_eq!(change(&Arc::new(Officer::resident(stall.neighbour))), "not-found");
    let elsewhere = stall.world.officer("jauh", "mentor", HOME.0, "31.74.01");
    assert_eq!(change(&elsewhere), "not-found");
    let leader = stall.world.officer("pimpinan", "executive", "", "");
    assert_eq!(change(&leader), "forbidden");
    assert_eq!(change(&stall.mentor), "published", "got as far as it could");
    assert_eq!(change(&stall.own()), "published", "got as far as it could");
});

on_both_engines!(
    nothing_stands_in_the_catalogue_without_consent_and_nothing_after_it_is_taken_off,
    |fresh| {
        let stall = Stall::of(&fresh);
        let product = stall.add("Keripik balado <b>");
        let mut visitor = Browser::new(&stall.world.app);
        let address = format!("/katalog/{product}");
        assert_eq!(code(stall.publish(product, Consent::default())), "no-consent");
        assert_eq!(visitor.get(&address).status, StatusCode::NOT_FOUND);
        assert!(!visitor.open("/katalog").contains("Keripik balado"));
        stall.publish(product, agreed()).expect("is shown");
        let page = visitor.open(&address);
        assert!(page.contains("https://wa.me/6281234567890"), "{page}");
        assert!(page.contains("Keripik balado &#60;b&#62;"), "{page}");
        assert!(page.contains("\"@type\":\"Product\"") && page.contains("\\u003cb\\u003e"));
        assert!(!page.contains("Warga Contoh"), "the seller's name is nobody's business");
        assert!(visitor.open("/katalog.csv").contains("15000 IDR"));
        let act = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
            products::take_off(tx, house, asking, product)
        };
        stall.act(&stall.own(), act).expect("is taken off");
        assert_eq!(visitor.get(&address).status, StatusCode::NOT_FOUND);
        assert!(!visitor.open("/katalog").contains("Keripik balado"));
        assert!(!visitor.open("/katalog.csv").contains("Keripik"));
        stall.is_verified();
    }
);

on_both_engines!(badges_come_from_the_permits_that_hold_today, |fresh| {
    let stall = Stall::of(&fresh);
    let product = stall.add("Keripik balado");
    stall.publish(product, agreed()).expect("is shown");
    let mut visitor = Browser::new(&stall.world.app);
    assert!(!visitor.open("/katalog").contains(">NIB<"));
    let (member, form) = (
        stall.member,
        LicenceForm {
            kind: "NIB".to_owned(),
            number: "1234567890123".to_owned(),
            issued_on: "2022-06-22".to_owned(),
            ..LicenceForm::default()
        },
    );
    let permit = stall.act(&stall.world.app.operator(), move |tx, house, asking| {
        licences::record(tx, house, asking, member, &form)
    });
    let permit = permit.expect("is recorded").event.licence;
    stall.world.pass(61);
    assert!(visitor.open("/katalog").contains(">NIB<"));
    assert!(visitor.open("/katalog?q=nib").contains("Keripik balado"));
    stall
        .act(&stall.world.app.operator(), move |tx, house, asking| {
            licences::void(tx, house, asking, permit, "salah orang")
        })
        .expect("is taken back");
    stall.world.pass(61);
    assert!(!visitor.open("/katalog").contains(">NIB<"));
});

on_both_engines!(the_catalogue_is_sought_and_read_page_by_page, |fresh| {
    let stall = Stall::of(&fresh);
    for n in 0..30 {
        let product = stall.add(&format!("Keripik nomor {n}."));
        stall.publish(product, agreed()).expect("is shown");
    }
    let mut visitor = Browser::new(&stall.world.app);
    let first = visitor.open("/katalog");
    assert!(first.contains("30 produk") && first.contains("nomor 29."));
    assert!(!first.contains("nomor 5."), "is on the second page");
    let (_, rest) = first.split_once("href=\"/katalog?setelah=").expect("leads on");
    let (after, _) = rest.split_once('"').expect("ends");
    let second = visitor.open(&format!("/katalog?setelah={after}"));
    assert!(second.contains("nomor 5.") && second.contains("nomor 0."));
    assert!(!second.contains("nomor 6."), "is on the first page");
    assert!(visitor.open("/katalog?q=NOMOR+17").contains("1 produk"));
    assert!(visitor.open("/katalog?kategori=craft").contains("0 produk"));
    assert!(visitor.open("/katalog?kecamatan=31.73.05&kategori=food").contains("30 produk"));
    assert!(visitor.open("/katalog?kecamatan=31.74.01").contains("0 produk"));
});

#[test]
fn a_first_view_of_a_full_page_weighs_less_than_45_kb_without_photos() {
    let fresh = Fresh::sqlite();
    let stall = Stall::of(&fresh);
    for n in 0..30 {
        let product = stall.add(&format!("Keripik singkong balado ukuran keluarga nomor {n}"));
        stall.publish(product, agreed()).expect("is shown");
    }
    let mut visitor = Browser::new(&stall.world.app);
    let weigh = |visitor: &mut Browser, path: &str| {
        let request = Request::get(path).header("accept-encoding", "br");
        let answer = visitor.request(request, Body::empty());
        assert_eq!(answer.header("content-encoding"), "br", "{path}");
        answer.bytes.len()
    };
    let page = visitor.open("/katalog");
    let (_, style) = page.split_once("rel=\"stylesheet\" href=\"").expect("has a style");
    let (style, _) = style.split_once('"').expect("ends");
    assert!(!page.contains("<script src"), "needs no script");
    let bytes = weigh(&mut visitor, "/katalog") + weigh(&mut visitor, style);
    assert!(bytes < 45_000, "{bytes} bytes");
}

/// A photo as the cleaning leaves it; what its pixels are matters to nobody here.
fn photo() -> CleanPicture {
    CleanPicture { jpeg: vec![0xff, 0xd8, 0xff, 0xd9], width: 64, height: 48 }
}

on_both_engines!(a_photo_is_for_everybody_only_while_its_product_is_shown, |fresh| {
    let stall = Stall::of(&fresh);
    let product = stall.add("Keripik balado");
    let mut files = Vec::new();
    for _ in 0..4 {
        let photo = photo();
        let done = stall.act(&stall.own(), move |tx, house, asking| {
            products::add_photo(tx, house, asking, product, &photo)
        });
        files.push(done.expect("is kept").event.file.file);
    }
    let fifth = photo();
    let full = stall.act(&stall.own(), move |tx, house, asking| {
        products::add_photo(tx, house, asking, product, &fifth)
    });
    assert_eq!(code(full), "photos-full");
    let mut visitor = Browser::new(&stall.world.app);
    let address = format!("/katalog/{product}/foto/{}", files[0]);
    assert_eq!(visitor.get(&address).status, StatusCode::NOT_FOUND);
    stall.publish(product, agreed()).expect("is shown");
    let answer = visitor.get(&address);
    assert_eq!((answer.status, answer.header("content-type")), (StatusCode::OK, "image/jpeg"));
    let page = visitor.open(&format!("/katalog/{product}"));
    assert!(page.contains("width=\"64\" height=\"48\"") && page.contains("loading=\"lazy\""));
    stall.is_verified();
});
