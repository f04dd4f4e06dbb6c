-- Capital: banks and products, limits of KUR and which event counts are reference data; referrals and what
-- became of them are derived from the journal.

create table bank (
    code {text} not null primary key,
    name {text} not null,
    valid_from {date} not null,
    valid_to {date}
) {rowless};

-- The least and most a product lends; no most where the bank names none.
create table bank_product (
    bank {text} not null references bank (code),
    code {text} not null,
    name {text} not null,
    least_rp {int} not null,
    most_rp {int},
    valid_from {date} not null,
    valid_to {date},
    primary key (bank, code, valid_from)
) {rowless};

create table kur_tier (
    valid_from {date} not null,
    tier {text} not null,
    most_rp {int} not null check (most_rp > 0),
    primary key (valid_from, tier)
) {rowless};

-- Which event counts as having reached the capital stage, from a day on.
create table capital_terms (
    valid_from {date} not null primary key,
    counts {text} not null check (counts in ('applied', 'approved', 'disbursed'))
) {rowless};

-- The bank an account of a bank's officer belongs to; the latest counts.
create table bank_account (
    user_id {uuid} not null primary key,
    bank {text} not null,
    position {int} not null
) {rowless};

-- What the member lets the bank see, and the version of the words they consented to. The purpose is sealed.
create table referral (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    bank {text} not null,
    product {text} not null,
    asked_rp {int} not null check (asked_rp > 0),
    shared {text} not null,
    wording {small} not null,
    purpose {bytes} not null,
    step {text} not null,
    step_on {date} not null,
    position {int} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    withdrawn_at_position {int},
    withdrawn_at {instant},
    primary key (shard, id)
) {rowless};
create index referral_member on referral (shard, member_id);
create index referral_bank on referral (bank, position);
create index referral_position on referral (position);

-- What happened to a referral, in order; what was said is sealed. Taken back, it stays.
create table referral_step (
    shard {small} not null,
    referral_id {uuid} not null,
    position {int} not null,
    step {text} not null,
    taken_on {date} not null,
    amount_rp {int},
    reason {text},
    said {bytes},
    by_letter {small} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    service_id {uuid},
    voided_at_position {int},
    void_reason {bytes},
    primary key (shard, referral_id, position)
) {rowless};

-- A file of a permit that goes with a referral.
create table referral_document (
    shard {small} not null,
    referral_id {uuid} not null,
    licence_id {uuid} not null,
    file_id {uuid} not null,
    position {int} not null,
    primary key (shard, referral_id, file_id)
) {rowless};

-- That the credit record was looked at: good or not, and when; nothing of what it says.
create table referral_slik (
    shard {small} not null,
    referral_id {uuid} not null,
    position {int} not null,
    good {small} not null,
    checked_on {date} not null,
    primary key (shard, referral_id, position)
) {rowless};
