//! Why something was refused, and the way out: one exhaustive match, so that no refusal is without words.
use super::{Lang, fill};
use crate::Code;

/// What is wrong and how to fix it.
pub fn message(code: Code, lang: Lang) -> String {
    let (id, en) = plain(code);
    let text = lang.pick(id, en);
    if let Code::NikShort(n) | Code::NikLong(n) = code {
        return fill(text, &[("n", &n.to_string())]);
    }
    text.to_owned()
}

#[expect(clippy::too_many_lines, reason = "one exhaustive list of all refusals")]
fn plain(code: Code) -> (&'static str, &'static str) {
    match code {
        Code::Empty => ("Isi bagian ini", "Fill this in"),
        Code::NikShort(_) => ("NIK kurang {n} angka", "NIK is {n} digits short"),
        Code::NikLong(_) => ("NIK kelebihan {n} angka", "NIK has {n} digits too many"),
        Code::NikCharacters => ("NIK hanya berisi angka", "A NIK contains digits only"),
        Code::NikAsNumber => (
            "NIK tersimpan sebagai angka, sehingga angka terakhirnya bisa berubah. Jadikan kolom NIK teks, lalu isi ulang NIK ini",
            "The NIK is stored as a number, so its last digits may have changed. Make the NIK column text and type it again",
        ),
        Code::NikRegistered => (
            "NIK ini sudah terdaftar. Buka datanya, jangan daftar ulang",
            "This NIK is registered. Open the record instead",
        ),
        Code::NikUnknown => (
            "NIK ini belum terdaftar. Daftarkan orangnya dulu",
            "This NIK is not registered. Register the person first",
        ),
        Code::Name => ("Isi nama lengkap sesuai KTP", "Enter the full name on the card"),
        Code::Phone => (
            "Nomor HP harus 10 sampai 13 angka, misalnya 0812 3456 7890",
            "A phone number has 10 to 13 digits, such as 0812 3456 7890",
        ),
        Code::Email => ("Alamat email ini tidak lengkap", "This e-mail address is not complete"),
        Code::Date => (
            "Tanggal ini tidak ada. Tulis seperti 02/03/2021 atau 2 Maret 2021",
            "There is no such date. Write it like 02/03/2021 or 2 Maret 2021",
        ),
        Code::Future => ("Tanggal ini belum terjadi", "This date is in the future"),
        Code::BeforeProgramme => ("Program dimulai tahun 2017", "The programme began in 2017"),
        Code::BeforeRegistration => (
            "Tanggal ini sebelum orangnya terdaftar",
            "This date is before the person's registration",
        ),
        Code::Region => ("Wilayah ini tidak ditemukan", "There is no such region"),
        Code::RegionAmbiguous => (
            "Ada beberapa wilayah bernama ini. Sebutkan kecamatannya",
            "Several regions have this name. Name the kecamatan",
        ),
        Code::RegionMismatch => {
            ("Kelurahan ini tidak ada di kecamatan itu", "This kelurahan is not in that kecamatan")
        }
        Code::Word => ("Pilih salah satu yang tersedia", "Choose one of those offered"),
        Code::Agency => ("OPD ini tidak dikenal", "There is no such agency"),
        Code::OutsideScope => {
            ("Ini di luar wilayah atau OPD Anda", "This is outside your area or agency")
        }
        Code::Consent => {
            ("Centang persetujuan, atau berhenti di sini", "Tick consent, or stop here")
        }
        Code::Guardian => (
            "Warga di bawah 18 tahun memerlukan persetujuan wali",
            "A resident under 18 needs a guardian's consent",
        ),
        Code::Long => ("Tulisan ini terlalu panjang", "This text is too long"),
        Code::Stage => ("Tahap ini tidak dikenal", "There is no such stage"),
        Code::RegistrationAgain => (
            "Pendaftaran dicatat saat mendaftar, bukan sebagai layanan",
            "Registration is recorded by registering, not as a service",
        ),
        Code::IsRegistration => (
            "Pendaftaran tidak bisa dibatalkan di sini",
            "A registration cannot be taken back here",
        ),
        Code::AlreadyVoided => {
            ("Layanan ini sudah dibatalkan", "This service was taken back already")
        }
        Code::Reason => ("Tulis alasannya", "Say why"),
        Code::NameTaken => ("Nama akun ini sudah dipakai", "This account name is taken"),
        Code::Password => (
            "Kata sandi minimal 10 huruf dan tidak mudah ditebak",
            "A password has at least 10 characters and is not easy to guess",
        ),
        Code::SignIn => ("Nama atau kata sandi tidak cocok", "Name and password do not match"),
        Code::AlreadyLinked => ("Pasangan ini sudah diputuskan", "This pair was decided already"),
        Code::Position => (
            "Nomor catatan ini belum ada dalam jurnal",
            "The journal does not have this position yet",
        ),
        Code::Unchanged => (
            "Tidak ada yang berubah. Ubah isian yang salah, lalu simpan",
            "Nothing is different. Change what is wrong, then save",
        ),
        Code::AfterService => (
            "Ada layanan sebelum tanggal ini. Batalkan layanannya dulu",
            "There is a service before this date. Take it back first",
        ),
        Code::MovedNowhere => (
            "Tanggal pindah memerlukan kelurahan atau loket yang baru",
            "A day of moving needs another kelurahan or counter",
        ),
        Code::Erased => (
            "Data diri orang ini telah dihapus atas permintaan",
            "This person's data was erased on request",
        ),
        Code::MemberUnknown => (
            "Tidak ada anggota dengan nomor atau NIK ini di wilayah dan OPD Anda",
            "Nobody within your area and agency has this number or NIK",
        ),
        Code::InGroup => {
            ("Anggota ini sudah di kelompok ini", "This member is in the group already")
        }
        Code::OldPassword => {
            ("Kata sandi sekarang tidak cocok", "The current password does not match")
        }
        Code::Undecided => {
            ("Pasangan ini belum diputuskan", "Nobody has decided about this pair yet")
        }
        Code::Dimensions => (
            "Paling banyak tiga pengelompokan, masing-masing sekali",
            "At most three groupings, each once",
        ),
        Code::Number => ("Isi dengan angka yang masuk akal", "Enter a sensible number"),
        Code::File => (
            "Berkas ini tidak bisa dibaca sebagai tabel. Simpan sebagai XLSX atau CSV",
            "This file cannot be read as a table. Save it as XLSX or CSV",
        ),
        Code::FileLarge => ("Berkas ini terlalu besar", "This file is too large"),
        Code::ColumnMissing => (
            "Kolom yang wajib tidak ada dalam berkas",
            "A required column is missing from the file",
        ),
    }
}
