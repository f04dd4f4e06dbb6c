//! The questions as delivered, in the six groups that offices use; the operator may add more.

use crate::StageKind::{
    self, Capital, FinancialReporting, Licensing, Marketing, Mentoring, Training,
};
use crate::worded::worded;
use Group::{Finance, Institution, Online, People, Production};

worded! {
    /// A side of a business.
    parse_officer => Group {
        /// Making things.
        Production = "production", "Produksi", "Production";
        /// Selling them.
        Marketing = "marketing", "Pemasaran", "Marketing";
        /// Selling them by phone and web.
        Online = "online_marketing", "Pemasaran daring", "Online marketing", "pemasaran online";
        /// Form, papers and order.
        Institution = "institution", "Kelembagaan", "Institution", "legalitas";
        /// Money and books.
        Finance = "finance", "Keuangan", "Finance";
        /// Owner and workers.
        People = "people", "Sumber daya manusia", "People", "SDM";
    }
}

/// A question that is answered by yes, no or not known; *yes* is always the good answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// What it is known by.
    pub code: &'static str,
    /// Its group.
    pub group: Group,
    /// What the mentor reads in Indonesian.
    pub label_id: &'static str,
    /// And in English.
    pub label_en: &'static str,
    /// The stage whose services help where the answer is no.
    pub helped_by: StageKind,
}

/// The question of that code.
pub fn question(code: &str) -> Option<&'static Question> {
    QUESTIONS.iter().find(|question| question.code == code)
}

const fn ask(
    group: Group,
    code: &'static str,
    label_id: &'static str,
    label_en: &'static str,
    helped_by: StageKind,
) -> Question {
    Question { code, group, label_id, label_en, helped_by }
}

/// All questions, in the order of a visit.
pub const QUESTIONS: [Question; 36] = [
    ask(
        Production,
        "standards",
        "Produk punya standar mutu yang tetap?",
        "Does the product keep to a standard?",
        Training,
    ),
    ask(
        Production,
        "packaging",
        "Kemasan aman dan berlabel?",
        "Is the packaging safe and labelled?",
        Training,
    ),
    ask(
        Production,
        "stock",
        "Persediaan bahan dan barang dicatat?",
        "Is stock recorded?",
        Mentoring,
    ),
    ask(Production, "tools", "Alat produksi mencukupi?", "Are the tools sufficient?", Mentoring),
    ask(
        Production,
        "procedure",
        "Ada cara kerja tertulis (SOP)?",
        "Is there a written procedure?",
        Training,
    ),
    ask(
        Group::Marketing,
        "buyers",
        "Sasaran pembeli sudah jelas?",
        "Is it clear who buys?",
        Marketing,
    ),
    ask(
        Group::Marketing,
        "brand",
        "Merek sudah terdaftar di DJKI?",
        "Is the brand registered?",
        Licensing,
    ),
    ask(
        Group::Marketing,
        "partners",
        "Ada mitra penjualan?",
        "Are there sales partners?",
        Marketing,
    ),
    ask(
        Group::Marketing,
        "customers",
        "Ada pelanggan tetap?",
        "Are there regular customers?",
        Marketing,
    ),
    ask(
        Group::Marketing,
        "exhibitions",
        "Pernah ikut pameran atau bazar?",
        "Has it been to a fair or bazaar?",
        Marketing,
    ),
    ask(
        Online,
        "chat",
        "Berjualan lewat WhatsApp atau obrolan?",
        "Does it sell by chat?",
        Training,
    ),
    ask(Online, "social", "Punya media sosial usaha?", "Is it on social media?", Training),
    ask(
        Online,
        "marketplace",
        "Berjualan di lokapasar?",
        "Does it sell on a marketplace?",
        Marketing,
    ),
    ask(Online, "maps", "Terdaftar di Google Bisnis?", "Is it listed on Google?", Training),
    ask(Online, "website", "Punya situs web?", "Has it a website?", Training),
    ask(Online, "advertising", "Pernah beriklan daring?", "Has it advertised online?", Training),
    ask(Institution, "legal_form", "Bentuk usaha sudah jelas?", "Has it a legal form?", Licensing),
    ask(
        Institution,
        "permit",
        "Punya NIB atau izin usaha?",
        "Has it a business permit?",
        Licensing,
    ),
    ask(
        Institution,
        "tax",
        "Punya NPWP dan melapor pajak?",
        "Has it a tax number, and reports?",
        Licensing,
    ),
    ask(
        Institution,
        "organisation",
        "Ada susunan organisasi?",
        "Is there an organisation?",
        Mentoring,
    ),
    ask(Institution, "division", "Tugas sudah dibagi?", "Are jobs divided?", Mentoring),
    ask(
        Institution,
        "iso",
        "Punya sertifikat sistem mutu (ISO)?",
        "Has it a certified quality system?",
        Licensing,
    ),
    ask(
        Finance,
        "separate",
        "Uang usaha terpisah dari uang pribadi?",
        "Is business money kept apart?",
        FinancialReporting,
    ),
    ask(Finance, "receipts", "Bukti transaksi disimpan?", "Are receipts kept?", FinancialReporting),
    ask(Finance, "bookkeeping", "Ada pembukuan?", "Are books kept?", FinancialReporting),
    ask(
        Finance,
        "reports",
        "Mampu menyusun laporan keuangan?",
        "Can it make financial reports?",
        FinancialReporting,
    ),
    ask(Finance, "loan", "Pernah mendapat pinjaman bank?", "Has it had a bank loan?", Capital),
    ask(Finance, "asset_list", "Aset dicatat?", "Are assets recorded?", FinancialReporting),
    ask(
        Finance,
        "cashless",
        "Menerima pembayaran nontunai?",
        "Does it take cashless payment?",
        Marketing,
    ),
    ask(People, "main_income", "Usaha ini penghasilan utama?", "Is it the main income?", Mentoring),
    ask(
        People,
        "focus",
        "Pemilik bekerja penuh untuk usaha?",
        "Does the owner work for it full-time?",
        Mentoring,
    ),
    ask(People, "targets", "Ada target usaha?", "Are there targets?", Mentoring),
    ask(People, "paid_staff", "Ada pekerja yang dibayar?", "Is anybody paid?", Mentoring),
    ask(People, "wages", "Upah dibayar teratur?", "Are wages paid regularly?", FinancialReporting),
    ask(People, "insurance", "Pekerja terdaftar di BPJS?", "Are workers insured?", Licensing),
    ask(People, "training", "Pekerja pernah dilatih?", "Have workers been trained?", Training),
];
