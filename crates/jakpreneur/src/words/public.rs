//! What the pages for everybody say: front page, help, privacy, accessibility.
use super::words;

words! {
    /// Texts of the front page.
    Public {
        title: "Mulai usaha, atau bawa usaha Anda naik kelas" / "Start a business, or take yours a step up",
        lead: "Pelatihan, pendampingan, izin, pasar, dan jalan ke modal untuk warga Jakarta." / "Training, mentoring, licences, markets and a way to capital for the people of Jakarta.",
        door_start: "Saya baru mau mulai usaha" / "I want to start a business",
        door_grow: "Saya sudah punya usaha" / "I already have a business",
        figures: "Capaian" / "So far",
        persons: "{n} orang" / "{n} people",
        few: "kurang dari {n} orang" / "fewer than {n} people",
        open_data: "Data terbuka: tabel, CSV, JSON" / "Open data: tables, CSV, JSON",
        registered_at: "terdaftar per {date}" / "registered as at {date}",
        see_figures: "Lihat angka lengkap" / "See all figures",
        start_1: "Datang ke loket di kantor kecamatan Anda." / "Come to the counter at your kecamatan office.",
        start_2: "Bawa KTP dan kartu keluarga." / "Bring your KTP and family card.",
        start_3: "Petugas mencatat data dan minat usaha Anda." / "An officer notes your details and the business you have in mind.",
        start_4: "Anda ikut kelas dasar di kecamatan." / "You join the basic class in your kecamatan.",
        grow_1: "Datang ke loket di kantor kecamatan Anda." / "Come to the counter at your kecamatan office.",
        grow_2: "Bawa KTP, kartu keluarga, dan izin usaha bila ada." / "Bring your KTP, family card and, if you have one, your licence.",
        grow_3: "Anda terdaftar di jalur naik kelas." / "You are registered on the step-up track.",
        grow_4: "Dinas memberi layanan sesuai kebutuhan usaha Anda." / "An agency serves you as your business needs.",
        stages: "Tujuh tahap program" / "The seven stages",
        stages_note: "Tahap boleh tidak berurutan. Anda mengambil yang Anda perlukan. Angkanya orang yang pernah mencapai tahap itu, per {date}." / "Stages need not come in order. You take what you need. The number is how many people ever reached the stage, as at {date}.",
        stage_registration: "data dan minat usaha dicatat" / "details and plans are noted",
        stage_training: "teori dan praktik sesuai minat" / "theory and practice in your trade",
        stage_mentoring: "pendamping membantu usaha Anda" / "a mentor helps your business",
        stage_licensing: "NIB, halal, dan izin lain" / "NIB, halal and other licences",
        stage_marketing: "bazar, kurasi, dan katalog" / "bazaars, curation and catalogue",
        stage_financial_reporting: "catatan uang usaha" / "keeping the books",
        stage_capital: "rujukan ke bank mitra" / "referral to a partner bank",
    }
}

