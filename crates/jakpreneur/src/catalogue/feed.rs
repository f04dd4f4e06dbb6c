//! The catalogue as a file for marketplaces: a row a product.
use super::{Item, Shelf};
use crate::products::Contact;
use documents::{
    table::Format,
    write::{Column, Formulas, Kind, Sheet, Unwritable, Value},
};
use jiff::civil::DateTime;
use std::io::Cursor;

/// The columns by the names that product feeds of marketplaces use.
const COLUMNS: [(&str, Kind); 11] = [
    ("id", Kind::Text),
    ("title", Kind::Text),
    ("description", Kind::Text),
    ("link", Kind::Text),
    ("image_link", Kind::Text),
    ("availability", Kind::Text),
    ("price", Kind::Text),
    ("product_type", Kind::Text),
    ("kecamatan", Kind::Text),
    ("certificates", Kind::Text),
    ("contact", Kind::Text),
];

/// The file's bytes; addresses begin with where the public reaches this server.
pub fn feed(shelf: &Shelf, public: &str, made_at: DateTime) -> Result<Vec<u8>, Unwritable> {
    let columns = COLUMNS.map(|(name, kind)| Column::new(name, kind)).into();
    let name = "katalog".to_owned();
    let sheet = Sheet { name, columns, made_at, formulas: Formulas::Disarmed };
    let mut out = sheet.start(Cursor::new(Vec::new()), Format::Csv)?;
    for item in &shelf.items {
        out.row(&row(item, public))?;
    }
    Ok(out.finish()?.into_inner())
}

fn row(item: &Item, public: &str) -> [Value; 11] {
    let text = |text: &str| Value::Text(text.to_owned());
    let (row, told) = (&item.shown.row, &item.shown.told);
    let photo = item.photo().map(|(file, _, _)| format!("{public}/katalog/{}/foto/{file}", row.id));
    let badges: Vec<&str> = item.badges.iter().map(|it| it.label()).collect();
    let contact = match &item.shown.contact {
        Contact::None => None,
        Contact::Words(words) => Some(words.clone()),
        Contact::Whatsapp(_) => item.shown.contact.link(),
    };
    [
        text(&row.id.to_string()),
        text(&told.name),
        text(&told.text),
        text(&format!("{public}/katalog/{}", row.id)),
        photo.map_or(Value::Empty, Value::Text),
        text("in stock"),
        text(&format!("{} IDR", row.price.0)),
        text(row.category.label_id()),
        text(&item.place),
        text(&badges.join(", ")),
        contact.map_or(Value::Empty, Value::Text),
    ]
}
