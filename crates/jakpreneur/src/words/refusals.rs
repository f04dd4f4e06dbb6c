//! Why something was refused, and the way out: one exhaustive match, so that no refusal is without words.
use super::{books_refusals, licensing_refusals, photo_refusals, releasing_refusals};
use crate::Code;

#[expect(clippy::too_many_lines, reason = "a table: one entry a reason, and none forgotten")]
pub(super) fn plain(code: Code) -> (&'static str, &'static str) {
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
        Code::Unfinished => (
            "Layanan ini baru dimulai. Berkas hanya mencatat layanan yang selesai",
            "This service was only begun. A file records finished services",
        ),
        Code::Reason => ("Tulis alasannya", "Say why"),
        Code::NameTaken => ("Nama akun ini sudah dipakai", "This account name is taken"),
        Code::Password => (
            "Kata sandi minimal 10 huruf dan tidak mudah ditebak",
            "A password has at least 10 characters and is not easy to guess",
        ),
        Code::SignIn => ("Nama atau kata sandi tidak cocok", "Name and password do not match"),
        Code::NikColumn => ("Berkas ini tidak punya kolom NIK", "This file has no column NIK"),
        Code::Trade => ("Bidang ini tidak ada dalam daftar", "This trade is not on the list"),
        Code::Plan => (
            "Rencana ini tidak ada dalam cakupan Anda. Pilih dari daftar, atau kosongkan",
            "There is no such plan within your scope. Choose one from the list, or leave it empty",
        ),
        Code::Account => (
            "Akun ini tidak ada di OPD Anda. Kosongkan, atau minta admin membuatnya",
            "Your agency has no such account. Leave it empty, or have it made",
        ),
        Code::Time => ("Tulis jam yang ada, seperti 09.00", "Write a real time, like 09:00"),
        Code::EndsBeforeStart => {
            ("Jam selesai harus setelah jam mulai", "A session ends after it begins")
        }
        Code::ClosesAfterEnd => (
            "Pendaftaran ditutup paling lambat pada hari terakhir kelas",
            "Registration closes on the last day of the class at the latest",
        ),
        Code::SessionHeld => (
            "Sesi yang sudah berlangsung tidak bisa dipindah atau dihapus",
            "A session that was held can be neither moved nor dropped",
        ),
        Code::CapacityBelowPlaces => (
            "Lebih banyak orang sudah mendapat tempat. Batalkan atau pindahkan sebagian dulu",
            "More people have a place. Cancel or transfer some of them first",
        ),
        Code::ClassOver => {
            ("Kelas ini sudah selesai atau dibatalkan", "This class is finished or was called off")
        }
        Code::RegistrationClosed => (
            "Pendaftaran kelas ini sudah ditutup. Orangnya bisa datang langsung bila masih ada tempat",
            "Registration for this class is closed. The person may walk in if there is room",
        ),
        Code::AlreadyInClass => (
            "Orang ini sudah ada di kelas atau daftar tunggunya, mungkin lewat OPD lain",
            "This person is in the class or waits for it, perhaps through another agency",
        ),
        Code::ClassNotFinished => (
            "Kelas ini belum ditutup. Tutup kelasnya dulu, lalu terbitkan sertifikat",
            "This class is not finished. Close it first, then issue certificates",
        ),
        Code::NoCertificateDue => (
            "Semua yang menyelesaikan kelas ini sudah punya sertifikat",
            "Everybody who finished this class has a certificate",
        ),
        Code::CertificateReplaced => (
            "Sertifikat ini sudah diganti. Pakai nomor penggantinya",
            "This certificate was replaced. Use the number of the new one",
        ),
        Code::CertificateRevoked => {
            ("Sertifikat ini sudah dicabut", "This certificate was revoked already")
        }
        Code::CertificateNumber => (
            "Ini bukan nomor sertifikat. Salin seluruh nomornya dari daftar",
            "This is no certificate number. Copy the whole number from the list",
        ),
        Code::Erased => (
            "Data diri orang ini telah dihapus atas permintaan",
            "This person's data was erased on request",
        ),
        Code::BeforeMonth => (
            "Tanggal pendataan sebelum bulannya mulai",
            "The day of measuring is before the month began",
        ),
        Code::Odd => (
            "Berubah jauh dari bulan sebelumnya. Periksa angkanya",
            "This is far from the month before. Check the number",
        ),
        Code::Unconfirmed => {
            ("Beri tanda bila angkanya memang benar", "Tick this if the numbers are right")
        }
        Code::ToolsBefore => (
            "Orang ini sudah menerima alat produksi dari OPD ini. Bantuan diberikan satu kali",
            "This agency has given this person production tools. They are given once",
        ),
        Code::KtpNotSeen => (
            "Periksa KTP Jakarta orangnya, lalu centang di sini",
            "Look at the person's KTP of Jakarta, then tick here",
        ),
        Code::Permit => (
            "NIB terdiri dari 13 angka. Izin lain ditulis dengan nomornya",
            "A NIB has 13 digits. Another permit is written with its number",
        ),
        Code::NoPermit => (
            "Tahap perizinan belum dicapai. Catat izinnya dulu, atau tulis nomor izin",
            "The licensing stage is not reached. Record the permit first, or type its number",
        ),
        Code::NotInClass => (
            "Orang ini tidak ada di kelas maupun daftar tunggunya",
            "This person is neither in the class nor waits for it",
        ),
        Code::EstablishedInBasicClass => (
            "Kelas dasar untuk pemula. Tawarkan kelas tingkat Dinas, atau tulis alasannya",
            "The basic class is for starters. Offer a class of the agency, or say why",
        ),
        Code::ClassFull => (
            "Kelas sudah penuh. Tawarkan kelas lain, atau daftar tunggu kelas berikutnya",
            "The class is full. Offer another class or the waiting list of the next one",
        ),
        Code::SessionNotYet => (
            "Pertemuan ini belum tiba harinya. Catat kehadiran mulai hari pertemuan",
            "This session's day has not come. Mark attendance from that day on",
        ),
        Code::ClassNotOver => {
            ("Kelas ditutup setelah pertemuan terakhir", "A class is closed after its last session")
        }
        Code::NobodyMarked => (
            "Belum ada kehadiran yang dicatat. Catat kehadiran dulu",
            "No attendance was marked. Mark attendance first",
        ),
        Code::CertificatesIssued => (
            "Sertifikat kelas ini sudah terbit. Cabut sertifikatnya dulu",
            "Certificates of this class are issued. Revoke them first",
        ),
        Code::Card => (
            "Kode ini bukan kode kartu peserta. Pindai lagi, atau cari namanya di daftar",
            "This is not the code of a member card. Scan again, or find the name in the list",
        ),
        Code::Picture => (
            "Foto ini tidak bisa dibaca. Kirim foto JPEG atau PNG",
            "This picture cannot be read. Send a JPEG or PNG",
        ),
        Code::PictureWithoutCode => (
            "Tidak ada kode QR yang terbaca di foto ini. Foto lagi lebih dekat dan terang",
            "No QR code is seen in this picture. Take it closer and brighter",
        ),
        Code::NoSessionToday => {
            ("Kelas ini tidak punya sesi hari ini", "This class has no session today")
        }
        Code::AlreadyLinked => ("Pasangan ini sudah diputuskan", "This pair was decided already"),
        Code::Position => ("Nomor ini belum ada dalam jurnal", "The journal is not that far yet"),
        Code::AfterService => (
            "Ada layanan sebelum tanggal ini. Batalkan layanannya dulu",
            "There is a service before this date. Take it back first",
        ),
        Code::MovedNowhere => (
            "Tanggal pindah memerlukan kelurahan atau loket yang baru",
            "A day of moving needs another kelurahan or counter",
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
        Code::ColumnMissing => ("Kolom wajib tidak ada di berkas", "A required column is missing"),
        Code::Month => (
            "Tulis bulan sebagai nama atau angka, misalnya Maret atau 3",
            "Write a month as its name or number, such as Maret or 3",
        ),
        Code::OutsidePlan => {
            ("Kecamatan ini di luar wilayah rencana", "It is outside the plan's area")
        }
        Code::OutsideMonth => (
            "Tanggal mulai harus dalam bulan dan tahun barisnya",
            "The first day must be in the month and year of its line",
        ),
        Code::PersonsOverSeats => (
            "Orang tidak bisa lebih banyak daripada kursi (jumlah kelas kali kursi per kelas)",
            "There cannot be more people than seats (classes times seats of each class)",
        ),
        Code::PlanThere => (
            "OPD ini sudah punya rencana untuk wilayah dan tahun ini. Buka dan ubah rencana itu",
            "This agency has a plan for this area and year. Open and change that one",
        ),
        Code::PlanChanged => (
            "Rencana ini sudah berubah sejak Anda membukanya. Buka lagi, lalu ulangi perubahan Anda",
            "The plan has changed since you opened it. Open it again and repeat your change",
        ),
        Code::TargetThere => (
            "Target ini sudah ada dengan nilai lain. Ubah target itu dengan alasannya; dari berkas, isi Dasar yang baru",
            "There is such a target with another value. Revise that one with a reason; in a file, give the new basis",
        ),
        Code::TargetChanged => (
            "Target ini sudah berubah sejak Anda membukanya. Buka lagi, lalu ulangi perubahan Anda",
            "The target has changed since you opened it. Open it again and repeat your change",
        ),
        Code::Unchanged => ("Tidak ada yang berubah", "Nothing has changed"),
        Code::Books(code) => books_refusals::plain(code),
        Code::Capital(code) => super::capital_refusals::plain(code),
        Code::Webhook(no) => super::webhook_refusals::plain(no),
        Code::Bazaar(code) => super::bazaar_refusals::plain(code),
        Code::Products(code) => super::products_refusals::plain(code),
        Code::Curation(code) => super::curation_refusals::plain(code),
        Code::Partners(code) => super::partner_refusals::plain(code),
        Code::Licensing(code) => licensing_refusals::plain(code),
        Code::Releasing(code) => releasing_refusals::plain(code),
        Code::Mentoring(code) => super::mentoring_refusals::plain(code),
        Code::Photo(why) => photo_refusals::plain(why),
    }
}
