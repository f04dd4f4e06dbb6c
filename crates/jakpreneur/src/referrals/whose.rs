//! Who sees a referral: the member, officers within scope, and the one bank it is addressed to while the
//! member consents. To everybody else there is none.
use super::{ReferralRow, bank_of, rows};
use crate::{
    Problem,
    people::{self, MemberRow},
    staff::Officer,
};
use db::Tx;
use rules::{Act, ReferralId, Role};

/// From which side somebody looks at a referral.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// The member.
    Own,
    /// An officer of the programme.
    Office,
    /// The bank.
    Bank,
}

/// A referral that the asker may see, and whom it is for.
pub(super) fn found(
    tx: &mut Tx<'_>,
    officer: &Officer,
    id: ReferralId,
) -> Result<(ReferralRow, MemberRow, Side), Problem> {
    if officer.resident.is_none() {
        officer.may(Act::ReadReferrals)?;
    }
    let row = rows::referral(tx, id)?.ok_or(Problem::NotFound)?;
    let (member, side) = match officer.resident {
        Some(own) => {
            let own = people::own_record(tx, own)?.ok_or(Problem::NotFound)?;
            let of = people::own_record(tx, row.member)?;
            (of.filter(|of| of.person == own.person), Side::Own)
        }
        None if officer.role == Role::BankOfficer => {
            let addressed = bank_of(tx, officer)? == Some(row.bank);
            let seen = addressed && row.withdrawn_at.is_none();
            // The member's consent is what lets the bank see this record.
            (people::own_record(tx, row.member)?.filter(|_| seen), Side::Bank)
        }
        None => (people::record(tx, &officer.scope, row.member)?, Side::Office),
    };
    Ok((row, member.ok_or(Problem::NotFound)?, side))
}
