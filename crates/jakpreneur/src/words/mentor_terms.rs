//! What the pages about terms of mentors, and about who needs a mentor, say.
use super::words;

words! {
    /// Texts of the pages about terms and about who needs a mentor.
    MentorTerms {
        of_mentor: "Masa tugas {name}" / "Terms of {name}",
        back: "Bagi dan serahkan binaan" / "Share out and hand over members",
        saved: "Tersimpan." / "Saved.",
        none: "Belum ada masa tugas yang dicatat. Selama belum ada, pendamping ini boleh diberi binaan menurut akunnya." / "No term is recorded yet. Until one is, this mentor may be given members as the account allows.",
        table: "Masa tugas yang dicatat" / "Terms that are recorded",
        from_on: "Hari pertama" / "First day",
        until_on: "Hari terakhir" / "Last day",
        agency: "OPD" / "Agency",
        area: "Wilayah" / "Area",
        state: "Keadaan" / "State",
        running: "Berjalan" / "Running",
        coming: "Belum mulai" / "Not begun",
        over: "Selesai" / "Over",
        ended: "Diakhiri: {reason}" / "Ended: {reason}",
        add: "Tambah atau perpanjang" / "Add or renew",
        add_hint: "Perpanjangan mulai sehari setelah masa tugas sebelumnya. Paling lama lima tahun." / "A renewal begins the day after the term before. Five years at most.",
        save: "Simpan masa tugas" / "Save the term",
        end: "Akhiri lebih awal" / "End it early",
        end_hint: "Binaannya masuk daftar yang perlu pendamping. Sampai ada yang baru, kantor mereka yang melayani." / "The members go on the list of those who need a mentor. Until there is one, their office looks after them.",
        last_on: "Hari terakhir bertugas" / "Last day at work",
        because: "Alasan" / "Reason",
        choose: "Pilih alasan" / "Choose a reason",
        save_end: "Akhiri masa tugas" / "End the term",
        needing: "Perlu pendamping" / "Who needs a mentor",
        needing_about: "Sampai ada pendamping, kantor di bawah ini yang melayani mereka." / "Until they have a mentor, the office below looks after them.",
        nobody_needs: "Semua punya pendamping yang bertugas." / "Everybody has a mentor whose term runs.",
        first_of: "{n} pertama" / "The first {n}",
        all_of: "{n} orang" / "{n} people",
        member: "Nama" / "Name",
        office: "Kantor yang melayani" / "Office that looks after them",
        why: "Sebab" / "Why",
        why_nobody: "Belum pernah diberi pendamping" / "Was never given one",
        why_term_over: "Masa tugas pendampingnya selesai" / "The mentor's term is over",
        why_out_of_reach: "Pindah wilayah, atau pendampingnya berhenti" / "Moved away, or the mentor left",
    }
}
