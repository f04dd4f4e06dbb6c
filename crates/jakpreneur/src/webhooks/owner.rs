//! Whose eyes a partner sees with: those of who subscribed, as they are now, narrowed to the subscription.
use super::Webhook;
use crate::staff::{self, Officer, Scope};
use db::{Result, Tx};
use rules::{Act, UserId};

/// Who asks for a subscription now; none where the account is closed, or may no more.
pub(super) fn of(tx: &mut Tx<'_>, webhook: &Webhook) -> Result<Option<Officer>> {
    let owner = match webhook.owner.parse::<UserId>() {
        Ok(user) => staff::standing(tx, user)?,
        Err(_) => Some(Officer::operator()),
    };
    let Some(owner) = owner else { return Ok(None) };
    let may = owner.role.may(Act::ManageWebhooks) && owner.role.may(Act::ReadChanges);
    let scope = owner.scope.narrowed(webhook.agency, webhook.area).filter(|_| may);
    Ok(scope.map(|scope| Officer { scope, ..owner }))
}

/// Whether an officer may see a subscription: it reaches nothing that they do not.
pub(super) fn within(scope: &Scope, webhook: &Webhook) -> bool {
    match (&webhook.agency, &webhook.area) {
        (None, None) => scope.agency().is_none() && scope.area().is_none(),
        (agency, area) => {
            let own = scope.narrowed(*agency, *area);
            own.is_some_and(|own| own.agency() == agency.as_ref() && own.area() == *area)
        }
    }
}
