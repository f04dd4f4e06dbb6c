//! What the pages about mentoring say.
use super::words;

words! {
    /// Texts of the pages about mentoring.
    Mentoring {
        title: "Binaan hari ini" / "Members to visit",
        mentors: "Pendamping" / "Mentors",
        none: "Belum ada binaan." / "There is nobody in this caseload yet.",
        counted: "{due} perlu dikunjungi dari {n} binaan" / "{due} to be visited, of {n} in the caseload",
        member: "Nama" / "Name",
        place: "Tempat" / "Place",
        last: "Kunjungan terakhir" / "Last visit",
        next: "Bertemu lagi" / "Next visit",
        never: "Belum pernah" / "Never",
        no_day: "Tidak ditentukan" / "No day set",
        due: "Perlu dikunjungi" / "Due",
        recorded_now: "Kunjungan tercatat." / "The visit is recorded.",
        answered_now: "Jawaban tercatat." / "The answer is recorded.",
        offered: "{n} penyerahan binaan menunggu jawaban Anda" / "{n} offers of members wait for your answer",
        lead: "Bagi dan serahkan binaan" / "Share out and hand over members",
        visit_to: "Kunjungan: {name}" / "Visit: {name}",
        last_visit: "Terakhir {date}, bertemu: {met}" / "Last on {date}, met: {met}",
        met: "Bertemu siapa?" / "Who was met?",
        topics: "Yang dibahas" / "What was discussed",
        note: "Catatan (satu kalimat)" / "Note (one sentence)",
        again: "Bertemu lagi" / "Next visit",
        photo: "Foto" / "Photo",
        photo_hint: "Boleh kosong. Lokasi yang ditulis kamera dihapus." / "May stay empty. The place that the camera writes is removed.",
        photos: "Foto kunjungan" / "Photos of visits",
        photo_of: "Foto {date}" / "Photo of {date}",
        need: "Yang dibutuhkan berikutnya" / "What is needed next",
        no_need: "Belum ada" / "Nothing yet",
        last_values: "Lihat omzet, aset, dan pekerja terakhir" / "See the last turnover, assets and workers",
        visited_on: "Tanggal kunjungan" / "Day of the visit",
        record: "Simpan kunjungan" / "Save the visit",
    }
}

words! {
    /// Texts of the pages about sharing out and handing over.
    Caseloads {
        title: "Bagi dan serahkan binaan" / "Share out and hand over members",
        back: "Binaan hari ini" / "Members to visit",
        without: "{n} orang belum punya pendamping." / "{n} people have no mentor.",
        moved: "{n} orang pindah dari wilayah pendampingnya, atau pendampingnya sudah berhenti." / "{n} people moved out of their mentor's area, or their mentor left.",
        share: "Bagi rata" / "Share out evenly",
        share_hint: "Tiap orang diberikan ke pendamping di wilayahnya yang binaannya paling sedikit." / "Each goes to the mentor of their area who has the fewest members.",
        shared_now: "Binaan dibagi." / "The members are shared out.",
        offer_title: "Serahkan ke pendamping lain" / "Hand over to another mentor",
        offer_hint: "Binaan pindah setelah pendamping penerima menyetujui. Riwayatnya tetap ada." / "The members move once the other mentor agrees. Their history stays.",
        from: "Yang diserahkan" / "Who is handed over",
        from_moved: "Yang pindah atau tanpa pendamping aktif · {n}" / "Who moved or has no active mentor · {n}",
        to: "Pendamping penerima" / "To which mentor",
        offer: "Tawarkan" / "Offer",
        offered_now: "Penyerahan ditawarkan. Menunggu jawaban pendamping." / "The offer is made. It waits for the mentor's answer.",
        no_mentors: "Belum ada pendamping di wilayah Anda." / "There is no mentor in your area yet.",
        mentors: "Pendamping dan jumlah binaannya" / "Mentors and how many members they have",
        mentor: "Pendamping" / "Mentor",
        load: "Binaan" / "Members",
        offers: "Binaan yang diserahkan kepada Anda" / "Members offered to you",
        no_offers: "Tidak ada penyerahan yang menunggu." / "No offer waits for you.",
        offer_of: "{n} orang, ditawarkan {date}" / "{n} people, offered on {date}",
        accept: "Terima" / "Accept",
        refuse: "Tolak penyerahan" / "Refuse the offer",
        reason: "Alasan" / "Reason",
        choose_reason: "Pilih alasan" / "Choose a reason",
    }
}