words! {
    /// Texts of the help page.
    Help {
        title: "Bantuan" / "Help",
        residents: "Untuk warga" / "For residents",
        residents_text: "Pendaftaran di loket kantor kecamatan. Anda tidak memerlukan akun.\nBawa KTP dan kartu keluarga. Bila sudah punya usaha, bawa juga izinnya.\nSudah terdaftar? Minta kode masuk di loket kecamatan Anda, lalu lihat tahap, kartu dan data Anda sendiri dari HP." / "You register at the counter of your kecamatan office. You need no account.\nBring your KTP and family card. If you run a business, bring its licence too.\nAlready registered? Ask the counter of your kecamatan for a sign-in code, then see your stages, card and data on your phone.",
        staff: "Untuk petugas" / "For staff",
        staff_text: "Lupa kata sandi? Administrator di dinas Anda memberi kata sandi baru.\nNIK sudah terdaftar? Buka datanya dari panel di samping formulir, jangan daftar ulang.\nSalah mencatat layanan? Buka data orangnya, pilih Batalkan, dan tulis alasannya. Catatan lama tetap terlihat.\nBerkas impor ditolak sebagian? Unduh baris yang ditolak, perbaiki menurut kolom Alasan, lalu kirim lagi." / "Forgotten your password? An administrator of your agency gives you a new one.\nThe NIK is registered? Open the record from the panel beside the form instead of registering again.\nA service was recorded wrongly? Open the person's record, choose to void it and say why. The old entry stays visible.\nPart of an import was refused? Download the refused rows, mend them as the column Alasan says, and send them again.",
        keys: "Tombol di loket" / "Keys at the counter",
        keys_text: "Enter: isian berikutnya. Shift+Enter: isian sebelumnya. Ctrl+Enter: simpan dan berikutnya.\nF2: formulir baru. F4: buka data yang sudah ada. F8: data yang terakhir disimpan. Esc: kosongkan formulir." / "Enter: next field. Shift+Enter: field before. Ctrl+Enter: save and go on.\nF2: new form. F4: open the record that exists. F8: the record saved last. Esc: clear the form.",
        numbers: "Arti angka" / "What the figures mean",
        numbers_text: "Pernah mencapai: orang dengan paling sedikit satu layanan tahap itu yang selesai sampai tanggal yang dipilih.\nSedang berjalan: sudah mulai tahap itu dan belum selesai.\nTahap terakhir: tahap paling akhir setiap orang; jumlahnya sama dengan orang terdaftar.\nSatu orang yang terdaftar di dua OPD dihitung sekali untuk Jakarta dan sekali untuk setiap OPD." / "Reached: people with at least one completed service of the stage up to the chosen day.\nOpen: begun and not finished.\nLatest stage: each person's latest stage; it adds up to the people registered.\nSomebody registered at two agencies counts once for Jakarta and once for each agency.",
        contact: "Masih perlu bantuan?" / "Still need help?",
        contact_text: "Warga: datang ke loket kantor kecamatan pada jam kerja.\nPetugas: hubungi administrator di dinas Anda." / "Residents: come to the counter of your kecamatan office during office hours.\nStaff: ask the administrator of your agency.",
    }
}

words! {
    /// Texts of the privacy page.
    Privacy {
        title: "Privasi" / "Privacy",
        purpose: "Untuk apa data dipakai" / "What the data is for",
        purpose_text: "Untuk mendaftarkan warga dalam program kewirausahaan, mencatat layanan yang diterima, dan menghitung hasil program. Tidak untuk iklan, dan tidak dijual." / "To register residents in the entrepreneurship programme, to note the services they receive, and to count what the programme achieves. Not for advertising, and never sold.",
        basis: "Dasar hukum" / "Legal basis",
        basis_text: "Undang-Undang Nomor 27 Tahun 2022 tentang Pelindungan Data Pribadi. Dinas mengolah data untuk menjalankan tugas pelayanan publik, dan meminta persetujuan Anda saat mendaftar. Untuk warga di bawah 18 tahun, wali ikut menyetujui." / "Law 27 of 2022 on the Protection of Personal Data. The agencies process data to carry out a public service, and ask for your consent when you register. For residents under 18 a guardian consents as well.",
        stored: "Apa yang disimpan" / "What is stored",
        stored_text: "NIK, nama, tanggal lahir, jenis kelamin, nomor HP, email dan alamat bila Anda memberikannya.\nKelurahan, jenis usaha, jalur, kelompok sasaran, tanggal dan tempat mendaftar.\nLayanan yang Anda terima, dengan tanggal, OPD, dan petugas yang mencatat." / "NIK, name, birth date, sex, phone number, and your e-mail and address if you give them.\nKelurahan, trade, track, target groups, and when and where you registered.\nThe services you receive, with the day, the agency and the officer who noted them.",
        kept: "Bagaimana data dijaga" / "How it is kept safe",
        kept_text: "NIK, nama, tanggal lahir, HP, email dan alamat tersimpan tersandi, dengan kunci tersendiri untuk setiap orang.\nNIK tampil tertutup sebagian. Membuka NIK atau berkas seseorang selalu tercatat: siapa dan kapan.\nPetugas hanya melihat warga di OPD dan wilayahnya. OPD lain tidak melihat data Anda tanpa terdaftar di sana." / "NIK, name, birth date, phone, e-mail and address are stored encrypted, with a key of its own for each person.\nA NIK is shown in part. Opening a NIK or somebody's file is always noted: who, and when.\nOfficers see only the residents of their agency and area. Another agency does not see you unless you are registered there too.",
        rights: "Hak Anda" / "Your rights",
        rights_text: "Anda boleh melihat data Anda dan siapa yang pernah membukanya, meminta pembetulan, menarik persetujuan, dan meminta data dihapus.\nBila data dihapus, kunci Anda dimusnahkan: identitas Anda tidak bisa dibaca lagi oleh siapa pun. Hitungan program tetap, tanpa nama.\nPermintaan dijawab paling lambat 3 x 24 jam sejak diterima." / "You may see your data and who opened it, have it corrected, withdraw your consent, and have it erased.\nWhen it is erased, your key is destroyed: nobody can read who you are any more. The programme's counts stay, without names.\nA request is answered within 3 x 24 hours of receiving it.",
        contact: "Ke mana meminta" / "Whom to ask",
        contact_text: "Melihat dan mengunduh: masuk di Tahap saya dengan kode dari loket. Untuk yang lain, datang ke loket kantor kecamatan tempat Anda terdaftar dan bawa KTP. Petugas meneruskan permintaan Anda ke OPD yang bertanggung jawab." / "To see and download: sign in at My stages with a code from the counter. For all else, come to the counter of the kecamatan where you registered and bring your KTP. The officer passes your request on to the agency in charge.",
        cookies: "Kuki" / "Cookies",
        cookies_text: "Situs ini memakai tiga kuki: satu untuk petugas yang masuk, satu untuk warga yang masuk, dan satu untuk bahasa pilihan Anda. Tidak ada pelacak, dan tidak ada yang dimuat dari situs lain." / "This site uses three cookies: one for staff who are signed in, one for residents who are signed in, and one for the language you chose. There are no trackers, and nothing is loaded from other sites.",
    }
}

