//! The closed lists of attendance.

use crate::worded::worded;

worded! {
    /// Whether somebody came to a session.
    parse_officer => Mark {
        /// Was there.
        Present = "present", "Hadir", "Present", "H";
        /// Was not there, and had said why.
        Excused = "excused", "Izin", "Excused", "I", "sakit", "S";
        /// Was not there.
        Absent = "absent", "Tidak hadir", "Absent", "A", "alpa";
    }
}

worded! {
    /// How a mark came in.
    parse_officer => Way {
        /// The code on the card, read by the phone's camera.
        Camera = "camera", "Kamera", "Camera";
        /// The code on the card, read by a scanner that types.
        Scanner = "scanner", "Pemindai", "Scanner";
        /// A picture of the code, read by the server.
        Photo = "photo", "Foto", "Photo";
        /// Ticked in the list.
        List = "list", "Daftar", "List";
        /// Typed from the signed paper.
        Paper = "paper", "Kertas", "Paper";
    }
}
