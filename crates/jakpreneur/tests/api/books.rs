//! The books of a member over the API: read only while the member consents, and only within scope.
use crate::{
    attendance,
    world::{NIK, World},
};
use jakpreneur::{
    House, Problem,
    books::{self, EntryForm},
    journal::{Asking, Change},
    staff::Officer,
};
use rules::{ActId, MemberId, growth::Month};
use serde_json::{Value, json};
use std::sync::Arc;
use testkit::on_both_engines;

/// A member who keeps books.
struct Keeper<'w> {
    world: &'w World,
    member: MemberId,
}

impl Keeper<'_> {
    fn asking(&self) -> Asking {
        Asking {
            officer: Arc::new(Officer::resident(self.member)),
            at: self.world.app.house.now(),
            made_at: None,
            act_id: ActId(testkit::id()),
            asked: None,
        }
    }

    fn act<T: Send + 'static>(
        &self,
        act: impl FnOnce(&mut Change<'_>, &House, &Asking) -> Result<T, Problem> + Send + 'static,
    ) -> T {
        let asking = self.asking();
        let done = self.world.app.change_now(move |tx, house| act(tx, house, &asking));
        done.expect("is done")
    }

    fn enter(&self, on: &str, kind: &str, amount: &str) -> rules::BookEntryId {
        let form = EntryForm {
            kind: kind.to_owned(),
            amount: amount.to_owned(),
            occurred_on: on.to_owned(),
            ..EntryForm::default()
        };
        self.act(move |tx, house, asking| books::enter(tx, house, asking, &form)).event.entry
    }

    fn path(&self, what: &str) -> String {
        format!("/api/v1/books/{}/{what}", self.member)
    }
}

fn keeper<'w>(world: &'w World, token: &str) -> Keeper<'w> {
    let id = world.registered(token, NIK, "ppkukm");
    Keeper { world, member: id.parse().expect("an id") }
}

fn month(raw: &str) -> Month {
    Month::parse_officer(raw).expect("a month")
}

on_both_engines!(books_are_read_by_who_may_while_the_member_consents_and_no_longer, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let keeper = keeper(&world, &token);
    keeper.enter("2022-03-05", "sale", "125000");
    let slip = keeper.enter("2022-03-06", "sale", "9000000");
    let (entries, statements) =
        (keeper.path("entries"), keeper.path("statements?from=2022-03&to=2022-03"));
    for path in [&entries, &statements] {
        assert_eq!(world.get(path, &token).problem(), (404, "not-found".to_owned()), "{path}");
    }
    keeper.act(|tx, _, asking| books::consent(tx, asking));
    keeper.act(move |tx, house, asking| books::reverse(tx, house, asking, slip, "salah ketik"));
    let read = world.get(&entries, &token).json();
    assert_eq!((read["total"].as_u64(), read["next"].clone()), (Some(3), Value::Null));
    let items = read["items"].as_array().expect("items");
    assert_eq!(items[0]["amount"], json!(125_000));
    assert_eq!(items[0]["debit"], json!("1.1"));
    assert_eq!(items[2]["reverses"], items[1]["id"], "what is taken back stays");
    let far = world.token("mentor", "ppkukm", "31.74.01");
    let other = world.token("mentor", "ppapp", "31.73.05");
    let near = world.token("mentor", "ppkukm", "31.73.05");
    let auditor = world.token("auditor", "", "");
    for path in [&entries, &statements] {
        assert_eq!(world.get(path, &far).problem().0, 404, "consent reaches no further than scope");
        assert_eq!(world.get(path, &other).problem().0, 404);
        assert_eq!(world.get(path, &auditor).problem(), (403, "forbidden".to_owned()));
        assert_eq!(world.get(path, &near).status, 200);
        assert_eq!(world.get(path, "jp_wrong").problem().0, 401);
    }
    keeper.act(|tx, _, asking| books::revoke(tx, asking));
    for path in [&entries, &statements] {
        assert_eq!(world.get(path, &near).problem().0, 404, "at once");
    }
});

