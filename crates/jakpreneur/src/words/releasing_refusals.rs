//! Why something about released reports was refused, and the way out.
use crate::ReleasingCode;

pub(super) fn plain(code: ReleasingCode) -> (&'static str, &'static str) {
    match code {
        ReleasingCode::Unknown => (
            "Tidak ada rilis dengan nomor ini dalam cakupan Anda. Salin nomornya dari daftar rilis",
            "There is no release of this number within your scope. Copy the number from the list",
        ),
        ReleasingCode::OtherQuestion => (
            "Rilis itu menjawab pertanyaan lain. Pakai tanggal, cakupan, dan skema yang sama",
            "That release answers another question. Use the same day, scope and scheme",
        ),
        ReleasingCode::KnownLess => (
            "Rilis itu mengetahui lebih banyak catatan. Kosongkan nomor catatan",
            "That release knew more entries. Leave the entry number empty",
        ),
        ReleasingCode::RestatedAlready => (
            "Rilis ini sudah diralat. Ralat rilis penggantinya",
            "This release was restated already. Restate the one in its place",
        ),
        ReleasingCode::Nothing => (
            "Tidak ada yang bisa dirilis. Ubah cakupan atau tanggalnya",
            "There is nothing to release. Change the scope or the day",
        ),
        ReleasingCode::NoLine => (
            "Rilis ini tidak punya baris itu. Pilih barisnya dari daftar",
            "This release has no such line. Choose the line from the list",
        ),
        ReleasingCode::PartsDiffer => (
            "Jumlah sebab tidak sama dengan selisihnya: angka rilis dikurangi angka luar",
            "The reasons do not add up to the difference: the release's figure less the other one",
        ),
        ReleasingCode::Changed => (
            "Isi rilis ini tidak lagi sama dengan saat dirilis. Jangan dipakai, dan laporkan ke pengelola",
            "This release is no longer what was released. Do not use it, and tell the administrator",
        ),
    }
}
