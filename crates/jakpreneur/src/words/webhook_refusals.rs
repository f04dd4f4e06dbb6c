//! Why a partner system is not told, and the way out.
use rules::webhook::Refused;

pub(super) fn plain(no: Refused) -> (&'static str, &'static str) {
    match no {
        Refused::Address => (
            "Alamat ini tidak bisa dibaca. Tulis seperti https://mitra.example/ok",
            "The address cannot be read. Write it like https://partner.example/ok",
        ),
        Refused::NotHttps => {
            ("Alamat harus dimulai dengan https://", "The address must begin with https://")
        }
        Refused::Private => (
            "Alamat ini di jaringan dalam. Minta pengelola server mengizinkannya",
            "The address is inside our own network. Ask who runs the server to allow it",
        ),
        Refused::Kind => (
            "Tulis jenis seperti member.register atau member.*, dipisah spasi",
            "Write kinds like member.register or member.*, parted by spaces",
        ),
    }
}