on_both_engines!(statements_say_what_is_closed_and_balance, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let keeper = keeper(&world, &token);
    keeper.enter("2022-03-01", "owner_in", "2000000");
    keeper.enter("2022-03-05", "sale", "125000");
    keeper.enter("2022-04-02", "sale", "75000");
    keeper.act(|tx, _, asking| books::consent(tx, asking));
    let told = |query: &str| world.get(&keeper.path(&format!("statements?{query}")), &token).json();
    assert_eq!(told("from=2022-03&to=2022-03")["is_closed"], json!(false));
    keeper.act(|tx, house, asking| books::close(tx, house, asking, month("2022-03")));
    let march = told("from=2022-03&to=2022-03");
    assert_eq!((&march["is_closed"], &march["result"]), (&json!(true), &json!(125_000)));
    let whole = |of: &Value, name: &str| of[name].as_i64().expect("a number");
    for told in [&march, &told("from=2022-03&to=2022-04"), &told("from=2022-04&to=2022-04")] {
        let owed = whole(told, "total_liabilities") + whole(told, "total_equity");
        assert_eq!(whole(told, "total_assets"), owed);
        let flows = told["cash_flows"].as_array().expect("flows").iter();
        let moved: i64 = flows.map(|it| whole(it, "inflow") - whole(it, "outflow")).sum();
        assert_eq!(whole(told, "closing_cash"), whole(told, "opening_cash") + moved);
        assert_eq!(told["finance_classes"], json!([]));
    }
    keeper.act(|tx, house, asking| {
        books::reopen(tx, house, asking, month("2022-03"), "ada nota tertinggal")
    });
    assert_eq!(told("from=2022-03&to=2022-03")["is_closed"], json!(false));
    let wrong = |query: &str| world.get(&keeper.path(&format!("statements?{query}")), &token);
    assert_eq!(wrong("from=2022-05&to=2022-03").problem(), (409, "no-period".to_owned()));
    assert_eq!(wrong("from=Mei").wrong(), [("from".to_owned(), "month".to_owned())]);
});

on_both_engines!(entries_come_in_pages_without_a_gap, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let keeper = keeper(&world, &token);
    let made: Vec<String> = (1..=7)
        .map(|n| keeper.enter("2022-03-05", "sale", &(n * 1000).to_string()).to_string())
        .collect();
    keeper.act(|tx, _, asking| books::consent(tx, asking));
    let (mut seen, mut after) = (Vec::new(), 0);
    loop {
        let page =
            world.get(&keeper.path(&format!("entries?limit=3&after={after}")), &token).json();
        let items = page["items"].as_array().expect("items").clone();
        seen.extend(items.iter().map(|it| it["id"].as_str().expect("an id").to_owned()));
        match page["next"].as_i64() {
            Some(next) => after = next,
            None => break,
        }
    }
    assert_eq!(seen, made);
    let wrong = world.get(&keeper.path("entries?limit=0"), &token).wrong();
    assert_eq!(wrong, [("limit".to_owned(), "number".to_owned())]);
});

/// What the statements of a member's books say of classes, once somebody finished one about a trade.
fn classes_beside_books(world: &World, token: &str, trade: &str) -> (Value, Value) {
    let (class, member) = attendance::held_about(world, token, trade);
    let keeper = Keeper { world, member: member.parse().expect("an id") };
    keeper.act(|tx, _, asking| books::consent(tx, asking));
    let marks = json!({"marks": [{"nik": NIK}]});
    world.post(&format!("/api/v1/sessions/{class}-1/attendance"), token, &marks);
    let told = || world.get(&keeper.path("statements"), token).json()["finance_classes"].clone();
    assert_eq!(told(), json!([]), "who was there has not finished yet");
    let post = |what: &str, body: &Value| {
        let answer = world.post(&format!("/api/v1/classes/{class}/{what}"), token, body);
        assert_eq!(answer.status, 200, "{}", answer.text);
    };
    post("finish", &json!({}));
    let finished = told();
    post("reopen", &json!({"reason": "salah catat"}));
    (finished, told())
}

on_both_engines!(a_finished_class_about_finance_stands_beside_the_books, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    let (finished, reopened) = classes_beside_books(&world, &token, "pembukuan");
    assert_eq!(finished[0]["title"], "Kue kering", "{finished}");
    assert_eq!(finished[0]["last_on"], "2022-06-22");
    assert_eq!((finished.as_array().map(Vec::len), reopened), (Some(1), json!([])));
});

on_both_engines!(a_finished_class_about_something_else_does_not, |fresh| {
    let world = World::new(&fresh);
    let token = world.administrator();
    assert_eq!(classes_beside_books(&world, &token, "kuliner"), (json!([]), json!([])));
});
