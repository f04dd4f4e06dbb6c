//! Why something about mentoring was refused, and the way out.
use crate::MentoringCode;

pub(super) fn plain(code: MentoringCode) -> (&'static str, &'static str) {
    match code {
        MentoringCode::PhotosFull => {
            ("Sudah ada tiga foto pada kunjungan ini", "This visit has three photos already")
        }
        MentoringCode::OfferedAlready => (
            "Orang ini sudah dibina pendamping itu, atau sedang ditawarkan. Tunggu jawabannya",
            "This person is that mentor's already, or is being offered. Wait for the answer",
        ),
        MentoringCode::Answered => (
            "Penyerahan ini sudah dijawab. Muat ulang halamannya",
            "This offer was answered already. Load the page again",
        ),
        MentoringCode::NobodyToShare => (
            "Tidak ada yang bisa dibagi: semua sudah punya pendamping, atau belum ada pendamping di wilayahnya",
            "There is nobody to share out: everybody has a mentor, or no mentor is in their area",
        ),
        MentoringCode::EndedAlready => (
            "Kepesertaan ini sudah berakhir. Batalkan dulu bila alasannya keliru",
            "This membership ended already. Take that back first if the reason is wrong",
        ),
        MentoringCode::NotEnded => (
            "Kepesertaan ini belum berakhir. Muat ulang halamannya",
            "This membership has not ended. Load the page again",
        ),
        MentoringCode::NoTerm => (
            "Masa tugas pendamping ini tidak berjalan hari ini di wilayah dan OPD orang itu. Perpanjang dulu masa tugasnya",
            "This mentor has no term that runs today for the person's area and agency. Renew the term first",
        ),
        MentoringCode::TermEndsFirst => {
            ("Hari terakhir lebih awal daripada hari pertama", "The last day is before the first")
        }
        MentoringCode::TermLong => (
            "Masa tugas paling lama lima tahun. Perpanjang bila sudah dekat",
            "A term lasts five years at most. Renew it when it is near its end",
        ),
        MentoringCode::TermOverlaps => (
            "Sebagian harinya sudah masuk masa tugas lain pendamping ini. Mulai sehari setelahnya",
            "Some of its days are in another term of this mentor. Begin the day after that",
        ),
        MentoringCode::NotInTerm => {
            ("Tanggal ini di luar masa tugas", "This day is not within the term")
        }
        MentoringCode::TermEnded => (
            "Masa tugas ini sudah diakhiri. Muat ulang halamannya",
            "This term was ended already. Load the page again",
        ),
    }
}
