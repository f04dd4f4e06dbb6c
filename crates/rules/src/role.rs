//! The roles an account can have, and how far each reaches.

pub use crate::permission::Act;

use crate::worded::worded;

worded! {
    /// What somebody is in the programme.
    named => Role {
        /// Runs the system.
        Administrator = "administrator", "Administrator", "Administrator";
        /// Registers residents at the counter of a kecamatan.
        RegistrationOfficer = "registration_officer", "Petugas pendaftaran", "Registration officer";
        /// Accompanies members in the field.
        Mentor = "mentor", "Pendamping", "Mentor";
        /// Leads the unit of a kecamatan.
        KecamatanHead = "kecamatan_head", "Kasatpel kecamatan", "Kecamatan unit head";
        /// The agency's office in a city.
        CityOffice = "city_office", "Suku Dinas", "City office";
        /// Looks after the data of one agency.
        AgencyAdministrator = "agency_administrator", "Admin Dinas", "Agency administrator";
        /// Reads target and realisation.
        Executive = "executive", "Pimpinan", "Executive";
        /// Asks how a number was made.
        Auditor = "auditor", "Pengawas", "Auditor";
        /// Teaches classes; sees those alone.
        Trainer = "trainer", "Pelatih", "Trainer";
        /// Answers referrals to one bank; sees those alone.
        BankOfficer = "bank_officer", "Petugas bank", "Bank officer";
        /// Grades products of an agency's rounds; sees those alone, and not whose they are.
        Curator = "curator", "Kurator", "Curator";
    }
}

/// What a grant must name for a role, beside the agency that area offices belong to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reach {
    /// Nothing; where an area or agency is named all the same, it narrows.
    Everything,
    /// A city, and the agency.
    City,
    /// A kecamatan, and the agency.
    Kecamatan,
    /// The agency.
    Agency,
}

impl Role {
    /// What the role's grant must name.
    pub const fn reach(self) -> Reach {
        match self {
            Self::Administrator | Self::Executive | Self::Auditor | Self::BankOfficer => {
                Reach::Everything
            }
            Self::RegistrationOfficer | Self::Mentor | Self::KecamatanHead => Reach::Kecamatan,
            Self::CityOffice => Reach::City,
            Self::AgencyAdministrator | Self::Trainer | Self::Curator => Reach::Agency,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_are_those_of_the_contract() {
        let words = Role::ALL.map(Role::word).join(", ");
        assert_eq!(
            words,
            "administrator, registration_officer, mentor, kecamatan_head, city_office, agency_administrator, \
             executive, auditor, trainer, bank_officer, curator"
        );
    }

    #[test]
    fn a_city_office_reaches_as_far_as_its_city() {
        assert_eq!(Role::CityOffice.reach(), Reach::City);
        assert_eq!(Role::Mentor.reach(), Reach::Kecamatan);
        assert_eq!(Role::AgencyAdministrator.reach(), Reach::Agency);
        assert_eq!(Role::Auditor.reach(), Reach::Everything);
    }
}
