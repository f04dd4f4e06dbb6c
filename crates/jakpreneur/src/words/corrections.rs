//! What the page that corrects a record says, and what corrections look like in a file.
use super::words;

words! {
    /// Texts of corrections.
    Corrections {
        title: "Ubah data" / "Correct the record",
        about: "Yang lama tetap tersimpan dan terlihat di riwayat. Angka yang sudah diterbitkan tidak berubah." / "What was recorded stays and is seen in the history. Published figures do not change.",
        to_file: "Kembali ke berkas" / "Back to the file",
        nik_hint: "16 angka. NIK yang salah dilepas dan bisa didaftarkan oleh pemiliknya." / "16 digits. A wrong NIK is let go, and its owner can be registered.",
        place: "Tempat" / "Place",
        kelurahan_hint: "Nama atau kode" / "Name or code",
        office_hint: "Bila loketnya di luar wilayah Anda, berkas ini pindah ke petugas di sana." / "If the counter is outside your area, this file goes to the officers there.",
        moved_on: "Tanggal pindah" / "Day of moving",
        moved_hint: "Isi hanya bila orangnya pindah: tempat lama berlaku sampai hari sebelumnya. Kosongkan bila tempatnya salah catat." / "Only if the person moved: the old place holds until the day before. Leave empty if the place was recorded wrongly.",
        reason: "Alasan perubahan" / "Why it is corrected",
        save: "Simpan perubahan" / "Save the correction",
        cancel: "Batal" / "Cancel",
        corrected_now: "Perubahan tersimpan." / "The correction is saved.",
        moved_away: "Perubahan tersimpan. Berkasnya kini di luar wilayah Anda." / "The correction is saved. The file is outside your area now.",
        correction: "Perubahan data" / "Correction",
        moved: "Pindah" / "Moved",
        holds_from: "berlaku sejak {date}" / "holds from {date}",
        change: "{field}: {before} → {after}" / "{field}: {before} → {after}",
        nothing: "kosong" / "empty",
        why: "Alasan: {reason}" / "Why: {reason}",
    }
}
