//! What the pages about classes say: the announcements for everybody, and the work behind them.
use super::{Lang, words};
use rules::Date;

words! {
    /// Texts of the announcements, which anybody reads.
    Classes {
        title: "Kelas pelatihan" / "Training classes",
        lead: "Kelas program untuk warga Jakarta. Pilih kelas, lalu minta tempat di loket kecamatan Anda." / "Classes of the programme for the people of Jakarta. Choose one, then ask for a place at the counter of your kecamatan.",
        kecamatan: "Kota atau kecamatan" / "City or kecamatan",
        trade: "Bidang" / "Trade",
        everywhere: "Seluruh Jakarta" / "All of Jakarta",
        all_trades: "Semua bidang" / "All trades",
        show: "Tampilkan" / "Show",
        clear: "Hapus pilihan" / "Clear the choice",
        how_many: "{n} kelas akan datang" / "{n} classes to come",
        none: "Belum ada kelas yang diumumkan untuk pilihan ini. Coba kecamatan lain di sekitar Anda." / "No class is announced for this choice yet. Try another kecamatan near you.",
        calendar: "Tambahkan ke kalender (iCal)" / "Add to a calendar (iCal)",
        calendar_all: "Langganan kalender kelas ini (iCal)" / "Subscribe to these classes (iCal)",
        pages: "Halaman daftar" / "Pages of the list",
        first_page: "Ke awal daftar" / "To the beginning",
        next: "Berikutnya" / "Next",
        seats_left: "{n} kursi lagi" / "{n} seats left",
        full: "Penuh, daftar tunggu dibuka" / "Full, waiting list open",
        full_waiting: "Penuh, {n} menunggu" / "Full, {n} waiting",
        closed: "Pendaftaran ditutup" / "Registration closed",
        called_off: "Dibatalkan" / "Called off",
        finished: "Selesai" / "Finished",
        of_seats: "{n} kursi" / "{n} seats",
        until: "daftar sampai {date}" / "register until {date}",
        sessions: "{n} pertemuan" / "{n} sessions",
        back: "Semua kelas" / "All classes",
        called_off_why: "Kelas ini dibatalkan. {reason}" / "This class was called off. {reason}",
        is_finished: "Kelas ini sudah selesai." / "This class is over.",
        is_closed: "Pendaftaran ditutup {date}. Bila masih ada kursi, Anda boleh datang langsung dan mendaftar di tempat." / "Registration closed on {date}. If there are seats left, you may come and register at the door.",
        when: "Jadwal" / "When",
        day: "Hari" / "Day",
        time: "Jam" / "Time",
        what: "Isi" / "What",
        where_: "Tempat" / "Where",
        who_for: "Untuk siapa" / "For whom",
        held_by: "Penyelenggara" / "Held by",
        trainers: "Pelatih" / "Trainers",
        seats: "Kursi" / "Seats",
        last_day: "Hari terakhir mendaftar" / "Last day to register",
        certificate: "Sertifikat" / "Certificate",
        certificate_text: "untuk yang hadir paling sedikit {n}% dari pertemuan" / "for those present at {n}% of the sessions or more",
        notes: "Catatan" / "Notes",
        for_starters: "pemula, kelas dasar di kecamatan" / "starters, the basic class of the kecamatan",
        for_trade: "yang ingin mendalami satu bidang" / "those who want to go deeper into one trade",
        for_workshop: "bimbingan teknis beberapa hari" / "a technical workshop of several days",
        for_established: "yang sudah punya usaha, kelas tingkat Dinas" / "established businesses, a class of the agency",
        how: "Cara mendaftar" / "How to register",
        how_1: "Datang ke loket kantor kecamatan Anda sampai {date}." / "Come to the counter of your kecamatan office until {date}.",
        how_2: "Bawa KTP. Belum terdaftar di program? Petugas mendaftarkan Anda sekalian." / "Bring your KTP. Not in the programme yet? The officer registers you at once.",
        how_3: "Sebutkan nama kelas ini. Bila penuh, Anda masuk daftar tunggu menurut urutan permintaan." / "Name this class. If it is full, you join the waiting list in the order of asking.",
        ask_own: "Sudah terdaftar di program? Minta tempat sendiri" / "Already in the programme? Ask for a place yourself",
        open_work: "Buka sebagai petugas" / "Open as an officer",
        near: "Kelas dekat Anda" / "Classes near you",
        near_none: "Belum ada kelas yang diumumkan." / "No class is announced yet.",
        see_all: "Semua kelas" / "All classes",
        theory: "Teori" / "Theory",
        practice: "Praktik" / "Practice",
    }
}

const DAYS: [(&str, &str); 7] = [
    ("Senin", "Monday"),
    ("Selasa", "Tuesday"),
    ("Rabu", "Wednesday"),
    ("Kamis", "Thursday"),
    ("Jumat", "Friday"),
    ("Sabtu", "Saturday"),
    ("Minggu", "Sunday"),
];

/// The day of the week: `Kamis`.
pub fn weekday(date: Date, lang: Lang) -> &'static str {
    let day = usize::try_from(date.weekday().to_monday_zero_offset()).unwrap_or_default();
    DAYS.get(day).map_or("", |(id, en)| lang.pick(*id, *en))
}

/// From a day to a day, as short as can be: `27–30 Agustus 2020`.
pub fn days(first: Date, last: Date, lang: Lang) -> String {
    let whole = super::day(last, lang);
    if first == last {
        return whole;
    }
    let begin = super::day(first, lang);
    let of = |text: &str, words: usize| -> String {
        text.split(' ').take(words).collect::<Vec<_>>().join(" ")
    };
    let same_year = first.year() == last.year();
    match (same_year, same_year && first.month() == last.month()) {
        (_, true) => format!("{}–{whole}", of(&begin, 1)),
        (true, false) => format!("{} – {whole}", of(&begin, 2)),
        (false, false) => format!("{begin} – {whole}"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use jiff::civil::date;

    #[test]
    fn days_are_said_as_short_as_can_be() {
        let say = |first, last| days(first, last, Lang::Id);
        assert_eq!(say(date(2020, 8, 27), date(2020, 8, 27)), "27 Agustus 2020");
        assert_eq!(say(date(2020, 8, 27), date(2020, 8, 30)), "27–30 Agustus 2020");
        assert_eq!(say(date(2020, 8, 31), date(2020, 9, 2)), "31 Agustus – 2 September 2020");
        assert_eq!(say(date(2020, 12, 31), date(2021, 1, 2)), "31 Desember 2020 – 2 Januari 2021");
        assert_eq!(weekday(date(2020, 8, 27), Lang::Id), "Kamis");
    }
}
