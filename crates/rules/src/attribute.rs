//! What is recorded of a member from closed lists.

use crate::worded::worded;

worded! {
    /// The sex on the KTP.
    parse_officer => Sex {
        /// A woman or girl.
        Female = "female", "Perempuan", "Female", "P", "wanita";
        /// A man or boy.
        Male = "male", "Laki-laki", "Male", "L", "pria";
    }
}

worded! {
    /// How a member comes in (BR-10).
    parse_officer => Track {
        /// Wants to begin a business: invited to the basic class of the kecamatan.
        Starter = "starter", "Pemula", "Starter", "wirausaha pemula";
        /// Has a business: served by the agency.
        Established = "established", "Naik Kelas", "Established", "wirausaha naik kelas";
    }
}

worded! {
    /// The kinds of business the programme counts.
    parse_officer => BusinessType {
        /// Food and drink.
        Kuliner = "kuliner", "Kuliner", "Food and drink", "makanan", "minuman", "makanan dan minuman";
        /// Clothes and what goes with them.
        Fesyen = "fesyen", "Fesyen", "Fashion";
        /// Things made by hand.
        Kerajinan = "kerajinan", "Kerajinan", "Crafts", "kriya", "kerajinan/kriya", "kerajinan tangan";
        /// Services.
        Jasa = "jasa", "Jasa", "Services";
        /// Everything else.
        Lainnya = "lainnya", "Lainnya", "Other", "lain-lain", "lain";
    }
}

worded! {
    /// The way a registration came in.
    parse_officer => Channel {
        /// At the desk of the kecamatan.
        Counter = "counter", "Loket", "Counter", "loket kecamatan";
        /// By an officer who went out.
        Field = "field", "Lapangan", "Field", "jemput bola";
        /// By the resident.
        Online = "online", "Daring", "Online";
        /// From a file.
        Import = "import", "Impor", "Import";
    }
}

worded! {
    /// Whom the programme is for; one person may belong to several.
    parse_officer => TargetGroup {
        /// Beginning a business.
        Starter = "starter", "Wirausaha pemula", "Starting entrepreneur", "pemula";
        /// Growing a business.
        Established = "established", "Wirausaha naik kelas", "Established entrepreneur", "naik kelas";
        /// Looking for work.
        JobSeeker = "job_seeker", "Pencari kerja", "Job seeker", "pencaker";
        /// Of a poor family.
        PoorFamily = "poor_family", "Keluarga miskin", "Poor family", "gakin";
        /// With a disability: specific personal data.
        Disability = "disability", "Penyandang disabilitas", "Person with a disability", "disabilitas", "difabel";
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn officers_write_in_their_own_way() {
        assert_eq!(Sex::parse_officer("L"), Some(Sex::Male));
        assert_eq!(Sex::parse_officer("p"), Some(Sex::Female));
        assert_eq!(Sex::parse_officer("LAKI - LAKI"), Some(Sex::Male));
        assert_eq!(Track::parse_officer("naik kelas"), Some(Track::Established));
        assert_eq!(BusinessType::parse_officer("Fashion"), Some(BusinessType::Fesyen));
        assert_eq!(BusinessType::parse_officer("kerajinan/kriya"), Some(BusinessType::Kerajinan));
        assert_eq!(BusinessType::parse_officer("lain-lain"), Some(BusinessType::Lainnya));
        assert_eq!(Channel::parse_officer("daring"), Some(Channel::Online));
        assert_eq!(
            TargetGroup::parse_officer("Penyandang Disabilitas"),
            Some(TargetGroup::Disability)
        );
    }

    #[test]
    fn what_is_on_no_list_is_none() {
        assert_eq!(Sex::parse_officer(""), None);
        assert_eq!(Sex::parse_officer("LP"), None);
        assert_eq!(BusinessType::of_word("Kuliner"), None);
        assert_eq!(TargetGroup::parse_officer("kaya"), None);
    }

    #[test]
    fn every_word_and_label_leads_back_to_its_own() {
        for kind in BusinessType::ALL {
            assert_eq!(BusinessType::of_word(kind.word()), Some(kind));
            assert_eq!(BusinessType::parse_officer(kind.label_id()), Some(kind));
        }
        for group in TargetGroup::ALL {
            assert_eq!(TargetGroup::parse_officer(group.word()), Some(group));
            assert_eq!(TargetGroup::parse_officer(group.label_en()), Some(group));
            assert_eq!(TargetGroup::ALL[group.index()], group);
        }
    }
}
