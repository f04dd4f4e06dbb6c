//! What the page about a member's activity says.
use super::words;

words! {
    /// Texts of the page about whether a member still takes part.
    Activities {
        of_member: "Keaktifan: {name}" / "Activity: {name}",
        to_file: "Ke data orangnya" / "To the person's file",
        computed: "Aktif bila ditemui, dilayani, didata, atau hadir di kelas dalam {n} bulan terakhir." / "Active when met, served, measured or present in a class within the last {n} months.",
        ended_said: "Berakhir {date}: {reason}" / "Ended on {date}: {reason}",
        last_seen: "Terakhir terlihat" / "Last seen",
        never: "Belum pernah" / "Never",
        domicile: "Pemeriksaan domisili" / "Domicile check",
        overruled: "Keterangan petugas" / "An officer's word",
        saved: "Tersimpan." / "Saved.",
        check: "Periksa domisili" / "Check the domicile",
        result: "Hasil" / "Result",
        note: "Catatan (satu kalimat)" / "Note (one sentence)",
        checked_on: "Tanggal diperiksa" / "Day of the check",
        today_hint: "Kosong berarti hari ini" / "Empty means today",
        save_check: "Simpan hasil" / "Save the result",
        overrule: "Tetapkan aktif atau tidak" / "Say whether active",
        activity: "Menurut petugas" / "The officer says",
        reason: "Alasan" / "Reason",
        holds_from: "Sejak" / "Since",
        save_overrule: "Simpan keterangan" / "Save",
        suggested: "Hasil pemeriksaan menyarankan akhir kepesertaan: {reason}." / "The check suggests an end: {reason}.",
        end: "Akhiri kepesertaan" / "End the membership",
        end_hint: "Layanan yang sudah diterima tetap dihitung." / "Services that were received stay counted.",
        choose: "Pilih alasan" / "Choose a reason",
        ended_on: "Hari pertama tanpa kepesertaan" / "First day without membership",
        save_end: "Akhiri" / "End",
        resume: "Batalkan akhir kepesertaan" / "Take the end back",
        save_resume: "Lanjutkan kepesertaan" / "Go on with the membership",
    }
}
