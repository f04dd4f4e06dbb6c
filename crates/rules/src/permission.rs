//! Which role may do which act; where and for which agency is the grant's matter.

use crate::{Role, worded::worded};

worded! {
    /// What a signed-in person may be allowed to do.
    named => Act {
        /// Register a member at the counter, in the field or online.
        RegisterMember = "register_member", "Mendaftarkan peserta", "Register a member";
        /// Correct what was recorded of a member.
        CorrectMember = "correct_member", "Membetulkan data peserta", "Correct a member";
        /// Open the whole file of a member.
        OpenFile = "open_file", "Membuka berkas peserta", "Open a file";
        /// Find members by name, number, area or stage.
        SearchMembers = "search_members", "Mencari peserta", "Search members";
        /// Find a member by NIK or telephone.
        LookUpMember = "look_up_member", "Mencari dengan NIK atau HP", "Look up by NIK or phone";
        /// Record a service that a member received.
        RecordService = "record_service", "Mencatat layanan", "Record a service";
        /// Take a recorded service back.
        VoidService = "void_service", "Membatalkan layanan", "Void a service";
        /// Decide whether two records are one person.
        ReviewDuplicates = "review_duplicates", "Meninjau data ganda", "Review duplicates";
        /// Read counts.
        ReadFigures = "read_figures", "Membaca angka", "Read figures";
        /// Take counts away as a file.
        ExportFigures = "export_figures", "Mengunduh angka", "Export figures";
        /// Take personal data away as a file.
        ExportMembers = "export_members", "Mengunduh data peserta", "Export members";
        /// Bring in a file of members or services.
        Import = "import", "Mengimpor berkas", "Import a file";
        /// Make and close accounts.
        ManageUsers = "manage_users", "Mengelola akun", "Manage accounts";
        /// Make and revoke API tokens.
        ManageTokens = "manage_tokens", "Mengelola token", "Manage tokens";
        /// Follow the change feed.
        ReadChanges = "read_changes", "Membaca aliran perubahan", "Read the change feed";
        /// Read who saw and did what.
        ReadLog = "read_log", "Membaca catatan akses", "Read the access log";
    }
}

impl Role {
    /// Whether the role may do it at all.
    pub const fn may(self, act: Act) -> bool {
        match self {
            Self::Administrator => true,
            Self::RegistrationOfficer => registration_officer(act),
            Self::Mentor => mentor(act),
            Self::KecamatanHead => kecamatan_head(act),
            Self::CityOffice => city_office(act),
            Self::AgencyAdministrator => agency_administrator(act),
            Self::Executive => executive(act),
            Self::Auditor => auditor(act),
        }
    }

    /// Whether it may do it only to what it made itself.
    pub const fn only_own(self, act: Act) -> bool {
        matches!(
            (self, act),
            (Self::RegistrationOfficer, Act::VoidService)
                | (Self::AgencyAdministrator, Act::ManageTokens)
        )
    }
}

const fn registration_officer(act: Act) -> bool {
    match act {
        Act::VoidService | Act::CorrectMember | Act::Import => true,
        Act::RegisterMember
        | Act::OpenFile
        | Act::SearchMembers
        | Act::LookUpMember
        | Act::RecordService
        | Act::ReviewDuplicates
        | Act::ReadFigures
        | Act::ExportFigures
        | Act::ExportMembers
        | Act::ManageUsers
        | Act::ManageTokens
        | Act::ReadChanges
        | Act::ReadLog => mentor(act),
    }
}

const fn mentor(act: Act) -> bool {
    match act {
        Act::RegisterMember
        | Act::OpenFile
        | Act::SearchMembers
        | Act::LookUpMember
        | Act::RecordService
        | Act::ReadFigures => true,
        Act::CorrectMember
        | Act::VoidService
        | Act::ReviewDuplicates
        | Act::ExportFigures
        | Act::ExportMembers
        | Act::Import
        | Act::ManageUsers
        | Act::ManageTokens
        | Act::ReadChanges
        | Act::ReadLog => false,
    }
}

