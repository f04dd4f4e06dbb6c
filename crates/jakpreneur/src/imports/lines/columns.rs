//! The columns of a file, found by their names in any order.
use super::super::{Failure, Kind};
use documents::table;

macro_rules! columns { ($($(#[$doc:meta])* $column:ident = $title:literal, $field:literal;)+) => {
    /// A column that has a meaning.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Column { $($(#[$doc])* $column,)+ }

    impl Column {
        /// Every one.
        pub const ALL: [Self; [$($title),+].len()] = [$(Self::$column),+];

        /// Its name in the header row.
        pub fn title(self) -> &'static str {
            match self { $(Self::$column => $title,)+ }
        }

        /// The field of the form it goes into.
        pub fn field(self) -> &'static str {
            match self { $(Self::$column => $field,)+ }
        }
    }
} }
columns! {
    /// National identity number.
    Nik = "NIK", "nik";
    /// Name as on the card.
    Name = "Nama", "name";
    /// L or P.
    Sex = "Jenis Kelamin", "sex";
    /// Day of birth.
    BirthDate = "Tanggal Lahir", "birth_date";
    /// For calls.
    Phone = "No HP", "phone";
    /// For letters.
    Email = "Email", "email";
    /// Code or name.
    Kelurahan = "Kelurahan", "kelurahan";
    /// Code or name; for a service, where it was given.
    Kecamatan = "Kecamatan", "kecamatan";
    /// Street, RT and RW.
    Address = "Alamat", "address";
    /// The trade.
    BusinessType = "Jenis Usaha", "business_type";
    /// Pemula or Naik Kelas.
    Track = "Jalur", "has_business";
    /// Several, divided by `;`, `,` or `|`.
    TargetGroups = "Kelompok Sasaran", "target_groups";
    /// The agency's code.
    Agency = "OPD", "agency";
    /// When the registration happened.
    RegisteredOn = "Tanggal Daftar", "registered_on";
    /// How it came in.
    Channel = "Saluran", "channel";
    /// A stage's name or code.
    Stage = "Tahap", "stage";
    /// When the service happened.
    OccurredOn = "Tanggal", "occurred_on";
    /// A sentence beside the service.
    Note = "Keterangan", "note";
    /// Selesai, Baru dimulai or Dibatalkan, as an export says it.
    Standing = "Keadaan", "state";
    /// A kind of permit.
    LicenceKind = "Jenis Izin", "kind";
    /// Its number.
    LicenceNumber = "Nomor", "number";
    /// Who issues it.
    Issuer = "Penerbit", "issuer";
    /// When it was asked for.
    RequestedOn = "Tanggal Diajukan", "requested_on";
    /// When it was issued.
    IssuedOn = "Tanggal Terbit", "issued_on";
    /// The last day it is good.
    ExpiresOn = "Berlaku Sampai", "expires_on";
    /// Diajukan, Terbit, Ditolak or Kedaluwarsa.
    LicenceState = "Status", "licence_state";
    /// Why it was refused.
    Refusal = "Alasan", "refusal";
    /// A month of a business.
    Month = "Bulan", "month";
    /// Sales of the month.
    Turnover = "Omzet", "turnover";
    /// Capital without land and building.
    Assets = "Aset", "assets";
    /// Workers who are women and paid.
    WomenPaid = "Perempuan Dibayar", "women_paid";
    /// Workers who are women and not paid.
    WomenUnpaid = "Perempuan Tidak Dibayar", "women_unpaid";
    /// Workers who are men and paid.
    MenPaid = "Laki-laki Dibayar", "men_paid";
    /// Workers who are men and not paid.
    MenUnpaid = "Laki-laki Tidak Dibayar", "men_unpaid";
    /// Told, books or verified.
    Source = "Sumber", "source";
    /// The day on which assets and workers were so.
    MeasuredOn = "Tanggal Pendataan", "measured_on";
    /// Whether values that jump are meant.
    Confirmed = "Dipastikan", "confirmed";
    /// Why a month told before is corrected.
    CorrectionReason = "Alasan Membetulkan", "reason";
    /// A kind of support.
    SupportKind = "Jenis Dukungan", "support_kind";
    /// What exactly was given.
    SupportWhat = "Rincian", "what";
    /// What it is worth.
    SupportValue = "Nilai", "value";
    /// What a target counts.
    Indicator = "Indikator", "indicator";
    /// Where a target is: code or name.
    Area = "Wilayah", "target_area";
    /// When a target is.
    Period = "Periode", "period";
    /// Persons to reach.
    Target = "Target", "target";
    /// What a target rests on.
    Basis = "Dasar", "basis";
    /// How a target is counted.
    Rule = "Aturan", "rule";
}

