//! What the pages about groups say.
use super::words;

words! {
    /// Texts of the pages about groups.
    Groups {
        title: "Kelompok usaha" / "Business groups",
        about: "Anggota yang bekerja bersama. Siapa yang pernah masuk dan keluar tetap tercatat." / "Members who work together. Who joined and left stays on record.",
        count: "{n} kelompok" / "{n} groups",
        none: "Belum ada kelompok di wilayah dan OPD Anda." / "There is no group in your area and agency yet.",
        name: "Nama kelompok" / "Name of the group",
        name_hint: "Nama usaha bersama, bukan nama orang" / "The name of the common business, not of a person",
        members: "Anggota" / "Members",
        members_of: "{n} anggota" / "{n} members",
        elsewhere: "{n} di antaranya di luar wilayah atau OPD Anda." / "{n} of them are outside your area or agency.",
        office: "Kecamatan" / "Kecamatan",
        agency: "OPD" / "Agency",
        add: "Bentuk kelompok" / "Form a group",
        to_list: "Daftar kelompok" / "List of groups",
        member_name: "Nama" / "Name",
        number: "Nomor" / "Number",
        latest: "Tahap sekarang" / "Stage now",
        action: "Tindakan" / "Action",
        join: "Masukkan anggota" / "Add a member",
        who: "Nomor anggota atau NIK" / "Member number or NIK",
        who_hint: "Pencarian dengan NIK dicatat." / "A look-up by NIK is logged.",
        leave: "Keluarkan" / "Take out",
        joined_now: "Anggota masuk kelompok." / "The member joined.",
        left_now: "Anggota keluar dari kelompok." / "The member left.",
        pages: "Halaman daftar" / "Pages of the list",
        first_page: "Ke awal daftar" / "To the beginning",
        next: "Berikutnya" / "Next",
    }
}
