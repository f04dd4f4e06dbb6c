-- Corrections, moves, and links that are undone. Everything here is derived from the journal.

-- What a record said, a row for each position at which it changed. The first is the registration, kept
-- beside the first correction; the newest says what the member's own row says.
create table member_version (
    shard {small} not null,
    member_id {uuid} not null,
    position {int} not null,
    holds_from {date},
    office {text} not null,
    area {text} not null,
    sex {text},
    track {text} not null,
    business_type {text} not null,
    registered_on {date} not null,
    identity {bytes} not null,
    reason {bytes},
    recorded_at {instant} not null,
    recorded_by {text} not null,
    primary key (shard, member_id, position)
) {rowless};

-- A record whose NIK was corrected stays in the shard of its first NIK, and is found here by its new one.
create table nik_elsewhere (
    shard {small} not null,
    nik_hash {bytes} not null,
    agency {text} not null references agency (code),
    member_shard {small} not null,
    member_id {uuid} not null,
    primary key (shard, nik_hash, agency)
) {rowless};
create index nik_elsewhere_member on nik_elsewhere (member_shard, member_id);

-- A record of the person that a member was linked to; none where it is a person of its own again.
alter table identity_link add column other_id {uuid};
-- Why it was undone, sealed.
alter table identity_link add column reason {bytes};
update identity_link set other_id = (
    select p.other_id from possible_duplicate p
    where p.shard = identity_link.shard and p.member_id = identity_link.member_id
      and p.decided_at_position = identity_link.position
);
create index identity_link_position on identity_link (position);
