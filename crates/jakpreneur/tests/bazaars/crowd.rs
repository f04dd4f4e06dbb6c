//! West Jakarta in 2022 (S4): two hundred reached marketing, by listings that were seen and by selling at a bazaar.
use crate::market::{DAY, Market, form, own};
use jakpreneur::{
    House,
    bazaars::BazaarForm,
    journal::{Asking, Change},
    products::{self, ListingForm, ProductForm},
    verify::verify,
};
use rules::{MemberId, bazaar::Holding};
use testkit::on_both_engines;

/// Whose listing an officer found.
const LISTED: u32 = 120;
/// Who sold at the bazaar; twenty of them are listed too.
const SOLD: u32 = 100;
const BOTH: u32 = 20;

/// The member tells of a shop at a marketplace; an officer looks for it, or nobody does.
fn lists(market: &Market, member: MemberId, is_looked_for: bool) {
    let product = ProductForm {
        name: "Keripik".to_owned(),
        text: "Renyah".to_owned(),
        category: "food".to_owned(),
        price: "15000".to_owned(),
    };
    let add = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
        products::add(tx, house, asking, member, &product)
    };
    let product = market.act(&own(member), add).expect("adds").event.product;
    let listing = ListingForm {
        marketplace: "shopee".to_owned(),
        address: "https://shopee.co.id/keripik".to_owned(),
        listed_on: String::new(),
    };
    let list = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
        products::list_at(tx, house, asking, product, &listing)
    };
    let listing = market.act(&own(member), list).expect("lists").event.listing;
    let check = move |tx: &mut Change<'_>, house: &House, asking: &Asking| {
        products::check(tx, house, asking, listing, true)
    };
    if is_looked_for {
        market.act(&market.head, check).expect("was found");
    }
}

on_both_engines!(two_hundred_reach_marketing_by_listings_and_by_selling_at_a_bazaar, |fresh| {
    let market = Market::of(&fresh);
    let many = LISTED + SOLD - BOTH;
    let members: Vec<MemberId> = (0..many + 30).map(|number| market.member(number)).collect();
    let (reaching, others) = members.split_at(many as usize);
    for member in &reaching[..LISTED as usize] {
        lists(&market, *member, true);
    }
    for member in &others[..10] {
        lists(&market, *member, false);
    }
    assert_eq!(
        market.marketed(),
        u64::from(LISTED),
        "a listing nobody looked for counts for nothing"
    );

    let hundred_stands = BazaarForm {
        first_on: "2022-06-24".to_owned(),
        last_on: "2022-06-24".to_owned(),
        closes_on: "2022-06-22".to_owned(),
        tents: "60".to_owned(),
        ..form()
    };
    let id = market.announce(hundred_stands).expect("announces");
    let sellers = &reaching[(LISTED - BOTH) as usize..];
    assert_eq!(sellers.len(), SOLD as usize);
    let stands: Vec<_> = sellers
        .iter()
        .chain(&others[10..30])
        .map(|member| market.ask_own(id, *member).expect("asks"))
        .collect();
    market.world.pass(2 * DAY);
    market.draw(id).expect("draws");
    let has_stand = |it: &jakpreneur::bazaars::Standing| it.holding == Some(Holding::Stand);
    assert_eq!(market.standings(id).iter().filter(|it| has_stand(it)).count(), 120);
    for (turn, stand) in stands.iter().enumerate() {
        let sold = if turn < SOLD as usize { "150000" } else { "" };
        market.tell(&market.head, (id, *stand), "2022-06-24", ("yes", sold)).expect("tells");
    }
    assert_eq!(market.marketed(), 200, "each person once, whichever way");
    verify(&market.world.app, &mut |_, _, _| {}).expect("verifies");
});
