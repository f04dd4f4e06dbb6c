//! What the dashboard says.
use super::words;

words! {
    /// Texts of the dashboard.
    Dashboard {
        referrals: "Rujukan bank: berapa lama, berapa cair" / "Bank referrals: how long, how much is paid out",
        quality: "Mutu data di balik angka ini" / "Quality of the data behind these figures",
        title: "Dasbor" / "Dashboard",
        fresh: "Diperbarui sampai catatan terakhir, {moment}" / "Up to the last entry, {moment}",
        how_far: "Seberapa jauh dari target?" / "How far from target?",
        no_targets: "Tidak ada target yang berjalan pada tanggal ini." / "No target is running on this day.",
        all_targets: "Semua target" / "All targets",
        who_is_where: "Siapa sudah sampai tahap mana?" / "Who has reached which stage?",
        lagging: "Wilayah mana yang tertinggal? {stage}" / "Which area lags? {stage}",
        smallest_first: "Persen dilatih dari terdaftar, terkecil dulu" / "Percent trained of registered, smallest first",
        how_they_move: "Berapa lama antar tahap?" / "How long between stages?",
        median: "Hari sejak terdaftar, separuh orang sudah mencapainya" / "Days from registration by which half had reached it",
        days: "{n} hari" / "{n} days",
        out_of_order: "Tahap tanpa tahap sebelumnya tercatat" / "Stages without the one before recorded",
        without: "{stage} tanpa {other} tercatat" / "{stage} without recorded {other}",
        order_note: "Hanya pendaftaran yang wajib; tahap lain boleh diambil sesuai kebutuhan. Urutan lain bukan kesalahan, tetapi bisa juga catatan yang belum masuk." / "Only registration is compulsory; other stages are taken by need. Another order is no mistake, but may be a record that is missing.",
        csv: "Unduh CSV" / "Download CSV",
        all_areas: "Semua wilayah" / "All areas",
        all_agencies: "Semua OPD" / "All agencies",
    }
}
