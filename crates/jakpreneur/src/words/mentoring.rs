//! What the pages about mentoring say.
use super::words;

words! {
    /// Texts of the pages about mentoring.
    Mentoring {
        title: "Binaan hari ini" / "Members to visit",
        mentors: "Pendamping" / "Mentors",
        none: "Belum ada binaan." / "There is nobody in this caseload yet.",
        counted: "{due} perlu dikunjungi dari {n} binaan" / "{due} to be visited, of {n} in the caseload",
        member: "Nama" / "Name",
        place: "Tempat" / "Place",
        last: "Kunjungan terakhir" / "Last visit",
        next: "Bertemu lagi" / "Next visit",
        never: "Belum pernah" / "Never",
        no_day: "Tidak ditentukan" / "No day set",
        due: "Perlu dikunjungi" / "Due",
        recorded_now: "Kunjungan tercatat." / "The visit is recorded.",
        visit_to: "Kunjungan: {name}" / "Visit: {name}",
        last_visit: "Terakhir {date}, bertemu: {met}" / "Last on {date}, met: {met}",
        met: "Bertemu siapa?" / "Who was met?",
        topics: "Yang dibahas" / "What was discussed",
        note: "Catatan (satu kalimat)" / "Note (one sentence)",
        again: "Bertemu lagi" / "Next visit",
        visited_on: "Tanggal kunjungan" / "Day of the visit",
        record: "Simpan kunjungan" / "Save the visit",
    }
}
