//! Why a referral's step was refused, and the way out.
use rules::capital::Refused;

pub(super) fn plain(code: Refused) -> (&'static str, &'static str) {
    match code {
        Refused::Step => (
            "Langkah ini tidak bisa sekarang. Muat ulang halaman dan lihat langkah terakhirnya",
            "This step is not possible now. Reload the page and look at its last step",
        ),
        Refused::Withdrawn => (
            "Warga sudah mencabut izinnya. Buat rujukan baru bila ia mau",
            "The resident withdrew consent. Make a new referral if they wish",
        ),
        Refused::Amount => (
            "Isi jumlah di atas nol, paling banyak 10 miliar rupiah",
            "Enter an amount above zero, 10 billion rupiah at most",
        ),
        Refused::OverApproved => (
            "Jumlah yang dicairkan lebih besar dari yang disetujui. Periksa angkanya",
            "More was paid out than approved. Check the amount",
        ),
        Refused::Day => (
            "Pilih hari ini atau sebelumnya, dan tidak sebelum langkah terakhir",
            "Choose today or earlier, and not before the last step",
        ),
        Refused::NoAnswer => (
            "Tidak ada jawaban bank yang bisa dibatalkan",
            "There is no answer of the bank to take back",
        ),
        Refused::NoSlikConsent => (
            "Warga tidak mengizinkan hasil SLIK dicatat",
            "The resident did not consent to a note on SLIK",
        ),
        Refused::NoBank => (
            "Akun ini belum diikat ke bank. Minta pengelola mengikatnya",
            "The account belongs to no bank yet. Ask an administrator to bind it",
        ),
    }
}
