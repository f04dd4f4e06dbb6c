-- Whose caseload a member is in, from a day until a day; the open row is now. Derived from the journal.
create table mentor_assignment (
    shard {small} not null,
    member_id {uuid} not null,
    position {int} not null,
    mentor_id {uuid} not null,
    from_on {date} not null,
    until_on {date},
    ended_at_position {int},
    primary key (shard, member_id, position)
) {rowless};
create index mentor_assignment_mentor on mentor_assignment (mentor_id, until_on);

-- Visits; the sentence is sealed with the person's key. Derived from the journal.
create table visit (
    shard {small} not null,
    id {uuid} not null,
    member_id {uuid} not null,
    visited_on {date} not null,
    met {text} not null,
    topics {text} not null,
    note {bytes},
    next_on {date},
    service_id {uuid},
    position {int} not null,
    recorded_by {text} not null,
    primary key (shard, id)
) {rowless};
create index visit_member on visit (shard, member_id, visited_on, position);
