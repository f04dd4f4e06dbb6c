//! What an officer reads about a file, in Indonesian: one sentence a reason.
use super::{
    Failure,
    lines::{Column, Reason},
};
use crate::words::{Lang, message};

/// Every reason of a row.
pub fn sentences(reasons: &[Reason]) -> String {
    reasons.iter().map(sentence).collect::<Vec<_>>().join("; ")
}

fn sentence(reason: &Reason) -> String {
    match reason {
        Reason::Field(wrong) => {
            format!("{}: {}", title(wrong.field), message(wrong.code, Lang::Id))
        }
        Reason::Rule(code) => message(*code, Lang::Id),
        Reason::Shifted => "Baris ini punya lebih banyak isian daripada kolom. Beri tanda kutip pada isian yang memuat tanda pemisah".to_owned(),
        Reason::NotRecorded => "Baris ini belum tercatat karena gangguan. Kirim lagi".to_owned(),
    }
}

/// The column whose cell went into a field.
fn title(field: &str) -> &str {
    match field {
        "kelurahan" => "Kelurahan/Kecamatan",
        "office" | "area" => Column::Kecamatan.title(),
        field => Column::ALL.iter().find(|c| c.field() == field).map_or(field, |c| c.title()),
    }
}

/// Why a file cannot be taken, and the way out.
pub fn failure(failure: Failure, lang: Lang) -> String {
    let (id, en) = match failure {
        Failure::ColumnMissing(column) => {
            let id = format!("Kolom {} tidak ada dalam berkas", column.title());
            return lang.pick(id, format!("The column {} is missing", column.title()));
        }
        Failure::NotATable => (
            "Berkas ini bukan tabel. Simpan sebagai XLSX atau CSV",
            "This file is not a table. Save it as XLSX or CSV",
        ),
        Failure::Damaged => (
            "Berkas Excel ini rusak. Buka dan simpan lagi, lalu kirim ulang",
            "This workbook is damaged. Open it, save it and send it again",
        ),
        Failure::TooLarge => (
            "Berkas ini terlalu besar. Bagi menjadi beberapa berkas",
            "This file is too large. Divide it into several",
        ),
        Failure::TooManyRows => (
            "Berkas ini lebih dari 2.000.000 baris. Bagi menjadi beberapa berkas",
            "This file has more than 2,000,000 rows. Divide it into several",
        ),
        Failure::TooManyColumns => (
            "Berkas ini lebih dari 200 kolom. Hapus kolom yang tidak diperlukan",
            "This file has more than 200 columns. Remove those that are not needed",
        ),
        Failure::PasswordProtected => (
            "Berkas ini dikunci kata sandi. Simpan tanpa kata sandi",
            "This workbook has a password. Save it without one",
        ),
        Failure::OldExcel => (
            "Berkas ini format Excel lama (.xls). Simpan sebagai .xlsx",
            "This workbook is of the old format .xls. Save it as .xlsx",
        ),
        Failure::NoHeader => ("Berkas ini kosong", "This file is empty"),
        Failure::Encoding => (
            "Tulisan dalam berkas ini tidak terbaca. Simpan sebagai CSV UTF-8",
            "The text of this file cannot be read. Save it as CSV UTF-8",
        ),
        Failure::Io => (
            "Berkas ini tidak dapat dibaca. Kirim ulang",
            "This file could not be read. Send it again",
        ),
        Failure::NotAllowed => (
            "Akun pengirim tidak lagi boleh mengimpor",
            "The sender's account may not import any more",
        ),
        Failure::Interrupted => (
            "Impor terhenti karena gangguan. Kirim ulang; baris yang sudah masuk tidak tercatat dua kali",
            "The import was interrupted. Send the file again; rows that are in are not recorded twice",
        ),
    };
    lang.pick(id, en).to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Code;

    #[test]
    fn each_reason_names_its_column() {
        let reasons = [
            Reason::field("nik", Code::NikShort(2)),
            Reason::field("has_business", Code::Word),
            Reason::field("area", Code::Region),
        ];
        assert_eq!(
            sentences(&reasons),
            "NIK: NIK kurang 2 angka; Jalur: Pilih salah satu yang tersedia; \
             Kecamatan: Wilayah ini tidak ditemukan"
        );
    }
}
