//! Which role may do which act; where and for which agency is the grant's matter.

use crate::{
    Role::{
        self, AgencyAdministrator, Auditor, BankOfficer, CityOffice, Curator, Executive,
        KecamatanHead, Mentor, RegistrationOfficer, Trainer,
    },
    worded::worded,
};

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
        /// Let partner systems be told of changes.
        ManageWebhooks = "manage_webhooks", "Mengelola webhook", "Manage webhooks";
        /// Read who saw and did what.
        ReadLog = "read_log", "Membaca catatan akses", "Read the access log";
        /// See the classes, their sessions and how many places are taken.
        ReadClasses = "read_classes", "Melihat kelas", "See classes";
        /// Lay out the trainings of a year.
        PlanTraining = "plan_training", "Menyusun rencana pelatihan", "Plan trainings";
        /// Announce a class, change it, call it off.
        ManageClasses = "manage_classes", "Mengelola kelas", "Manage classes";
        /// Invite, register, confirm, cancel and transfer participants.
        ManagePlaces = "manage_places", "Mengelola peserta kelas", "Manage places in a class";
        /// Say who was present.
        MarkAttendance = "mark_attendance", "Mencatat kehadiran", "Mark attendance";
        /// Close a class; who finished has received training.
        FinishClass = "finish_class", "Menutup kelas", "Finish a class";
        /// Issue, reissue and revoke certificates.
        IssueCertificates = "issue_certificates", "Menerbitkan sertifikat", "Issue certificates";
        /// Hand over production tools.
        GrantTools = "grant_tools", "Menyerahkan alat produksi", "Grant production tools";
        /// Record permits: asked for, issued, refused, corrected, revoked.
        ManageLicences = "manage_licences", "Mencatat izin usaha", "Record permits";
        /// Keep a member's products for them, look after their listings.
        ManageProducts = "manage_products", "Mengelola produk peserta", "Look after products";
        /// Open and close facilitation waves.
        ManageWaves = "manage_waves", "Mengelola gelombang fasilitasi", "Manage facilitation waves";
        /// Announce a bazaar, call it off, draw its stands.
        ManageBazaars = "manage_bazaars", "Mengelola bazar", "Manage bazaars";
        /// Ask for a stand for somebody, note who came and what they sold.
        ManageSellers = "manage_sellers", "Mencatat penjual bazar", "Look after sellers at bazaars";
        /// Set a target, and revise it.
        SetTargets = "set_targets", "Menetapkan target", "Set targets";
        /// Hand a member a code to sign in with.
        GiveSignInCode = "give_sign_in_code", "Memberi kode masuk warga", "Give a member a sign-in code";
        /// Tell a month of a member's business, and take it back.
        Measure = "measure", "Mendata perkembangan usaha", "Measure a business";
        /// See caseloads and record visits.
        VisitMembers = "visit_members", "Mencatat kunjungan", "Visit members";
        /// Give members to a mentor.
        AssignMentors = "assign_mentors", "Membagi binaan", "Assign mentors";
        /// Freeze a report under a number.
        ReleaseReports = "release_reports", "Merilis laporan", "Release reports";
        /// See a member's books, where the member consents.
        ReadBooks = "read_books", "Melihat pembukuan peserta", "See a member's books";
        /// Refer a member to a bank, with the member.
        ReferMember = "refer_member", "Merujuk ke bank", "Refer a member to a bank";
        /// See referrals to banks.
        ReadReferrals = "read_referrals", "Melihat rujukan bank", "See referrals to banks";
        /// Record a bank's answer: as the bank, or from its letter.
        AnswerReferrals = "answer_referrals", "Mencatat jawaban bank", "Record a bank's answer";
        /// Announce and close rounds of curation, and say when and where products are seen.
        ManageCurations = "manage_curations", "Mengelola kurasi", "Manage curation";
        /// Say that an entry is as told.
        VerifyEntries = "verify_entries", "Memverifikasi peserta kurasi", "Verify curation entries";
        /// Agree to an entry that somebody else verified.
        ValidateEntries = "validate_entries", "Mengesahkan peserta kurasi", "Validate curation entries";
        /// Score products and give advice.
        GradeEntries = "grade_entries", "Menilai produk kurasi", "Grade curation entries";
        /// See rounds of curation and what is in them.
        ReadCurations = "read_curations", "Melihat kurasi", "See curation";
        /// Keep partners, their agreements, and what they took part in.
        ManagePartners = "manage_partners", "Mengelola mitra", "Manage partners";
    }
}

/// Whoever meets residents: at the counter, in the field, in the unit, the city, the agency.
const FIELD: &[Role] =
    &[RegistrationOfficer, Mentor, KecamatanHead, CityOffice, AgencyAdministrator];
/// The same, and who only looks.
const FIELD_AND_AUDITOR: &[Role] =
    &[RegistrationOfficer, Mentor, KecamatanHead, CityOffice, AgencyAdministrator, Auditor];
