//! What the pages and files of open data say.
use super::words;

words! {
    /// Texts of open data.
    OpenData {
        title: "Data terbuka" / "Open data",
        lead: "Angka program untuk siapa saja, sebagai tabel, CSV dan JSON. Diperbarui sebulan sekali." / "The programme's figures for anybody, as tables, CSV and JSON. Updated once a month.",
        back: "Data terbuka" / "Open data",
        by_area: "Orang menurut tahap dan wilayah" / "People by stage and area",
        by_sex: "Orang menurut tahap dan jenis kelamin" / "People by stage and sex",
        by_business_type: "Orang menurut tahap dan jenis usaha" / "People by stage and business type",
        by_year: "Orang menurut tahap dan tahun terdaftar" / "People by stage and year of registration",
        concept_title: "Konsep" / "Concept",
        concept: "Orang terdaftar di program, dan berapa di antaranya sudah sampai di tiap tahap. Satu orang dihitung satu kali di tiap baris, juga bila didaftarkan beberapa OPD." / "People registered in the programme, and how many of them reached each stage. A person counts once in each row, also where several agencies registered them.",
        unit_title: "Satuan" / "Unit",
        unit: "orang" / "persons",
        formula_title: "Cara menghitung" / "Formula",
        formula: "Jumlah orang berbeda dengan sedikitnya satu layanan selesai dan tidak dibatalkan pada tahap itu, sampai dengan tanggal data." / "Distinct persons with at least one completed service of the stage that was not taken back, up to the day of the data.",
        hidden_title: "Angka yang tidak ditampilkan" / "Numbers not shown",
        hidden_note: "Angka di bawah {n}, dan angka lain yang bisa membukanya, tidak ditampilkan." / "Numbers below {n}, and others that would give them away, are not shown.",
        source_title: "Sumber" / "Source",
        source: "Catatan program kewirausahaan terpadu (PKT) semua OPD." / "Records of the integrated entrepreneurship programme (PKT) of all agencies.",
        licence_title: "Lisensi" / "Licence",
        licence: "Creative Commons Attribution 4.0 (CC BY 4.0)" / "Creative Commons Attribution 4.0 (CC BY 4.0)",
        codes_title: "Kode wilayah" / "Area codes",
        codes: "Kode Kemendagri untuk provinsi, kota dan kecamatan; kode BPS untuk provinsi dan kota." / "Codes of the Ministry of Home Affairs for province, cities and kecamatan; BPS codes for province and cities.",
        as_at: "Data per" / "Data as at",
        known_at: "diketahui sampai catatan {n}" / "known up to entry {n}",
        group: "Kelompok" / "Group",
        code: "Kode" / "Code",
        bps_code: "Kode BPS" / "BPS code",
        hidden: "tidak ditampilkan" / "not shown",
        not_shown: "–" / "–",
        see: "Lihat tabel" / "See the table",
        download: "Unduh:" / "Download:",
    }
}
