-- What businesses need, as mentors found it on a day. Everything here is derived from the journal.

-- A row for each assessment; none is ever changed, the newest of a member says how it is. The answers are
-- sealed with the person's key.
create table assessment (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    assessed_on {date} not null,
    answers {bytes} not null,
    position {int} not null,
    recorded_by {text} not null,
    primary key (shard, id)
) {rowless};
create index assessment_member on assessment (shard, member_id, assessed_on, position);