/// Whoever stands behind the records of an office.
const OFFICES: &[Role] = &[RegistrationOfficer, KecamatanHead, CityOffice, AgencyAdministrator];
/// Whoever leads a unit, a city office or an agency.
const HEADS: &[Role] = &[KecamatanHead, CityOffice, AgencyAdministrator];
/// City offices and the agency.
const AGENCY: &[Role] = &[CityOffice, AgencyAdministrator];

impl Act {
    /// The roles that may do it beside the administrator, who may do everything.
    pub const fn roles(self) -> &'static [Role] {
        match self {
            Self::RegisterMember
            | Self::RecordService
            | Self::ManagePlaces
            | Self::ManageLicences
            | Self::ManageProducts
            | Self::ManageSellers
            | Self::Measure
            | Self::ReadBooks
            | Self::ReferMember => FIELD,
            Self::OpenFile | Self::SearchMembers | Self::LookUpMember => FIELD_AND_AUDITOR,
            Self::CorrectMember
            | Self::VoidService
            | Self::ReviewDuplicates
            | Self::GiveSignInCode => OFFICES,
            Self::ReadFigures => &[
                RegistrationOfficer,
                Mentor,
                KecamatanHead,
                CityOffice,
                AgencyAdministrator,
                Executive,
                Auditor,
            ],
            Self::ExportFigures => &[CityOffice, AgencyAdministrator, Executive, Auditor],
            Self::ExportMembers
            | Self::PlanTraining
            | Self::GrantTools
            | Self::SetTargets
            | Self::ReleaseReports
            | Self::ManageCurations
            | Self::ManagePartners => AGENCY,
            Self::VerifyEntries => &[Mentor],
            Self::ValidateEntries => &[KecamatanHead],
            Self::GradeEntries => &[Curator],
            Self::ReadCurations => &[
                RegistrationOfficer,
                Mentor,
                KecamatanHead,
                CityOffice,
                AgencyAdministrator,
                Auditor,
                Curator,
            ],
            Self::Import => &[RegistrationOfficer, CityOffice, AgencyAdministrator],
            Self::ManageTokens | Self::ManageWebhooks => &[AgencyAdministrator],
            Self::ReadChanges => &[AgencyAdministrator, Auditor],
            Self::ReadLog => &[Auditor],
            Self::ManageUsers => &[],
            Self::ReadClasses => &[
                RegistrationOfficer,
                Mentor,
                KecamatanHead,
                CityOffice,
                AgencyAdministrator,
                Executive,
                Auditor,
                Trainer,
            ],
            Self::ManageClasses
            | Self::IssueCertificates
            | Self::ManageWaves
            | Self::ManageBazaars
            | Self::AssignMentors => HEADS,
            Self::VisitMembers => &[Mentor, KecamatanHead, CityOffice, AgencyAdministrator],
            Self::MarkAttendance => &[
                RegistrationOfficer,
                Mentor,
                KecamatanHead,
                CityOffice,
                AgencyAdministrator,
                Trainer,
            ],
            Self::ReadReferrals => &[
                RegistrationOfficer,
                Mentor,
                KecamatanHead,
                CityOffice,
                AgencyAdministrator,
                Auditor,
                BankOfficer,
            ],
            Self::AnswerReferrals => {
                &[RegistrationOfficer, KecamatanHead, CityOffice, AgencyAdministrator, BankOfficer]
            }
            Self::FinishClass => &[KecamatanHead, CityOffice, AgencyAdministrator, Trainer],
        }
    }
}

impl Role {
    /// Whether the role may do it at all.
    pub fn may(self, act: Act) -> bool {
        self == Self::Administrator || act.roles().contains(&self)
    }

    /// Whether it may do it only to what it made itself, or to the classes it teaches.
    pub const fn only_own(self, act: Act) -> bool {
        matches!(
            (self, act),
            (RegistrationOfficer, Act::VoidService)
                | (AgencyAdministrator, Act::ManageTokens)
                | (BankOfficer, Act::ReadReferrals | Act::AnswerReferrals)
                | (Curator, Act::ReadCurations | Act::GradeEntries)
                | (Trainer, Act::ReadClasses | Act::MarkAttendance | Act::FinishClass)
        )
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
            "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy", // administrator
            "yyyyyyoyy--y-----y--yy---yy--y-yy---yyyy----y-", // registration_officer
            "y-yyyy--y--------y--yy---yy--y--yy--yyy--y--y-", // mentor
            "yyyyyyyyy--------y-yyyyy-yyyyy-yyyy-yyyy--y-y-", // kecamatan_head
            "yyyyyyyyyyyy-----yyyyyyyyyyyyyyyyyyyyyyyy---yy", // city_office
            "yyyyyyyyyyyy-oyy-yyyyyyyyyyyyyyyyyyyyyyyy---yy", // agency_administrator
            "--------yy-------y----------------------------", // executive
            "--yyy---yy----y-yy--------------------y-----y-", // auditor
            "-----------------o---oo-----------------------", // trainer
            "--------------------------------------oo------", // bank_officer
            "-------------------------------------------oo-", // curator
        ];
        assert_eq!(rows, expected);
    }
}
