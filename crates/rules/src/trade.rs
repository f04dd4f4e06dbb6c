//! The trades that classes are about, as delivered; the operator may add more.

use crate::BusinessType::{self, Fesyen, Jasa, Kerajinan, Kuliner, Lainnya};
use crate::Date;
use jiff::civil::date;

/// Code, name in Indonesian and English, and the kind of business it serves.
pub const SEED: [(&str, &str, &str, BusinessType); 18] = [
    ("kuliner", "Kuliner", "Food and drink", Kuliner),
    ("makanan-ringan", "Makanan ringan", "Snacks", Kuliner),
    ("kue-roti", "Kue dan roti", "Cakes and bread", Kuliner),
    ("minuman", "Minuman", "Drinks", Kuliner),
    ("olahan-ikan", "Olahan ikan", "Fish products", Kuliner),
    ("kriya", "Kriya", "Crafts", Kerajinan),
    ("furnitur-kayu", "Furnitur kayu", "Wooden furniture", Kerajinan),
    ("daur-ulang", "Daur ulang", "Recycling", Kerajinan),
    ("fesyen", "Fesyen", "Fashion", Fesyen),
    ("pakaian-jadi", "Pakaian jadi", "Apparel", Fesyen),
    ("batik", "Batik", "Batik", Fesyen),
    ("servis-ac", "Servis AC", "Air conditioner service", Jasa),
    ("bengkel-motor", "Bengkel motor", "Motorcycle repair", Jasa),
    ("tata-rias", "Tata rias", "Make-up and hairdressing", Jasa),
    ("barber", "Pangkas rambut", "Barber", Jasa),
    ("pemasaran-digital", "Pemasaran digital", "Digital marketing", Lainnya),
    ("pembukuan", "Pembukuan", "Bookkeeping", Lainnya),
    ("kewirausahaan", "Dasar kewirausahaan", "Basics of entrepreneurship", Lainnya),
];

/// Trades whose classes are about finance, and since when; the operator may mark more.
pub const FINANCE: [(&str, Date); 1] = [("pembukuan", date(2017, 1, 1))];
