//! The kinds of support, as the operator keeps them.
use crate::words::Lang;
use db::{Result, Tx, sql};
use rules::{
    Date,
    support::{SupportKind, SupportKindTold},
};

type Row = (SupportKind, String, String, String, Date, Option<Date>);

sql!(
    KINDS = "
    select code, name, name_en, also, valid_from, valid_to from support_kind order by valid_from, code"
);
/// Every kind, those of the programme first.
pub fn kinds(tx: &mut Tx<'_>) -> Result<Vec<SupportKindTold>> {
    let rows: Vec<Row> = tx.all(KINDS, ())?;
    let told = |(kind, name, name_en, also, valid_from, valid_to): Row| SupportKindTold {
        kind,
        name: name.into(),
        name_en: name_en.into(),
        also: also.into(),
        valid_from,
        valid_to,
    };
    let mut kinds: Vec<SupportKindTold> = rows.into_iter().map(told).collect();
    let delivered = SupportKindTold::delivered();
    let place = |told: &SupportKindTold| {
        delivered.iter().position(|it| it.kind == told.kind).unwrap_or(delivered.len())
    };
    kinds.sort_by_key(place);
    Ok(kinds)
}

/// What the screen calls a kind.
pub fn kind_name(kinds: &[SupportKindTold], kind: SupportKind, lang: Lang) -> String {
    let told = kinds.iter().find(|told| told.kind == kind);
    told.map_or_else(|| kind.to_string(), |it| lang.pick(&it.name, &it.name_en).to_string())
}
