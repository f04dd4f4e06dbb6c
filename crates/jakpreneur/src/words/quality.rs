//! What the pages of data quality say.
use super::words;

words! {
    /// Texts of data quality.
    Quality {
        title: "Mutu data" / "Data quality",
        lead: "Yang tampak janggal di catatan, dan seberapa banyak angka yang tersentuh. Belum tentu salah." / "What looks odd in the records, and how much of each figure it touches. Not always a mistake.",
        looked_at: "{n} catatan peserta diperiksa" / "{n} member records looked at",
        finding: "Temuan" / "Finding",
        records: "Catatan" / "Records",
        share: "Dari semua catatan" / "Of all records",
        touches: "Menyentuh" / "Touches",
        touched: "{n} dari {all} {stage}" / "{n} of {all} {stage}",
        no_kelurahan: "Kelurahan belum diketahui" / "Kelurahan not known",
        odd_nik: "NIK janggal saat didaftarkan" / "NIK looked odd at registration",
        before_registration: "Layanan sebelum tanggal daftar" / "Service before the day of registration",
        no_contact: "Tanpa layanan dan kunjungan {months} bulan terakhir" / "No service or visit in the last {months} months",
        entered_late: "Dicatat lebih dari {days} hari setelah kejadian" / "Recorded more than {days} days after it happened",
        late_by_office: "Terlambat dicatat, menurut kantor" / "Recorded late, by office",
        office: "Kantor" / "Office",
        late: "Terlambat" / "Late",
        of: "Dari" / "Of",
        inversions: "Tahap tidak berurutan" / "Stages out of order",
        persons: "Orang" / "People",
        without_basis: "Target tanpa dasar: {n} dari {all}" / "Targets without basis: {n} of {all}",
        months: "Bulan tanpa kontak" / "Months without contact",
        show: "Tampilkan" / "Show",
        download: "Unduh:" / "Download:",
        back: "Mutu data" / "Data quality",
        list: "{n} catatan" / "{n} records",
        name: "Nama" / "Name",
        number: "Nomor peserta" / "Member number",
        registered: "Terdaftar" / "Registered",
        none: "Tidak ada." / "None.",
        older: "Berikutnya" / "Next",
    }
}
