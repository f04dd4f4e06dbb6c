//! Why the books said no, and the way out.
use rules::books::Refused;

pub(super) fn plain(code: Refused) -> (&'static str, &'static str) {
    match code {
        Refused::NotPositive => ("Isi jumlah di atas nol", "Enter an amount above zero"),
        Refused::TooLarge => (
            "Jumlah ini terlalu besar untuk usaha mikro. Periksa angka nolnya",
            "The amount is too large for a micro business. Check the noughts",
        ),
        Refused::InFuture => (
            "Hari ini belum tiba. Pilih hari ini atau sebelumnya",
            "That day has not come. Choose today or earlier",
        ),
        Refused::TooLongAgo => {
            ("Pilih tanggal mulai tahun 2000", "Choose a day from the year 2000 on")
        }
        Refused::MonthClosed => (
            "Bulan ini sudah ditutup. Pilih bulan yang terbuka, atau buka lagi bulan itu dengan alasan",
            "The month is closed. Choose an open one, or open it again with a reason",
        ),
        Refused::NoSuchEntry => {
            ("Catatan ini tidak ada di buku Anda", "There is no such entry in your books")
        }
        Refused::AlreadyReversed => {
            ("Catatan ini sudah dikoreksi", "This entry was taken back already")
        }
        Refused::ReversalOfReversal => (
            "Koreksi tidak bisa dikoreksi. Buat catatan baru",
            "A correction cannot be taken back. Make a new entry",
        ),
        Refused::BeforeEntry => (
            "Tanggal koreksi sebelum tanggal catatannya",
            "The correction is before the entry it takes back",
        ),
        Refused::MonthNotOver => (
            "Bulan ini belum selesai. Tutup setelah hari terakhirnya",
            "The month is not over. Close it after its last day",
        ),
        Refused::MonthEmpty => (
            "Tidak ada catatan pada waktu ini. Catat dulu uang masuk atau keluar",
            "There is no entry in this time. Enter money in or out first",
        ),
        Refused::EarlierOpen => (
            "Bulan sebelumnya masih terbuka. Tutup bulan itu dulu",
            "An earlier month is still open. Close that one first",
        ),
        Refused::NotLastClosed => (
            "Hanya bulan yang terakhir ditutup yang bisa dibuka lagi",
            "Only the month closed last can be opened again",
        ),
        Refused::NoPeriod => (
            "Pilih bulan awal yang tidak setelah bulan akhir, paling lama sepuluh tahun",
            "Choose a first month not after the last, and ten years at most",
        ),
        Refused::PeriodOpen => (
            "Sebagian waktu ini belum ditutup. Tutup bulannya dulu, lalu simpan laporan",
            "Part of this time is open. Close its months first, then keep the report",
        ),
    }
}
