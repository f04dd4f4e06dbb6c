//! Why a photo is not kept, and the way out.
use crate::files::PictureRefusal;

pub(super) fn plain(why: PictureRefusal) -> (&'static str, &'static str) {
    match why {
        PictureRefusal::Empty => {
            ("Foto ini kosong. Ambil lagi fotonya", "This photo is empty. Take it again")
        }
        PictureRefusal::TooLarge => (
            "Foto lebih besar dari 12 MB. Pilih ukuran foto yang lebih kecil di kamera",
            "The photo is larger than 12 MB. Choose a smaller size in the camera",
        ),
        PictureRefusal::Heic => (
            "Foto HEIC belum bisa disimpan. Di pengaturan kamera pilih \"Paling Kompatibel\" (JPEG), lalu foto lagi",
            "HEIC photos cannot be kept. Choose \"Most Compatible\" (JPEG) in the camera's settings and take it again",
        ),
        PictureRefusal::NotAPicture => (
            "Berkas ini bukan foto. Kirim foto JPEG atau PNG",
            "This file is not a photo. Send a JPEG or PNG",
        ),
        PictureRefusal::TooManyPixels => (
            "Foto ini lebih dari 50 megapiksel. Pilih ukuran foto yang lebih kecil di kamera",
            "This photo has more than 50 megapixels. Choose a smaller size in the camera",
        ),
        PictureRefusal::Broken => (
            "Foto ini rusak atau terpotong. Kirim lagi fotonya",
            "This photo is broken or cut off. Send it again",
        ),
    }
}
