//! Both engines have the same tables, columns and keys.
#![expect(clippy::expect_used, reason = "tests fail by panicking")]
use db::Table;
use testkit::Fresh;

fn tables(fresh: &Fresh) -> Vec<Table> {
    let db = db::Db::<()>::open(&fresh.address, &db::Options::default(), ()).expect("opens");
    db.look(db::schema).expect("described")
}

/// What SQLite keeps a type of PostgreSQL as.
fn kept_as(kind: &str) -> &str {
    match kind {
        "int2" | "int8" | "date" | "timestamptz" => "integer",
        "uuid" | "bytea" => "blob",
        other => other,
    }
}

#[test]
fn the_schemas_are_the_same_column_by_column() {
    let Some(postgres) = Fresh::postgres() else { return };
    let sqlite = Fresh::sqlite();
    let mut expected = tables(&postgres);
    for column in expected.iter_mut().flat_map(|table| &mut table.columns) {
        column.kind = kept_as(&column.kind).to_owned();
    }
    let found = tables(&sqlite);
    let names = |tables: &[Table]| tables.iter().map(|it| it.name.clone()).collect::<Vec<_>>();
    assert_eq!(names(&found), names(&expected));
    for (found, expected) in found.iter().zip(&expected) {
        assert_eq!(found, expected);
    }
}