const fn kecamatan_head(act: Act) -> bool {
    match act {
        Act::CorrectMember | Act::VoidService | Act::ReviewDuplicates => true,
        Act::RegisterMember
        | Act::OpenFile
        | Act::SearchMembers
        | Act::LookUpMember
        | Act::RecordService
        | Act::ReadFigures
        | Act::ExportFigures
        | Act::ExportMembers
        | Act::Import
        | Act::ManageUsers
        | Act::ManageTokens
        | Act::ReadChanges
        | Act::ReadLog => mentor(act),
    }
}

const fn city_office(act: Act) -> bool {
    match act {
        Act::ExportFigures | Act::ExportMembers | Act::Import => true,
        Act::RegisterMember
        | Act::CorrectMember
        | Act::OpenFile
        | Act::SearchMembers
        | Act::LookUpMember
        | Act::RecordService
        | Act::VoidService
        | Act::ReviewDuplicates
        | Act::ReadFigures
        | Act::ManageUsers
        | Act::ManageTokens
        | Act::ReadChanges
        | Act::ReadLog => kecamatan_head(act),
    }
}

const fn agency_administrator(act: Act) -> bool {
    match act {
        Act::ManageTokens | Act::ReadChanges => true,
        Act::RegisterMember
        | Act::CorrectMember
        | Act::OpenFile
        | Act::SearchMembers
        | Act::LookUpMember
        | Act::RecordService
        | Act::VoidService
        | Act::ReviewDuplicates
        | Act::ReadFigures
        | Act::ExportFigures
        | Act::ExportMembers
        | Act::Import
        | Act::ManageUsers
        | Act::ReadLog => city_office(act),
    }
}

/// Counts only, never a person.
const fn executive(act: Act) -> bool {
    match act {
        Act::ReadFigures | Act::ExportFigures => true,
        Act::RegisterMember
        | Act::CorrectMember
        | Act::OpenFile
        | Act::SearchMembers
        | Act::LookUpMember
        | Act::RecordService
        | Act::VoidService
        | Act::ReviewDuplicates
        | Act::ExportMembers
        | Act::Import
        | Act::ManageUsers
        | Act::ManageTokens
        | Act::ReadChanges
        | Act::ReadLog => false,
    }
}

/// Reads everything and changes nothing.
const fn auditor(act: Act) -> bool {
    match act {
        Act::OpenFile
        | Act::SearchMembers
        | Act::LookUpMember
        | Act::ReadFigures
        | Act::ExportFigures
        | Act::ReadChanges
        | Act::ReadLog => true,
        Act::RegisterMember
        | Act::CorrectMember
        | Act::RecordService
        | Act::VoidService
        | Act::ReviewDuplicates
        | Act::ExportMembers
        | Act::Import
        | Act::ManageUsers
        | Act::ManageTokens => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One row a role, in the order of `Act::ALL`: yes, own only, no.
    #[test]
    fn the_table_of_roles_and_acts_is_this() {
        let mark = |role: Role, act| match (role.may(act), role.only_own(act)) {
            (true, false) => 'y',
            (true, true) => 'o',
            (false, _) => '-',
        };
        let rows = Role::ALL
            .map(|role| Act::ALL.map(|act| mark(role, act)).into_iter().collect::<String>());
        let expected = [
            "yyyyyyyyyyyyyyyy", // administrator
            "yyyyyyo-y--y----", // registration_officer
            "y-yyyy--y-------", // mentor
            "yyyyyyyyy-------", // kecamatan_head
            "yyyyyyyyyyyy----", // city_office
            "yyyyyyyyyyyy-oy-", // agency_administrator
            "--------yy------", // executive
            "--yyy---yy----yy", // auditor
        ];
        assert_eq!(rows, expected);
    }
}
