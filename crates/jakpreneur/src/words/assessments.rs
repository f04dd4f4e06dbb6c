//! What the page about the needs of a business says.
use super::words;

words! {
    /// Texts of the page about what a business needs.
    Assessments {
        of_member: "Kebutuhan usaha: {name}" / "What the business needs: {name}",
        title: "Kebutuhan usaha" / "What the business needs",
        to_file: "Ke data orangnya" / "To the person's file",
        text: "Jawab yang Anda lihat atau dengar. Yang belum diketahui biarkan Tidak tahu. Jawaban terakhir sudah terisi." / "Answer what you see or hear. Leave what is not known at Unknown. The last answers are filled in.",
        none: "Kebutuhan usaha ini belum pernah dinilai." / "The needs of this business were never assessed.",
        advice: "Layanan yang disarankan" / "Services that would help",
        nothing: "Tidak ada jawaban Tidak, jadi tidak ada layanan yang disarankan." / "Nothing was answered by no, so no service is advised.",
        because: "Karena:" / "Because:",
        had_before: "pernah diterima" / "had before",
        binds_nobody: "Saran saja. Setiap layanan tetap terbuka untuk semua orang." / "Advice only. Every service stays open to everybody.",
        groups: "Enam sisi usaha" / "Six sides of the business",
        group: "Sisi usaha" / "Side",
        of_known: "{yes} dari {known}" / "{yes} of {known}",
        unknown: "belum diketahui" / "not known",
        better: "Membaik" / "Better",
        worse: "Memburuk" / "Worse",
        assess: "Nilai kebutuhan" / "Assess the needs",
        assessed_on: "Tanggal penilaian" / "Day of the assessment",
        button: "Simpan penilaian" / "Save the assessment",
        saved: "Penilaian tersimpan." / "The assessment is saved.",
        advised_short: "Kebutuhan dinilai {day}. Disarankan: {stages}." / "Needs assessed on {day}. Advised: {stages}.",
        nothing_short: "Kebutuhan dinilai {day}. Tidak ada saran." / "Needs assessed on {day}. Nothing is advised.",
    }
}