impl Column {
    /// The column of this name.
    pub fn of_title(title: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|column| column.title() == title)
    }

    fn place(self) -> usize {
        Self::ALL.iter().position(|column| *column == self).unwrap_or_default()
    }
}

/// Where each column of a file is.
#[derive(Clone, Debug)]
pub struct Columns {
    places: [Option<usize>; Column::ALL.len()],
    /// How many the header names.
    pub width: usize,
    /// Names that mean nothing here.
    pub unknown: Vec<String>,
}

impl Columns {
    /// Finds the columns of a file, or says which is missing.
    pub fn find(kind: Kind, header: &[String]) -> Result<Self, Failure> {
        let mut places = [None; Column::ALL.len()];
        for column in kind.columns() {
            places[column.place()] = table::position(header, column.title());
        }
        for group in kind.required() {
            if group.iter().all(|column| places[column.place()].is_none()) {
                return Err(group
                    .first()
                    .map_or(Failure::NoHeader, |c| Failure::ColumnMissing(*c)));
            }
        }
        let is_unknown = |(place, title): &(usize, &String)| {
            !title.is_empty()
                && !places.contains(&Some(*place))
                && !table::matches(title, kind.reasons())
        };
        let unknown = header.iter().enumerate().filter(is_unknown);
        let unknown = unknown.map(|(_, title)| title.clone()).collect();
        Ok(Self { places, width: header.len(), unknown })
    }

    /// Where a column is, if the file has it.
    pub fn place(&self, column: Column) -> Option<usize> {
        self.places.get(column.place()).copied().flatten()
    }
}

#[cfg(test)]
mod tests {
    #![expect(clippy::unwrap_used, reason = "tests fail by panicking")]
    use super::*;

    fn header(titles: &str) -> Vec<String> {
        titles.split(',').map(str::to_owned).collect()
    }

    #[test]
    fn columns_are_found_in_any_order_and_spelling() {
        let header = header("tanggal_daftar,NAMA,Catatan,nik,KECAMATAN,Alasan,,Nama");
        let columns = Columns::find(Kind::Members, &header).unwrap();
        assert_eq!(columns.place(Column::Name), Some(1));
        assert_eq!(columns.place(Column::RegisteredOn), Some(0));
        assert_eq!(columns.place(Column::Phone), None);
        assert_eq!(columns.unknown, ["Catatan", "Nama"], "the first of two counts");
    }

    #[test]
    fn a_missing_column_is_named() {
        let missing = |kind, titles| Columns::find(kind, &header(titles)).map(drop).unwrap_err();
        let members = |titles| missing(Kind::Members, titles);
        assert_eq!(members("Nama,Kelurahan"), Failure::ColumnMissing(Column::Nik));
        assert_eq!(members("NIK,Nama,Tanggal Daftar"), Failure::ColumnMissing(Column::Kelurahan));
        assert_eq!(
            members("NIK,Nama,Kecamatan,Tanggal Lahir"),
            Failure::ColumnMissing(Column::RegisteredOn)
        );
        assert_eq!(
            missing(Kind::Services, "NIK,Tahap,Keterangan"),
            Failure::ColumnMissing(Column::OccurredOn)
        );
    }
}
