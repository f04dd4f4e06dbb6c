-- Photos and needs of visits, members handed over, and who is still active. Derived from the journal, but for
-- the bytes of photos.

-- What a visited member needs next: a word.
alter table visit add column need {text};
create index visit_recorded_by on visit (recorded_by, visited_on);
create index member_recorded_by on member (recorded_by, registered_on);
create index member_office on member (office, agency);

-- A photo of a visit; its bytes are sealed in stored_file.
create table visit_photo (
    shard {small} not null,
    file_id {uuid} not null,
    member_id {uuid} not null,
    visit_id {uuid} not null,
    media {text} not null,
    size {int} not null,
    digest {bytes} not null,
    position {int} not null,
    primary key (shard, file_id)
) {rowless};
create index visit_photo_member on visit_photo (shard, member_id, position);

-- An offer to hand members over to a mentor, and what became of it.
create table mentor_transfer (
    id {uuid} not null primary key,
    to_id {uuid} not null,
    offered_on {date} not null,
    offered_by {text} not null,
    position {int} not null,
    answer {text},
    because {text},
    answered_on {date},
    answered_at_position {int}
) {rowless};
create index mentor_transfer_to on mentor_transfer (to_id, answered_at_position);
create table mentor_transfer_member (
    shard {small} not null,
    member_id {uuid} not null,
    transfer_id {uuid} not null references mentor_transfer (id),
    from_id {uuid},
    primary key (shard, member_id, transfer_id)
) {rowless};
create index mentor_transfer_member_transfer on mentor_transfer_member (transfer_id);

-- What was found where a member said to live.
create table domicile_check (
    shard {small} not null,
    member_id {uuid} not null,
    position {int} not null,
    checked_on {date} not null,
    result {text} not null,
    note {bytes},
    recorded_by {text} not null,
    primary key (shard, member_id, position)
) {rowless};

-- An officer's word on whether a member is active; the newest is theirs now.
create table activity_word (
    shard {small} not null,
    member_id {uuid} not null,
    position {int} not null,
    said {text} not null,
    holds_from {date} not null,
    reason {bytes} not null,
    recorded_by {text} not null,
    primary key (shard, member_id, position)
) {rowless};

-- An end of a membership; taken back when a later row says so.
create table membership_end (
    shard {small} not null,
    member_id {uuid} not null,
    position {int} not null,
    reason {text} not null,
    ended_on {date} not null,
    recorded_by {text} not null,
    taken_back_at_position {int},
    taken_back_reason {bytes},
    primary key (shard, member_id, position)
) {rowless};

-- How many new members a mentor is to bring each month from a day on; of one day, the newest holds.
create table mentor_target (
    mentor_id {uuid} not null,
    position {int} not null,
    from_on {date} not null,
    persons {int} not null,
    basis {text} not null,
    primary key (mentor_id, position)
) {rowless};
