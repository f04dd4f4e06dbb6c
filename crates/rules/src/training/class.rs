//! The closed lists of a class.

use crate::worded::worded;

worded! {
    /// For whom a class is and at which level it is held.
    parse_officer => ClassKind {
        /// The basic class of a kecamatan, for starters (BR-10).
        Basic = "basic", "Kelas dasar kecamatan", "Basic class of a kecamatan", "dasar", "UKM", "kelas dasar";
        /// A class in one trade of small industry.
        Trade = "trade", "Kelas IKM", "Small industry class", "IKM", "ikm per komoditas";
        /// A technical workshop of several days.
        Workshop = "workshop", "Bimtek", "Technical workshop", "bimbingan teknis";
        /// For established businesses, by the agency itself.
        Agency = "agency", "Kelas tingkat Dinas", "Agency class", "dinas", "naik kelas";
    }
}

worded! {
    /// How far a class is.
    named => ClassState {
        /// Announced: places can be taken, sessions are held.
        Announced = "announced", "Diumumkan", "Announced";
        /// Closed: who finished has received training.
        Finished = "finished", "Selesai", "Finished";
        /// It does not take place.
        CalledOff = "called_off", "Dibatalkan", "Called off";
    }
}

worded! {
    /// Who holds a class together with its agency.
    parse_officer => OrganiserKind {
        /// Another agency of the programme.
        Agency = "agency", "OPD", "Agency", "dinas";
        /// A ministry.
        Ministry = "ministry", "Kementerian", "Ministry";
        /// A university.
        University = "university", "Perguruan tinggi", "University", "universitas";
        /// A company.
        Company = "company", "Perusahaan", "Company", "swasta";
    }
}

worded! {
    /// What a session is made of.
    parse_officer => SessionMode {
        /// Listening and asking.
        Theory = "theory", "Teori", "Theory";
        /// Doing.
        Practice = "practice", "Praktik", "Practice", "praktek";
    }
}
