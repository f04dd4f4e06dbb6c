-- The books of a member's business. Everything here is derived from the journal.

-- An entry, for good: a correction is another one that names what it takes back. Amount, purse and what was
-- noted are sealed.
create table book_entry (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    occurred_on {date} not null,
    kind {text} not null,
    reverses {uuid},
    told {bytes} not null,
    position {int} not null,
    recorded_at {instant} not null,
    primary key (shard, id)
) {rowless};
create index book_entry_member on book_entry (shard, member_id, position);
create unique index book_entry_reverses on book_entry (shard, reverses);

-- A month that was closed; opened again, it ends with a reason, sealed.
create table book_closing (
    shard {small} not null,
    member_id {uuid} not null,
    month {small} not null,
    position {int} not null,
    ended_at_position {int},
    reason {bytes},
    primary key (shard, member_id, month, position)
) {rowless};

-- A member's consent that officers see their books, from a moment to a moment.
create table book_consent (
    shard {small} not null,
    member_id {uuid} not null,
    position {int} not null,
    given_at {instant} not null,
    revoked_at_position {int},
    revoked_at {instant},
    primary key (shard, member_id, position)
) {rowless};

-- A report of closed months as it was kept; its totals are sealed.
create table book_report (
    shard {small} not null,
    member_id {uuid} not null,
    first_month {small} not null,
    last_month {small} not null,
    position {int} not null,
    recorded_at {instant} not null,
    service_id {uuid},
    told {bytes} not null,
    primary key (shard, member_id, position)
) {rowless};

-- The photo of a receipt; its bytes stand with the files.
create table book_receipt (
    shard {small} not null,
    entry_id {uuid} not null,
    member_id {uuid} not null,
    file_id {uuid} not null,
    media {text} not null,
    size {int} not null,
    digest {bytes} not null,
    position {int} not null,
    primary key (shard, entry_id)
) {rowless};
