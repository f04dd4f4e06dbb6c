//! The pages about places in a class: inviting, registering, cancelling, transferring.
