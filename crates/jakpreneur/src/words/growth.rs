//! What the page about a member's business says.
use super::words;

words! {
    /// Texts of the page about how a business does.
    Growth {
        of_member: "Perkembangan usaha: {name}" / "How the business does: {name}",
        to_file: "Ke data orangnya" / "To the person's file",
        text: "Satu baris untuk satu bulan. Yang tidak diketahui dikosongkan, bukan diisi nol." / "A line for each month. What is not known stays empty, it is not zero.",
        none: "Belum ada bulan yang didata." / "No month was told yet.",
        month: "Bulan" / "Month",
        month_hint: "Misalnya 2022-05 atau Mei 2022" / "Such as 2022-05",
        turnover: "Omzet sebulan (rupiah)" / "Turnover of the month (rupiah)",
        assets: "Aset tanpa tanah dan bangunan (rupiah)" / "Assets without land and building (rupiah)",
        workers: "Tenaga kerja" / "Workers",
        workers_hint: "Termasuk pemilik. Kosongkan semua bila tidak diketahui" / "With the owner. Leave all empty if not known",
        women: "Perempuan" / "Women",
        men: "Laki-laki" / "Men",
        women_paid: "Perempuan dibayar" / "Women paid",
        women_unpaid: "Perempuan tidak dibayar" / "Women unpaid",
        men_paid: "Laki-laki dibayar" / "Men paid",
        men_unpaid: "Laki-laki tidak dibayar" / "Men unpaid",
        measured_on: "Tanggal pendataan" / "Day of measuring",
        source: "Sumber" / "Source",
        baseline: "awal" / "baseline",
        unknown: "tidak diketahui" / "not known",
        measure: "Data satu bulan" / "Tell a month",
        change_reason: "Alasan membetulkan" / "Reason for correcting",
        change_hint: "Hanya bila bulan ini sudah didata" / "Only if this month was told before",
        confirmed: "Angkanya sudah saya pastikan" / "I have made sure of the numbers",
        button: "Simpan" / "Save",
        saved: "Bulan itu tersimpan." / "The month is saved.",
        voided: "Bulan itu dibatalkan." / "The month is taken back.",
        void: "Batalkan" / "Take back",
        void_month: "Bulan yang dibatalkan" / "Month to take back",
        void_reason: "Alasan membatalkan" / "Reason for taking back",
        void_title: "Batalkan satu bulan" / "Take a month back",
    }
}
