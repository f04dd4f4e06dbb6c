-- The member's own door. Nothing here is derived: it proves who somebody is, and passes.

-- A code that an officer handed out, one a member; kept as a keyed hash alone, and gone once used.
create table sign_in_code (
    shard {small} not null,
    member_id {uuid} not null,
    -- Where the member's registration is in the journal, as the member number tells.
    registered_at_position {int} not null unique,
    code_hash {bytes} not null,
    good_until {instant} not null,
    wrong_tries {int} not null,
    primary key (shard, member_id)
) {rowless};

create table member_session (
    token_hash {bytes} not null primary key,
    shard {small} not null,
    member_id {uuid} not null,
    made_at {instant} not null,
    ends_at {instant} not null
) {rowless};
create index member_session_member on member_session (shard, member_id);

-- People may ask who read what is recorded of them (BR-44).
create index read_log_subject on read_log (subject, at);
