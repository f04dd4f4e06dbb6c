//! Why something about a bazaar was refused, and the way out.
use rules::bazaar::Refused;

pub(super) fn plain(code: Refused) -> (&'static str, &'static str) {
    match code {
        Refused::DaysOutOfOrder => (
            "Hari terakhir tidak boleh sebelum hari pertama, dan pendaftaran ditutup paling lambat hari pertama",
            "The last day is not before the first, and asking ends on the first day at the latest",
        ),
        Refused::TooManyDays => (
            "Bazar berlangsung paling lama 92 hari. Umumkan sisanya sebagai bazar lain",
            "A bazaar lasts 92 days at most. Announce the rest as another bazaar",
        ),
        Refused::NoStands => {
            ("Isi jumlah tenda, paling sedikit satu", "Enter the tents, one at least")
        }
        Refused::TooManyStands => (
            "Terlalu banyak stan. Periksa jumlah tenda",
            "So many stands no bazaar has. Check the number of tents",
        ),
        Refused::NoWindow => (
            "Isi berapa bulan stan sebelumnya dihitung, paling sedikit satu",
            "Enter for how many months earlier stands count, one at least",
        ),
        Refused::Closed => (
            "Pendaftaran bazar ini sudah ditutup. Lihat bazar lain",
            "Asking for this bazaar is over. Look for another one",
        ),
        Refused::AskedBefore => {
            ("Orang ini sudah mendaftar di bazar ini", "This person asked for this bazaar already")
        }
        Refused::MembersOnly => (
            "Bazar ini khusus anggota. Daftarkan dulu orangnya sebagai anggota",
            "This bazaar is for members only. Register the person as a member first",
        ),
        Refused::StillOpen => (
            "Masih bisa mendaftar, jadi stan belum bisa diundi. Undi sehari setelah pendaftaran ditutup",
            "One may still ask, so nothing is drawn. Draw on the day after asking ended",
        ),
        Refused::DrawnBefore => (
            "Stan bazar ini sudah diundi. Undian hanya sekali",
            "The stands of this bazaar are drawn. That is done once",
        ),
        Refused::NoDayOfIt => ("Pilih salah satu hari bazar", "Choose a day of the bazaar"),
        Refused::DayToCome => (
            "Hari itu belum tiba. Catat pada harinya atau sesudahnya",
            "That day has not come. Tell it on the day or later",
        ),
        Refused::TentsOnline => (
            "Bazar daring tidak memakai tenda. Kosongkan jumlah tenda",
            "A bazaar on the network has no tents. Leave the number empty",
        ),
        Refused::NothingToDraw => (
            "Di bazar daring semua yang mendaftar ikut, jadi tidak ada undian",
            "On the network everybody who asks is in, so nothing is drawn",
        ),
        Refused::CalledOff => (
            "Bazar ini dibatalkan. Lihat bazar lain",
            "This bazaar was called off. Look for another one",
        ),
        Refused::GivenUp => ("Sudah mundur dari bazar ini", "They gave up already"),
        Refused::NoStand => (
            "Penjual ini tidak memegang stan di bazar ini",
            "This seller has no stand at this bazaar",
        ),
    }
}
