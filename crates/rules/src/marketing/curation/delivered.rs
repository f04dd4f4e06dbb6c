//! The criteria and grades that a round is offered with, as delivered; the operator adds others from a day on.
//!
//! Quality and completeness of permits (dinsos.jakarta.go.id), taste, packaging, hygiene and photo
//! (antaranews 3712092); grades A to D, of which A and B are shown first (beritajakarta 69969).

use jiff::civil::{Date, date};

/// The first day of what is delivered: the programme began in that year.
pub const DELIVERED_FROM: Date = date(2017, 1, 1);

/// Code, name, name in English, weight; in the order of the form.
pub const CRITERIA: [(&str, &str, &str, i16); 5] = [
    ("quality", "Mutu dan rasa", "Quality and taste", 30),
    ("packaging", "Kemasan", "Packaging", 20),
    ("hygiene", "Kebersihan", "Hygiene", 20),
    ("permits", "Kelengkapan izin", "Completeness of permits", 20),
    ("photo", "Foto produk", "Product photo", 10),
];

/// Name, the least weighted score, and whether it is a passed curation.
pub const GRADES: [(&str, i16, bool); 4] =
    [("A", 85, true), ("B", 70, true), ("C", 55, false), ("D", 0, false)];
