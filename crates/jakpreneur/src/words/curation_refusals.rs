//! Why something about curation was refused, and the way out.
use rules::marketing::curation::Refused;

pub(super) fn plain(code: Refused) -> (&'static str, &'static str) {
    match code {
        Refused::RoundClosed => (
            "Putaran kurasi ini tidak menerima produk hari ini. Tunggu putaran berikutnya",
            "This round takes no products today. Wait for the next one",
        ),
        Refused::OutOfTurn => (
            "Langkah ini tidak bisa sekarang. Muat ulang halaman dan lihat langkah terakhirnya",
            "This step is not possible now. Reload the page and look at its last step",
        ),
        Refused::SamePerson => (
            "Anda yang memverifikasi produk ini. Minta orang lain mengesahkannya",
            "You verified this product. Somebody else must validate it",
        ),
        Refused::Criteria => (
            "Setiap kriteria perlu satu nilai, dan setiap putaran perlu kriteria dengan bobot",
            "Each criterion needs one score, and each round needs criteria with a weight",
        ),
        Refused::Score => ("Isi nilai 0 sampai 100", "Enter a score from 0 to 100"),
        Refused::Grades => (
            "Setiap nilai 0 sampai 100 perlu tepat satu grade, mulai dari 0",
            "Every score from 0 to 100 needs one grade, beginning at 0",
        ),
        Refused::NotForRound => (
            "Putaran ini untuk OPD atau wilayah lain. Pilih putaran di wilayah peserta",
            "This round is for another agency or area. Choose one for the member's area",
        ),
        Refused::AlreadyEntered => (
            "Produk ini sudah ikut kurasi. Setelah dinilai, ia bisa ikut putaran berikutnya",
            "This product is in a round already. Once graded it may be entered into the next one",
        ),
        Refused::Day => (
            "Pilih hari ini atau sesudahnya; produk dinilai mulai hari jadwalnya",
            "Choose today or later; a product is graded from its scheduled day on",
        ),
    }
}
