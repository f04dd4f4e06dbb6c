-- The journal: appended, never changed. Everything marked "derived" below is rebuilt from it by verify.
create table journal (
    position {int} not null primary key,
    act_id {uuid} not null unique,
    act {text} not null,
    actor {text} not null,
    office {text},
    at {instant} not null,
    subject {uuid},
    asked {bytes},
    payload {text} not null,
    previous_hash {bytes} not null,
    hash {bytes} not null
) {strict};

create table journal_head (
    id {int} not null primary key check (id = 1),
    position {int} not null,
    hash {bytes} not null,
    batches {int} not null
) {strict};

-- Reference data, brought up to date by migrate.
create table setting (
    name {text} not null primary key,
    value {text} not null
) {rowless};

create table agency (
    code {text} not null primary key,
    name {text} not null
) {rowless};

create table region (
    code {text} not null primary key,
    name {text} not null,
    valid_from {date} not null,
    valid_to {date}
) {rowless};

-- Accounts. user_account is derived; what proves who somebody is stays out of the journal.
create table user_account (
    id {uuid} not null primary key,
    name {text} not null unique,
    role {text} not null,
    agency {text} references agency (code),
    area {text},
    position {int} not null,
    disabled_at_position {int}
) {rowless};

create table credential (
    user_id {uuid} not null primary key references user_account (id),
    password_hash {text} not null,
    changed_at {instant} not null
) {rowless};

create table session (
    token_hash {bytes} not null primary key,
    user_id {uuid} not null references user_account (id),
    made_at {instant} not null,
    seen_at {instant} not null,
    ends_at {instant} not null
) {rowless};

create table api_token (
    id {uuid} not null primary key,
    user_id {uuid} not null references user_account (id),
    token_hash {bytes} not null unique,
    label {text} not null,
    made_at {instant} not null,
    seen_at {instant},
    revoked_at {instant}
) {rowless};

create table sign_in_failure (
    name_hash {bytes} not null primary key,
    failures {int} not null,
    last_at {instant} not null,
    locked_until {instant}
) {rowless};

-- Who read whose data; looked at by auditors and by the person concerned.
create table read_log (
    id {uuid} not null primary key,
    at {instant} not null,
    actor {text} not null,
    what {text} not null,
    subject {uuid},
    purpose {text},
    found {int} not null
) {rowless};

-- People. Derived, but for person.salt: without it the person's sealed values can never be read again.
create table person (
    shard {small} not null,
    id {uuid} not null,
    salt {bytes},
    position {int} not null,
    primary key (shard, id)
) {rowless};

create table nik_claim (
    shard {small} not null,
    nik_hash {bytes} not null,
    person_id {uuid} not null,
    primary key (shard, nik_hash)
) {rowless};

create table member (
    shard {small} not null,
    id {uuid} not null,
    person_id {uuid} not null,
    keyed_by {uuid} not null,
    position {int} not null,
    number {text} not null,
    agency {text} not null references agency (code),
    office {text} not null,
    area {text} not null,
    sex {text},
    track {text} not null,
    business_type {text} not null,
    channel {text} not null,
    registered_on {date} not null,
    nik_hash {bytes},
    phone_hash {bytes},
    identity {bytes} not null,
    recorded_at {instant} not null,
    recorded_by {text} not null,
    primary key (shard, id),
    unique (shard, nik_hash, agency)
) {rowless};
-- A linked record keeps its shard while its person lives in another one: the person alone finds it.
create index member_person on member (person_id);
create index member_phone on member (phone_hash);

-- A link made or undone by a person after registration; the newest row of a member is its link now.
create table identity_link (
    shard {small} not null,
    member_id {uuid} not null,
    position {int} not null,
    person_id {uuid} not null,
    basis {text} not null,
    primary key (shard, member_id, position)
) {rowless};

create table possible_duplicate (
    shard {small} not null,
    member_id {uuid} not null,
    other_shard {small} not null,
    other_id {uuid} not null,
    basis {text} not null,
    position {int} not null,
    decision {text},
    decided_at_position {int},
    primary key (shard, member_id, other_id)
) {rowless};

create table business (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    business_type {text} not null,
    area {text} not null,
    position {int} not null,
    primary key (shard, id)
) {rowless};
create index business_member on business (shard, member_id);

create table business_group (
    id {uuid} not null primary key,
    name {text} not null,
    agency {text} not null references agency (code),
    office {text} not null,
    position {int} not null
) {rowless};

create table group_membership (
    shard {small} not null,
    member_id {uuid} not null,
    group_id {uuid} not null references business_group (id),
    position {int} not null,
    left_at_position {int},
    primary key (shard, member_id, group_id)
) {rowless};

create table service (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    position {int} not null,
    stage {text} not null,
    state {text} not null,
    occurred_on {date} not null,
    agency {text} not null references agency (code),
    area {text},
    remarks {bytes},
    recorded_at {instant} not null,
    recorded_by {text} not null,
    voided_at_position {int},
    voided_at {instant},
    voided_by {text},
    void_reason {bytes},
    primary key (shard, id)
) {rowless};
create index service_member on service (shard, member_id);

insert into journal_head (id, position, hash, batches) values (1, 0, {zero}, 0);
