//! The kinds of permits with their terms, as the operator keeps them.
use crate::words::Lang;
use db::{Error, Result, Tx, sql};
use rules::{
    Date, Rupiah,
    licensing::{
        Exclusion, HalalLimits, LicenceFamily, LicenceKind, LicenceKindTold, LicenceTerms,
        NumberFormat, UsualQuota, is_excluded, kind_called, terms_on, usual_quota_on,
    },
};

/// What is known of permits beside people.
#[derive(Clone, Debug, Default)]
pub struct Permits {
    /// The kinds of permits.
    pub kinds: Vec<LicenceKindTold>,
    /// What holds for each from when.
    pub terms: Vec<LicenceTerms>,
    /// What they do not admit.
    pub exclusions: Vec<Exclusion>,
    /// Up to where halal goes by the producer's own statement.
    pub halal: Vec<HalalLimits>,
    /// How many permits a wave has where nobody says.
    pub quotas: Vec<UsualQuota>,
}

sql!(
    KINDS = "select code, name, name_en, also, family, valid_from, valid_to from licence_kind order by valid_from, code"
);
sql!(
    TERMS = "select kind, valid_from, valid_to, format, years, issuer, source from licence_terms order by kind, valid_from"
);
sql!(
    EXCLUSIONS = "select kind, product, name, name_en, valid_from, valid_to from licence_exclusion order by kind, product"
);
sql!(LIMITS = "select valid_from, sales, outlets from halal_limits order by valid_from");
sql!(QUOTAS = "select valid_from, quota from wave_quota order by valid_from");

type KindRow = (LicenceKind, String, String, String, String, Date, Option<Date>);
type TermsRow = (LicenceKind, Date, Option<Date>, String, Option<i16>, String, Option<String>);
type ExclusionRow = (LicenceKind, String, String, String, Date, Option<Date>);

impl Permits {
    /// Reads all of it.
    pub fn read(tx: &mut Tx<'_>) -> Result<Self> {
        let kinds: Vec<KindRow> = tx.all(KINDS, ())?;
        let terms: Vec<TermsRow> = tx.all(TERMS, ())?;
        let exclusions: Vec<ExclusionRow> = tx.all(EXCLUSIONS, ())?;
        let halal: Vec<(Date, i64, i64)> = tx.all(LIMITS, ())?;
        let quotas: Vec<(Date, i64)> = tx.all(QUOTAS, ())?;
        Ok(Self {
            kinds: in_delivered_order(kinds.into_iter().map(kind).collect::<Result<_>>()?),
            terms: terms.into_iter().map(terms_of).collect::<Result<_>>()?,
            exclusions: exclusions.into_iter().map(exclusion).collect(),
            halal: halal.into_iter().map(limits).collect(),
            quotas: quotas.into_iter().map(usual).collect(),
        })
    }

    /// The kind an officer wrote.
    pub fn kind(&self, raw: &str) -> Option<LicenceKind> {
        kind_called(&self.kinds, raw)
    }

    /// What holds for a kind on a day.
    pub fn terms(&self, kind: LicenceKind, day: Date) -> Option<&LicenceTerms> {
        terms_on(&self.terms, kind, day)
    }

    /// Whether a kind does not admit a product on a day.
    pub fn excludes(&self, kind: LicenceKind, product: &str, day: Date) -> bool {
        is_excluded(&self.exclusions, kind, product, day)
    }

    /// How many permits a wave that opens on that day has where nobody says.
    pub fn usual_quota(&self, day: Date) -> Option<u32> {
        usual_quota_on(&self.quotas, day)
    }

    /// What the screen calls a kind of permit.
    pub fn kind_name(&self, kind: LicenceKind, lang: Lang) -> String {
        let told = self.kinds.iter().find(|told| told.kind == kind);
        told.map_or_else(|| kind.to_string(), |it| lang.pick(&it.name, &it.name_en).to_string())
    }
}

/// Those of the programme first, in their order; what the operator added behind them.
fn in_delivered_order(mut kinds: Vec<LicenceKindTold>) -> Vec<LicenceKindTold> {
    let delivered = LicenceKindTold::delivered();
    let place = |told: &LicenceKindTold| {
        delivered.iter().position(|it| it.kind == told.kind).unwrap_or(delivered.len())
    };
    kinds.sort_by_key(place);
    kinds
}

fn kind(
    (kind, name, name_en, also, family, valid_from, valid_to): KindRow,
) -> Result<LicenceKindTold> {
    let family = LicenceFamily::of_word(&family).ok_or(Error::Unreadable(4, family))?;
    let (name, name_en, also) = (name.into(), name_en.into(), also.into());
    Ok(LicenceKindTold { kind, name, name_en, also, family, valid_from, valid_to })
}

fn terms_of(
    (kind, valid_from, valid_to, format, years, issuer, source): TermsRow,
) -> Result<LicenceTerms> {
    let format = NumberFormat::of_word(&format).ok_or(Error::Unreadable(3, format))?;
    let years = years.and_then(|years| u8::try_from(years).ok());
    let (issuer, source) = (issuer.into(), source.map(Into::into));
    Ok(LicenceTerms { kind, valid_from, valid_to, format, years, issuer, source })
}

fn exclusion((kind, product, name, name_en, valid_from, valid_to): ExclusionRow) -> Exclusion {
    let (product, name, name_en) = (product.into(), name.into(), name_en.into());
    Exclusion { kind, product, name, name_en, valid_from, valid_to }
}

fn limits((valid_from, sales, outlets): (Date, i64, i64)) -> HalalLimits {
    let outlets = u32::try_from(outlets).unwrap_or(u32::MAX);
    HalalLimits { valid_from, sales: Rupiah(sales), outlets }
}

fn usual((valid_from, quota): (Date, i64)) -> UsualQuota {
    UsualQuota { valid_from, quota: u32::try_from(quota).unwrap_or(u32::MAX) }
}
