//! The Indonesian words of a refusal: what is wrong, and the way out.
use super::Declined;
use crate::{
    Problem,
    words::{Lang, message},
};
use std::borrow::Cow;

type Words = (Cow<'static, str>, Option<Cow<'static, str>>);

/// The title and, where there is one, the way out.
pub fn said(declined: &Declined) -> Words {
    let (title, way_out) = match declined {
        Declined::Problem(Problem::Refused(code)) => {
            return (message(*code, Lang::Id).into(), None);
        }
        Declined::Problem(problem) => of_problem(problem),
        Declined::Fields(_) => {
            ("Ada isian yang perlu diperbaiki.", "Perbaiki isian pada `errors`, lalu kirim lagi.")
        }
        Declined::NotJson => ("Isi permintaan bukan JSON yang utuh.", "Kirim satu objek JSON."),
        Declined::MediaType => (
            "Jenis isi tidak diterima.",
            "Kirim `Content-Type` seperti pada `/api/v1/openapi.json`.",
        ),
        Declined::IdempotencyKey => {
            ("`Idempotency-Key` bukan UUID.", "Kirim UUID yang baru untuk setiap perbuatan.")
        }
        Declined::NoRoute => ("Alamat ini tidak ada.", "Lihat `/api/v1/openapi.json`."),
        Declined::NoMethod => {
            ("Metode ini tidak ada di alamat ini.", "Lihat kepala `Allow` pada jawaban ini.")
        }
    };
    (title.into(), Some(way_out.into()).filter(|way_out: &Cow<'_, str>| !way_out.is_empty()))
}

fn of_problem(problem: &Problem) -> (&'static str, &'static str) {
    match problem {
        Problem::NotFound => ("Tidak ditemukan.", "Mungkin di luar wilayah atau OPD Anda."),
        Problem::SignedOut => ("Anda belum masuk.", "Kirim `Authorization: Bearer TOKEN`."),
        Problem::Forbidden => ("Peran Anda tidak boleh melakukan ini.", ""),
        Problem::Forged => {
            ("Permintaan ini bukan dari halaman kita.", "Muat ulang halaman, lalu kirim lagi.")
        }
        Problem::Invalid(_) => ("Ada isian yang perlu diperbaiki.", ""),
        Problem::NikRegistered(_) => {
            ("NIK ini sudah terdaftar di OPD ini.", "Buka berkasnya; jangan mendaftarkan lagi.")
        }
        Problem::Refused(_) => ("Ditolak.", ""),
        Problem::KeyReused => (
            "`Idempotency-Key` ini sudah dipakai untuk permintaan lain.",
            "Kirim UUID yang baru untuk setiap perbuatan.",
        ),
        Problem::TooMany(_) => {
            ("Terlalu banyak percobaan.", "Tunggu sebanyak detik pada `Retry-After`.")
        }
        Problem::TooLarge => {
            ("Isi permintaan terlalu besar.", "Paling besar 64 KB, dan 200 MB untuk berkas impor.")
        }
        Problem::Fault(db::Error::Full) => {
            ("Penyimpanan penuh; tidak ada yang tercatat.", "Hubungi pengelola, lalu kirim lagi.")
        }
        Problem::Fault(_) | Problem::Broken(_) => (
            "Ada gangguan; tidak ada yang tercatat.",
            "Kirim lagi dengan `Idempotency-Key` yang sama.",
        ),
    }
}
