//! Why something about a partner was refused, and the way out.
use rules::partners::Refused;

pub(super) fn plain(code: Refused) -> (&'static str, &'static str) {
    match code {
        Refused::There => (
            "Mitra ini sudah dicatat. Buka halamannya, lalu tambahkan perjanjiannya",
            "This partner is kept already. Open its page and add the agreement",
        ),
        Refused::Period => (
            "Hari terakhir perjanjian harus setelah hari pertamanya",
            "An agreement ends after it begins",
        ),
        Refused::Gives => (
            "Pilih paling sedikit satu yang diberikan mitra",
            "Choose one thing at least that the partner gives",
        ),
        Refused::PartThere => {
            ("Mitra ini sudah tercatat ikut di situ", "The partner is recorded there already")
        }
        Refused::PartGone => {
            ("Mitra ini tidak tercatat ikut di situ", "The partner is not recorded there")
        }
    }
}