words! {
    /// Texts of the accessibility statement.
    Accessibility {
        title: "Aksesibilitas" / "Accessibility",
        aim: "Untuk semua orang" / "For everybody",
        aim_text: "Situs ini dibuat menurut WCAG 2.2 tingkat AA. Penyandang disabilitas adalah bagian dari sasaran program, dan juga dari petugasnya." / "This site follows WCAG 2.2 at level AA. People with disabilities are among those the programme is for, and among its staff.",
        works: "Yang bisa Anda andalkan" / "What you can rely on",
        works_text: "Semua halaman bisa dipakai dengan papan tombol saja dan dengan pembaca layar.\nTulisan bisa diperbesar sampai 200%, dan halaman muat di layar selebar 320 piksel.\nSemua bisa dipakai tanpa JavaScript.\nWarna tidak pernah menjadi satu-satunya tanda: angka pada gambar juga ada dalam tabel.\nKesalahan pada formulir disebut di atas halaman dan di isian yang bersangkutan; isian Anda tidak hilang." / "Every page works by keyboard alone and with a screen reader.\nText can be enlarged to 200%, and pages fit a screen 320 pixels wide.\nEverything works without JavaScript.\nColour is never the only sign: the numbers of every picture stand in a table too.\nMistakes in a form are named at the top and at the field; what you typed is kept.",
        checked: "Bagaimana diperiksa" / "How it is checked",
        checked_text: "Setiap perubahan diperiksa otomatis dengan axe pada layar sempit dan lebar, dan alur loket dijalankan hanya dengan papan tombol. Pemeriksaan otomatis tidak menemukan semua hambatan." / "Every change is checked by machine with axe on narrow and wide screens, and the counter is worked by keyboard alone. Machines do not find every barrier.",
        report: "Ada yang menghambat Anda?" / "Does something get in your way?",
        report_text: "Sampaikan di loket kantor kecamatan, atau kepada administrator di dinas Anda. Sebutkan halaman dan alat bantu yang Anda pakai. Petugas loket juga bisa mendaftarkan Anda tanpa situs ini." / "Tell the counter of your kecamatan office or the administrator of your agency. Name the page and the aid you use. A counter officer can also register you without this site.",
    }
}
