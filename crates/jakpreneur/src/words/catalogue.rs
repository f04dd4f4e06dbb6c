//! What the catalogue says to everybody.
use super::words;

words! {
    /// Texts of the catalogue.
    Catalogue {
        title: "Katalog produk" / "Product catalogue",
        lead: "Produk peserta Jakpreneur, langsung dari yang membuatnya." / "Products of Jakpreneur members, from those who make them.",
        search: "Cari produk" / "Search products",
        category: "Kategori" / "Category",
        place: "Kecamatan" / "Kecamatan",
        all_categories: "Semua kategori" / "All categories",
        all_places: "Semua kecamatan" / "All kecamatan",
        show: "Tampilkan" / "Show",
        found: "{n} produk" / "{n} products",
        nothing: "Tidak ada produk seperti ini." / "There is no such product.",
        all: "Lihat semua produk" / "See all products",
        pages: "Halaman" / "Pages",
        first_page: "Halaman pertama" / "First page",
        next: "Berikutnya" / "Next",
        about: "Penjual setuju produknya ditampilkan. Lencana berasal dari izin yang berlaku hari ini." / "Sellers agreed to be shown. Badges come from the permits that hold today.",
        as_file: "Unduh katalog (CSV)" / "Download the catalogue (CSV)",
        back: "Kembali ke katalog" / "Back to the catalogue",
        badges_about: "Dari izin penjual yang berlaku hari ini." / "From the seller's permits that hold today.",
        photo: "Foto {n}: {name}" / "Photo {n}: {name}",
        contact: "Hubungi penjual" / "Reach the seller",
        whatsapp: "Kirim WhatsApp" / "Write on WhatsApp",
        no_contact: "Penjual tidak menampilkan kontak." / "The seller shows no contact.",
        sold_at: "Dijual juga di" / "Also sold at",
    }
}
