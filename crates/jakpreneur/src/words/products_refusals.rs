//! Why something about products was refused, and the way out.
use rules::marketing::Refused;

pub(super) fn plain(code: Refused) -> (&'static str, &'static str) {
    match code {
        Refused::Price => (
            "Isi harga di atas nol, paling tinggi Rp1.000.000.000",
            "Enter a price above zero, at most Rp1,000,000,000",
        ),
        Refused::NoConsent => (
            "Centang persetujuan agar produk boleh ditampilkan",
            "Tick the consent so that the product may be shown",
        ),
        Refused::Published => {
            ("Produk ini sudah ada di katalog", "The product is in the catalogue already")
        }
        Refused::NotPublished => {
            ("Produk ini tidak ada di katalog", "The product is not in the catalogue")
        }
        Refused::PhotosFull => {
            ("Sudah ada empat foto, lebih tidak bisa", "There are four photos, no more are kept")
        }
        Refused::ListingAddress => (
            "Salin alamat halaman produk, diawali https://",
            "Copy the address of the product's page, beginning with https://",
        ),
        Refused::ListingElsewhere => (
            "Alamat ini bukan dari lokapasar yang dipilih. Pilih yang sesuai",
            "The address is not of that marketplace. Choose the right one",
        ),
        Refused::ListingThere => {
            ("Alamat ini sudah dicatat untuk produk ini", "This address is recorded already")
        }
        Refused::ListingGone => (
            "Produk sudah tidak ada di sana. Catat lagi bila dijual kembali",
            "It is gone from there. Record it again where it is sold once more",
        ),
        Refused::BeforeListing => (
            "Tanggal ini sebelum produk mulai dijual di sana",
            "That day is before it was sold there",
        ),
    }
}
