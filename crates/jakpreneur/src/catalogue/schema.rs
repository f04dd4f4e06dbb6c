//! A product in the words of schema.org, as a block of data that no browser runs.
use super::Item;
use serde_json::{Value, json};

/// The block.
pub(super) fn product(item: &Item, public: &str) -> String {
    let (row, told) = (&item.shown.row, &item.shown.told);
    let address = format!("{public}/katalog/{}", row.id);
    let images: Vec<Value> =
        item.shown.photos.iter().map(|it| json!(format!("{address}/foto/{}", it.file))).collect();
    let badges = item.badges.iter().map(|it| {
        json!({
            "@type": "Certification", "name": it.label()
        })
    });
    let block = json!({
        "@context": "https://schema.org",
        "@type": "Product",
        "name": told.name,
        "description": told.text,
        "category": row.category.label_id(),
        "image": images,
        "url": address,
        "hasCertification": badges.collect::<Vec<_>>(),
        "offers": {
            "@type": "Offer",
            "price": row.price.0,
            "priceCurrency": "IDR",
            "availability": "https://schema.org/InStock",
            "areaServed": item.place,
            "url": address,
        },
    });
    escaped(&block)
}

/// Within a page: what could end the block early is written as an escape.
fn escaped(block: &Value) -> String {
    let escape = |c: char| match c {
        '<' => "\\u003c".to_owned(),
        '>' => "\\u003e".to_owned(),
        '&' => "\\u0026".to_owned(),
        other => other.to_string(),
    };
    block.to_string().chars().map(escape).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_name_ends_the_block_early_and_readers_get_it_back() {
        let block = json!({ "name": "</script><b>Keripik & \"Tempe\"</b>", "price": 15_000 });
        let written = escaped(&block);
        assert!(!written.contains(['<', '>', '&']), "{written}");
        let read: Value = serde_json::from_str(&written).unwrap_or_default();
        assert_eq!(read, block);
    }
}
