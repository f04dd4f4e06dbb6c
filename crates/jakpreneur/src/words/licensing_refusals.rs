//! Why something about permits was refused, and the way out.
use super::fill;
use crate::LicensingCode;

pub(super) fn plain(code: LicensingCode) -> (&'static str, &'static str) {
    match code {
        LicensingCode::NumberShort(_) => {
            ("Nomor kurang {n} angka", "The number is {n} digits short")
        }
        LicensingCode::NumberLong(_) => (
            "Nomor kelebihan {n} angka atau huruf",
            "The number has {n} digits or letters too many",
        ),
        LicensingCode::NumberCharacters => (
            "Nomor ini memuat huruf atau tanda yang tidak ada pada nomor izin ini",
            "The number holds letters or signs that such a number does not have",
        ),
        LicensingCode::NumberEndsBeforeIssue => (
            "Tahun di akhir nomor ini sebelum tahun terbit",
            "The year at the end of the number is before the year of issue",
        ),
        LicensingCode::NumberEndsTooLate => (
            "Tahun di akhir nomor ini lebih dari lima tahun setelah terbit",
            "The year at the end of the number is more than five years after the issue",
        ),
        LicensingCode::BeforeRequest => (
            "Tanggal terbit sebelum tanggal diajukan",
            "The day of issue is before the day it was asked for",
        ),
        LicensingCode::BeforeIssue => (
            "Tanggal ini sebelum izinnya diajukan atau terbit",
            "This day is before the permit was asked for or issued",
        ),
        LicensingCode::LicenceThere => (
            "Izin ini sudah tercatat pada orang ini",
            "This permit is recorded for this person already",
        ),
        LicensingCode::LicenceDecided => (
            "Izin ini sudah diputuskan. Muat ulang halamannya",
            "This permit was decided already. Load the page again",
        ),
        LicensingCode::EvidenceFile => {
            ("Kirim berkas PDF, JPEG, atau PNG", "Send a PDF, JPEG or PNG file")
        }
        LicensingCode::EvidenceFull => {
            ("Sudah ada lima berkas pada izin ini", "This permit has five files already")
        }
        LicensingCode::WaveOver => {
            ("Gelombang ini tidak menerima peserta sekarang", "Nobody may ask in this wave now")
        }
        LicensingCode::NotForWave => {
            ("Gelombang ini untuk OPD atau wilayah lain", "This wave is for another agency or area")
        }
        LicensingCode::AlreadyInWave => {
            ("Orang ini sudah ada di gelombang ini", "This person is in the wave already")
        }
        LicensingCode::NotInWave => (
            "Orang ini tidak punya tempat terbuka di gelombang ini",
            "This person has no open place in this wave",
        ),
    }
}

/// The text with the number that belongs into it.
pub(super) fn filled(code: LicensingCode, text: &str) -> String {
    if let LicensingCode::NumberShort(n) | LicensingCode::NumberLong(n) = code {
        return fill(text, &[("n", &n.to_string())]);
    }
    text.to_owned()
}
